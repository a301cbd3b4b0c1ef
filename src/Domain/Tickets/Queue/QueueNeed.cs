namespace Linli.Domain.Tickets.Queue;

/// <summary>One thing that a ticket needs of somebody.</summary>
/// <param name="Reason">What.</param>
/// <param name="DueAt">Until when; null when no time is set.</param>
/// <param name="Band">How soon.</param>
public readonly record struct QueueNeed(QueueReason Reason, DateTimeOffset? DueAt, QueueBand Band) : IComparable<QueueNeed>
{
    /// <summary>The sooner first: by band, within a band by the due moment (the longest overdue first, what has none last), then by reason.</summary>
    public int CompareTo(QueueNeed other) =>
        Band != other.Band ? Band.CompareTo(other.Band)
        : (DueAt ?? DateTimeOffset.MaxValue) is var mine && (other.DueAt ?? DateTimeOffset.MaxValue) is var theirs && mine != theirs ? mine.CompareTo(theirs)
        : Reason.CompareTo(other.Reason);

    /// <summary>Whether this comes first.</summary>
    public static bool operator <(QueueNeed left, QueueNeed right) => left.CompareTo(right) < 0;

    /// <summary>Whether the other comes first.</summary>
    public static bool operator >(QueueNeed left, QueueNeed right) => left.CompareTo(right) > 0;

    /// <summary>Whether the other does not come first.</summary>
    public static bool operator <=(QueueNeed left, QueueNeed right) => left.CompareTo(right) <= 0;

    /// <summary>Whether this does not come first.</summary>
    public static bool operator >=(QueueNeed left, QueueNeed right) => left.CompareTo(right) >= 0;
}
