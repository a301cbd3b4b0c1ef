using Linli.Domain.Kernel;
using Linli.Domain.Registry.Jurisdictions;

namespace Linli.Domain.Registry.Committees;

/// <summary>The steps by which an alert climbs until somebody acts. Stored by name.</summary>
public enum AlertStep
{
    /// <summary>The committee hears early that its term will end.</summary>
    EarlyToCommittee,

    /// <summary>The committee hears that the report is due.</summary>
    ReportIsDue,

    /// <summary>Nobody acted: the residents' committee hears.</summary>
    ToCommunity,

    /// <summary>Still nobody acted, or the end is near: the subdistrict hears.</summary>
    ToSubdistrict,

    /// <summary>The term is over without a successor: all hear.</summary>
    TermIsOver,

    /// <summary>A period of the procedure passed without the act that was due: community and subdistrict hear.</summary>
    DeadlineMissed,
}

/// <summary>An alert that is due.</summary>
/// <param name="Step">Which step.</param>
/// <param name="About">The day that it is about: the end of the term, or the day that passed.</param>
/// <param name="Since">The day from which it was due.</param>
public sealed record DueAlert(AlertStep Step, DateOnly About, DateOnly Since);

/// <summary>
/// Which alerts are due, so that no term ends unnoticed (“一届届满就无人问津”). Alerts that were missed stay due: whoever asks late hears of
/// all of them; whoever raises them keeps each once.
/// </summary>
public static class TermAlerts
{
    /// <summary>All alerts due on the day, in the order in which they became due.</summary>
    public static IReadOnlyList<DueAlert> DueOn(DateOnly today, Body body, LocalRules rules, WorkCalendar calendar)
    {
        List<DueAlert> due = [];
        if (body is { Term: { } term, State: BodyState.Active or BodyState.Expiring or BodyState.ReelectionGroup })
        {
            due.AddRange(TermSteps(body, DaysOf(term.To, rules, calendar)).Where(alert => alert.Since <= today));
        }

        // Elected but never filed: when the handover is overdue too, there is no successor in law.
        if (body is { Term: { } former, State: BodyState.Handover, Filing: Filing.None, DueOn: { } handover } && Later(former.To, handover).AddDays(1) is var over && over <= today)
        {
            due.Add(new DueAlert(AlertStep.TermIsOver, former.To, over));
        }

        if (body.DueOn is { } missed && missed < today && body.State != BodyState.Dissolved)
        {
            due.Add(new DueAlert(AlertStep.DeadlineMissed, missed, missed.AddDays(1)));
        }

        return [.. due.OrderBy(alert => alert.Since).ThenBy(alert => alert.Step)];
    }

    /// <summary>The days of a term that ends: when each step becomes due. Each lies no later than the next.</summary>
    public static AlertDays DaysOf(DateOnly end, LocalRules rules, WorkCalendar calendar)
    {
        var report = Earliest(rules.Before(RuleKey.ReportLead, end, calendar), rules.Before(RuleKey.ElectLead, end, calendar), end);
        var climb = rules.After(RuleKey.ClimbAfter, report, calendar) ?? report;
        var subdistrict = Earliest(rules.After(RuleKey.ClimbAfter, climb, calendar), rules.Before(RuleKey.SubdistrictStepsIn, end, calendar), end);
        subdistrict = subdistrict < report ? report : subdistrict;
        return new AlertDays(
            Early: rules.Before(RuleKey.EarlyReminder, report, calendar) ?? report,
            Report: report,
            Community: climb < subdistrict ? climb : subdistrict,
            Subdistrict: subdistrict,
            StepsIn: Earliest(rules.Before(RuleKey.SubdistrictStepsIn, end, calendar), null, end),
            Over: end.AddDays(1));
    }

    private static IEnumerable<DueAlert> TermSteps(Body body, AlertDays days)
    {
        var end = days.Over.AddDays(-1);
        var underWay = body.State == BodyState.ReelectionGroup;
        if (!underWay)
        {
            yield return new DueAlert(AlertStep.EarlyToCommittee, end, days.Early);
            yield return new DueAlert(AlertStep.ReportIsDue, end, days.Report);
        }

        // Whoever reported has acted: the community is left in peace until the next day that passes.
        if (!underWay && !body.IsReported)
        {
            yield return new DueAlert(AlertStep.ToCommunity, end, days.Community);
        }

        yield return new DueAlert(AlertStep.ToSubdistrict, end, underWay || body.IsReported ? days.StepsIn : days.Subdistrict);
        yield return new DueAlert(AlertStep.TermIsOver, end, days.Over);
    }

    private static DateOnly Later(DateOnly one, DateOnly other) => one > other ? one : other;

    private static DateOnly Earliest(DateOnly? one, DateOnly? other, DateOnly most) => new[] { one ?? most, other ?? most, most }.Min();
}

/// <summary>The days on which the steps of a term's end become due.</summary>
/// <param name="Early">First reminder.</param>
/// <param name="Report">The report is due.</param>
/// <param name="Community">It climbs to the residents' committee.</param>
/// <param name="Subdistrict">It climbs to the subdistrict when nobody acts.</param>
/// <param name="StepsIn">It reaches the subdistrict even when somebody acts.</param>
/// <param name="Over">The first day without a term.</param>
public sealed record AlertDays(DateOnly Early, DateOnly Report, DateOnly Community, DateOnly Subdistrict, DateOnly StepsIn, DateOnly Over);
