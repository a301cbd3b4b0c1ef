namespace Linli.Domain.Tickets;

/// <summary>Units in which limits of tickets are told; each runs by its own rule, see <see cref="DeadlineClock"/>.</summary>
public enum TimeUnit
{
    /// <summary>Hours that run at once and without interruption, nights and holidays included (Civil Code 201).</summary>
    Hours,

    /// <summary>Calendar days; the day of receipt is not counted; a last day off moves to the next working day (Civil Code 201, 203).</summary>
    Days,

    /// <summary>Working days; the day of receipt is not counted; ends when work closes.</summary>
    WorkingDays,

    /// <summary>Hours that run only while people are at work.</summary>
    WorkingHours,
}

/// <summary>How long something may take.</summary>
/// <param name="Amount">Number of units, 1 to 10,000.</param>
/// <param name="Unit">What is counted.</param>
public readonly record struct Limit(int Amount, TimeUnit Unit)
{
    /// <summary>Number of units, 1 to 10,000.</summary>
    public int Amount { get; } = Amount is >= 1 and <= 10_000 ? Amount : throw new ArgumentOutOfRangeException(nameof(Amount));

    /// <summary>
    /// Whether it is over no later than the other, whatever the moment of receipt and the calendar: fewer of the same unit, or hours that fit into
    /// the shortest that the other can be (received just before midnight, a day runs 24 hours and a working day at least until work closes).
    /// </summary>
    public bool IsNeverLongerThan(Limit other) => Unit == other.Unit
        ? Amount <= other.Amount
        : Unit == TimeUnit.Hours && Amount <= other.Unit switch
        {
            TimeUnit.Days => 24 * other.Amount,
            TimeUnit.WorkingDays => (24 * (other.Amount - 1)) + EarliestClose,
            _ => other.Amount,
        };

    // Whole hours until work closes at the earliest; profiles close later.
    private const int EarliestClose = 12;
}
