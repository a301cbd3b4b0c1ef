namespace Linli.Domain.Tickets;

/// <summary>How a due moment looks from now.</summary>
public enum DueState
{
    /// <summary>More than a quarter of the time is left.</summary>
    OnTime,

    /// <summary>The last quarter runs: the moment of the reminder (domain.md §5, escalation ladder, T−25 %).</summary>
    DueSoon,

    /// <summary>The due moment is past.</summary>
    Overdue,

    /// <summary>A running pause holds the clock; there is no due moment.</summary>
    Paused,
}

/// <summary>How a ticket stands against a due moment; what queues sort and colour by.</summary>
/// <param name="State">On time, due soon, overdue or paused.</param>
/// <param name="Remaining">Time left; negative is time over; null while paused.</param>
public readonly record struct Progress(DueState State, TimeSpan? Remaining)
{
    /// <summary>Whether the due moment is past.</summary>
    public bool IsOverdue => State == DueState.Overdue;

    /// <summary>The progress at a moment. At the due moment itself it is still in time.</summary>
    /// <param name="receivedAt">When the time began to run.</param>
    /// <param name="dueAt">When it ends; null while a pause holds the clock.</param>
    /// <param name="now">The moment to judge at; for a finished ticket the moment of its result.</param>
    public static Progress At(DateTimeOffset receivedAt, DateTimeOffset? dueAt, DateTimeOffset now)
    {
        if (dueAt is not { } due)
        {
            return new Progress(DueState.Paused, null);
        }

        var remaining = due - now;
        return new Progress(
            remaining < TimeSpan.Zero ? DueState.Overdue : now >= SoonFrom(receivedAt, due) ? DueState.DueSoon : DueState.OnTime,
            remaining);
    }

    /// <summary>The moment from which it is due soon: a quarter of the whole time before the end. Queries compare with it.</summary>
    public static DateTimeOffset SoonFrom(DateTimeOffset receivedAt, DateTimeOffset dueAt) => dueAt - TimeSpan.FromTicks((dueAt - receivedAt).Ticks / 4);

    /// <summary>Whether something was done in time: at or before the due moment.</summary>
    public static bool InTime(DateTimeOffset dueAt, DateTimeOffset doneAt) => doneAt <= dueAt;
}
