using Linli.Domain.Kernel;

namespace Linli.Domain.Registry.Privacy;

/// <summary>What happens when the time is over.</summary>
public enum RetentionAct
{
    /// <summary>The rows are removed.</summary>
    Delete,

    /// <summary>The rows stay for the figures; what points to a person is removed (PIPL 73(3), 51).</summary>
    DeIdentify,

    /// <summary>Nothing by itself: it goes with what it belongs to, or stays by law.</summary>
    Keep,
}

/// <summary>The unit of a retention period.</summary>
public enum RetentionUnit
{
    /// <summary>60 minutes.</summary>
    Hours,

    /// <summary>24 hours.</summary>
    Days,

    /// <summary>Calendar months.</summary>
    Months,

    /// <summary>Calendar years.</summary>
    Years,
}

/// <summary>How long something is kept.</summary>
/// <param name="Amount">How many units, 1 to 1,000.</param>
/// <param name="Unit">Of what.</param>
public sealed record RetentionPeriod(int Amount, RetentionUnit Unit);

/// <summary>
/// A version of a retention rule (PIPL 19: the shortest time that the purpose needs). Data, see <c>retention.json</c>.
/// </summary>
public sealed record RetentionRule : IRuleVersion
{
    /// <summary>Stable code, named by the comments of columns.</summary>
    public required string Code { get; init; }

    /// <summary>Version, from 1.</summary>
    public required int Version { get; init; }

    /// <summary>First day on which it holds.</summary>
    public required DateOnly EffectiveFrom { get; init; }

    /// <summary>How long; null for what is kept as long as something else is.</summary>
    public required RetentionPeriod? Keep { get; init; }

    /// <summary>Code of the event from which the time runs; its name stands in the resources.</summary>
    public required string Since { get; init; }

    /// <summary>What happens then.</summary>
    public required RetentionAct Act { get; init; }

    /// <summary>Where the period comes from.</summary>
    public required RuleSource Source { get; init; }

    /// <summary>What happened before this moment is over its time. Calendar units are counted in China's civil time.</summary>
    /// <exception cref="InvalidOperationException">The rule has no period.</exception>
    public DateTimeOffset Before(DateTimeOffset now) => Moved(ChinaTime.Local(now), -1);

    /// <summary>The moment until which something is kept whose time began then.</summary>
    /// <exception cref="InvalidOperationException">The rule has no period.</exception>
    public DateTimeOffset Until(DateTimeOffset from) => Moved(ChinaTime.Local(from), 1);

    private DateTimeOffset Moved(DateTimeOffset local, int direction) => Keep switch
    {
        { Unit: RetentionUnit.Hours } p => local.AddHours(direction * p.Amount),
        { Unit: RetentionUnit.Days } p => local.AddDays(direction * p.Amount),
        { Unit: RetentionUnit.Months } p => local.AddMonths(direction * p.Amount),
        { Unit: RetentionUnit.Years } p => local.AddYears(direction * p.Amount),
        _ => throw new InvalidOperationException($"{Code} has no period."),
    };
}
