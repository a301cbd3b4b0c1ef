namespace Linli.Domain.Tickets;

/// <summary>A stretch of a day during which people work: [from, to).</summary>
/// <param name="From">Begin.</param>
/// <param name="To">End, later on the same day.</param>
public readonly record struct WorkingStretch(TimeOnly From, TimeOnly To);

/// <summary>The hours of a working day, in one or more stretches.</summary>
public sealed class WorkingHours
{
    /// <summary>9:00–12:00 and 13:30–17:30, the default of the deadlines data.</summary>
    public static readonly WorkingHours Default = new([new(new(9, 0), new(12, 0)), new(new(13, 30), new(17, 30))]);

    /// <summary>Hours made of the stretches, which stand in order and do not overlap.</summary>
    /// <exception cref="ArgumentException">There is none, or they are empty, out of order or overlap.</exception>
    public WorkingHours(IReadOnlyList<WorkingStretch> stretches)
    {
        if (stretches.Count == 0
            || stretches.Any(stretch => stretch.From >= stretch.To)
            || stretches.Zip(stretches.Skip(1)).Any(pair => pair.First.To > pair.Second.From))
        {
            throw new ArgumentException("Stretches of a day are not empty, stand in order and do not overlap.", nameof(stretches));
        }

        Stretches = [.. stretches];
    }

    /// <summary>The stretches, earliest first.</summary>
    public IReadOnlyList<WorkingStretch> Stretches { get; }

    /// <summary>When work closes for the day.</summary>
    public TimeOnly Close => Stretches[^1].To;
}
