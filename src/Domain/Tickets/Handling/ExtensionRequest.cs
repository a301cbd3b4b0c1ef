using Linli.Domain.Kernel;

namespace Linli.Domain.Tickets.Handling;

/// <summary>Whether more time may be asked for.</summary>
public static class ExtensionRequest
{
    /// <summary>What is granted if somebody else agrees, or every reason why it cannot be asked for.</summary>
    /// <param name="rule">The limits that hold.</param>
    /// <param name="urgency">How pressing the ticket is.</param>
    /// <param name="days">Calendar days asked for.</param>
    /// <param name="granted">How many were granted before.</param>
    /// <param name="isOpen">Whether a request waits already.</param>
    /// <param name="dueAt">When the result is due now.</param>
    /// <param name="wasReopened">Whether the reporter has sent it back; then its time may be over through no fault of the request.</param>
    /// <param name="at">The moment of asking.</param>
    public static Outcome<GrantedExtension> Judge(
        ExtensionRule rule, Urgency urgency, int? days, int granted, bool isOpen, DateTimeOffset? dueAt, bool wasReopened, DateTimeOffset at)
    {
        var isOver = dueAt < at;
        Refusal? refusal = isOpen ? new ExtensionIsAskedAlready()
            : rule.NotFor.Contains(urgency) ? new ThisUrgencyIsNotExtended()
            : granted >= rule.Most ? new ExtensionsAreUsedUp(rule.Most)
            : isOver && !wasReopened ? new ExtensionComesTooLate()
            : days is null ? new DaysAreMissing()
            : days < 1 || days > rule.LongestDays ? new DaysAreOutOfRange(1, rule.LongestDays)
            : null;
        return refusal is not null ? refusal : new GrantedExtension(new Limit(days!.Value, TimeUnit.Days), isOver ? at : null);
    }
}

/// <summary>A request waits for its decision.</summary>
public sealed record ExtensionIsAskedAlready : Refusal;

/// <summary>Danger to life or property is given no more time.</summary>
public sealed record ThisUrgencyIsNotExtended : Refusal;

/// <summary>It was extended as often as it may be.</summary>
/// <param name="Most">How often.</param>
public sealed record ExtensionsAreUsedUp(int Most) : Refusal;

/// <summary>More time is asked for before the time is over.</summary>
public sealed record ExtensionComesTooLate : Refusal;

/// <summary>How many days more.</summary>
public sealed record DaysAreMissing : Refusal
{
    /// <inheritdoc />
    public override string? Field => "Days";
}

/// <summary>Fewer than one day, or more than may be granted at once.</summary>
/// <param name="Least">Fewest days.</param>
/// <param name="Most">Most days.</param>
public sealed record DaysAreOutOfRange(int Least, int Most) : Refusal
{
    /// <inheritdoc />
    public override string? Field => "Days";
}

/// <summary>No request for more time waits.</summary>
public sealed record NoExtensionIsAsked : Refusal;
