using Linli.Domain.Kernel;
using Linli.Domain.Registry.Jurisdictions;

namespace Linli.Domain.Registry.Committees;

/// <summary>Until when the next act is due. The rules of the place say how long; where they say nothing there is no day.</summary>
public static class BodyDeadlines
{
    /// <summary>Which rule sets the day after an act; null when the act sets none of its own.</summary>
    public static RuleKey? RuleAfter(BodyAct act, BodyState to) => act switch
    {
        BodyAct.BeginForming => RuleKey.PreparatoryFormDays,
        BodyAct.RecordFailedElection when to == BodyState.Forming => RuleKey.PreparatoryFormDays,
        BodyAct.FormPreparatoryGroup => RuleKey.FirstAssemblyDays,
        BodyAct.FormReelectionGroup or BodyAct.RecordFailedElection => RuleKey.FirstAssemblyDays,
        BodyAct.RecordElection or BodyAct.ReturnFiling => RuleKey.FilingDays,
        BodyAct.File when to == BodyState.Filed => RuleKey.FilingAnswerDays,
        BodyAct.ReportReelection or BodyAct.CallByElection => RuleKey.ReelectionGroupDays,
        BodyAct.RecordReelection => RuleKey.HandoverDays,
        BodyAct.Lapse or BodyAct.ActByResidents => RuleKey.ReelectionGroupDays,
        BodyAct.AnnulElection => RuleKey.FirstAssemblyDays,
        _ => null,
    };

    internal static DateOnly? Of(Body after, ActToRecord act, LocalRules rules, WorkCalendar calendar, DateOnly? before) =>
        RuleAfter(act.Act, after.State) is { } rule ? rules.After(rule, act.Day, calendar)
        : after.State is BodyState.Active or BodyState.Dissolved ? null
        : before;
}
