namespace Linli.Domain.Tickets;

/// <summary>Time spent waiting for the resident or for material: [from, to). It stops the clock of the result, never that of the first contact.</summary>
/// <param name="From">The first moment of waiting.</param>
/// <param name="To">The moment at which work goes on; null while the pause still runs.</param>
public readonly record struct Pause(DateTimeOffset From, DateTimeOffset? To)
{
    /// <summary>The moment at which work goes on; null while the pause still runs.</summary>
    public DateTimeOffset? To { get; } = To is null || To >= From ? To : throw new ArgumentOutOfRangeException(nameof(To));

    /// <summary>Whether the pause still runs.</summary>
    public bool IsRunning => To is null;

    /// <summary>Whether the pause runs at the moment, its own edges not counted.</summary>
    public bool RunsAcross(DateTimeOffset moment) => From < moment && (To is null || moment < To);

    /// <summary>
    /// The pauses as the clock sees them: in order of time, nothing before the receipt, empty ones left out,
    /// overlapping and adjoining ones made one.
    /// </summary>
    public static IReadOnlyList<Pause> Merged(IEnumerable<Pause> pauses, DateTimeOffset receivedAt)
    {
        var merged = new List<Pause>();
        foreach (var pause in pauses.Select(pause => pause.After(receivedAt)).OfType<Pause>().OrderBy(pause => pause.From))
        {
            if (merged.Count > 0 && (merged[^1].To is not { } end || pause.From <= end))
            {
                merged[^1] = new Pause(merged[^1].From, Later(merged[^1].To, pause.To));
            }
            else
            {
                merged.Add(pause);
            }
        }

        return merged;
    }

    private Pause? After(DateTimeOffset moment)
    {
        var from = From > moment ? From : moment;
        return To is null || To > from ? new Pause(from, To) : null;
    }

    private static DateTimeOffset? Later(DateTimeOffset? left, DateTimeOffset? right) =>
        left is null || right is null ? null : left > right ? left : right;
}
