using System.Collections.Frozen;
using Linli.Domain.Kernel;

namespace Linli.Domain.Tickets;

/// <summary>The limits of one urgency.</summary>
/// <param name="Contact">Until the handler has first reached the reporter.</param>
/// <param name="Resolve">Until the result.</param>
/// <param name="Source">Where the two limits come from.</param>
public sealed record ServiceLevel(Limit Contact, Limit Resolve, RuleSource Source);

/// <summary>A version of the limits, with the day from which it holds. A ticket keeps the version under which it was received.</summary>
public sealed record ServiceLevelProfile : IRuleVersion
{
    /// <summary>Stable name, for example <c>default</c>.</summary>
    public required string Id { get; init; }

    /// <summary>Counts up from 1 with every change of a value.</summary>
    public required int Version { get; init; }

    /// <summary>Where the profile as a whole comes from.</summary>
    public required RuleSource Source { get; init; }

    /// <summary>First day on which tickets are received under it.</summary>
    public required DateOnly EffectiveFrom { get; init; }

    /// <summary>The hours of a working day.</summary>
    public required WorkingHours WorkingHours { get; init; }

    /// <summary>How long a result waits for the reporter before it is closed unrated.</summary>
    public required Limit Confirmation { get; init; }

    /// <summary>The limits of each urgency; all four are there.</summary>
    public required FrozenDictionary<Urgency, ServiceLevel> Levels { get; init; }

    /// <summary>The limits of an urgency.</summary>
    public ServiceLevel For(Urgency urgency) => Levels[urgency];

    /// <summary>The clock of this profile's working hours.</summary>
    public DeadlineClock Clock(WorkCalendar calendar) => new(calendar, WorkingHours);
}
