using Linli.Domain.Registry.Jurisdictions;

namespace Linli.Domain.Registry.Committees;

/// <summary>Whether something holds, as far as registered figures tell.</summary>
public enum Verdict
{
    /// <summary>Figures are missing.</summary>
    Unknown,

    /// <summary>It holds.</summary>
    Yes,

    /// <summary>It does not.</summary>
    No,
}

/// <summary>What the registry knows of a compound's delivery. Areas are whole 0.01 m².</summary>
public sealed record DeliveryFigures
{
    /// <summary>Area of all units; null when a unit's area is missing or no units are registered.</summary>
    public long? AllArea { get; init; }

    /// <summary>Area of the delivered units.</summary>
    public long? DeliveredArea { get; init; }

    /// <summary>All homes 户; 0 when none are registered.</summary>
    public int AllHomes { get; init; }

    /// <summary>Delivered homes.</summary>
    public int DeliveredHomes { get; init; }

    /// <summary>The day on which the first was delivered; null when not known.</summary>
    public DateOnly? FirstDelivery { get; init; }

    /// <summary>Whether enough owners or the developer applied; null when nobody recorded it.</summary>
    public bool? Applied { get; init; }
}

/// <summary>Kinds of conditions.</summary>
public enum ConditionKind
{
    /// <summary>Delivered area as a share of all.</summary>
    Area,

    /// <summary>Delivered homes as a share of all.</summary>
    Homes,

    /// <summary>Years since the first delivery.</summary>
    Years,

    /// <summary>An application.</summary>
    Application,
}

/// <summary>One condition and how it stands.</summary>
/// <param name="Kind">What is looked at.</param>
/// <param name="Share">The share that it takes; null for years.</param>
/// <param name="Years">The years that it takes; null for shares.</param>
/// <param name="Verdict">How it stands.</param>
public sealed record ConditionStanding(ConditionKind Kind, ShareValue? Share, int? Years, Verdict Verdict);

/// <summary>How the alternatives of the first assembly stand.</summary>
/// <param name="Verdict">Yes as soon as one alternative holds; No only when none can.</param>
/// <param name="Alternatives">Each with its conditions.</param>
public sealed record AssemblyStanding(Verdict Verdict, IReadOnlyList<IReadOnlyList<ConditionStanding>> Alternatives);

/// <summary>Judges from registered figures, exactly, whether the first assembly of owners can be held (domain.md §1.5).</summary>
public static class FirstAssembly
{
    /// <summary>How the conditions stand on a day.</summary>
    public static AssemblyStanding Judge(LocalRules rules, DeliveryFigures figures, DateOnly today)
    {
        if (rules.Of(RuleKey.FirstAssembly).Value is not TriggersValue triggers)
        {
            return new AssemblyStanding(Verdict.Unknown, []);
        }

        IReadOnlyList<ConditionStanding>[] alternatives = [.. triggers.Alternatives.Select(trigger => Conditions(trigger, figures, today))];
        var verdicts = alternatives.Select(All).ToArray();
        var verdict = verdicts.Contains(Verdict.Yes) ? Verdict.Yes : verdicts.Contains(Verdict.Unknown) ? Verdict.Unknown : Verdict.No;
        return new AssemblyStanding(verdict, alternatives);
    }

    private static Verdict All(IReadOnlyList<ConditionStanding> conditions) =>
        conditions.Any(c => c.Verdict == Verdict.No) ? Verdict.No
        : conditions.Any(c => c.Verdict == Verdict.Unknown) ? Verdict.Unknown
        : Verdict.Yes;

    private static IReadOnlyList<ConditionStanding> Conditions(Trigger trigger, DeliveryFigures figures, DateOnly today)
    {
        List<ConditionStanding> conditions = [];
        if (trigger.AreaShare is { } area)
        {
            conditions.Add(new(ConditionKind.Area, area, null, figures is { AllArea: > 0 and var all, DeliveredArea: { } delivered }
                ? Of(area.IsReachedBy(delivered, all))
                : Verdict.Unknown));
        }

        if (trigger.HomesShare is { } homes)
        {
            conditions.Add(new(ConditionKind.Homes, homes, null, figures.AllHomes > 0 ? Of(homes.IsReachedBy(figures.DeliveredHomes, figures.AllHomes)) : Verdict.Unknown));
        }

        if (trigger.YearsSinceDelivery is { } years)
        {
            conditions.Add(new(ConditionKind.Years, null, years, figures.FirstDelivery is { } first ? Of(first.AddYears(years) <= today) : Verdict.Unknown));
        }

        if (trigger.Application is { } applicants)
        {
            conditions.Add(new(ConditionKind.Application, applicants, null, figures.Applied is { } applied ? Of(applied) : Verdict.Unknown));
        }

        return conditions;
    }

    private static Verdict Of(bool holds) => holds ? Verdict.Yes : Verdict.No;
}
