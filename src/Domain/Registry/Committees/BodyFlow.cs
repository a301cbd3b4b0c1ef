using Linli.Domain.Kernel;

namespace Linli.Domain.Registry.Committees;

/// <summary>One row of the table: in this state this act leads there. A state of null is before the body exists.</summary>
public readonly record struct BodyRow(BodyState? From, BodyAct Act, BodyState To);

/// <summary>
/// Which act is open in which state, and to whom: the life of a committee (domain.md §1.6) and of the bodies that stand in for it.
/// What is not in a table is refused.
/// </summary>
public static class BodyFlow
{
    private const BodyRoles Guides = BodyRoles.Community | BodyRoles.Subdistrict;
    private const BodyRoles Anyone = Guides | BodyRoles.Committee;

    /// <summary>The life of an owners' committee.</summary>
    public static readonly IReadOnlyList<BodyRow> OfCommittees =
    [
        new(null, BodyAct.RecordExisting, BodyState.Active),
        new(null, BodyAct.BeginForming, BodyState.Forming),

        new(BodyState.Forming, BodyAct.FormPreparatoryGroup, BodyState.Forming),
        new(BodyState.Forming, BodyAct.PublishCandidates, BodyState.CandidatesPublished),
        new(BodyState.Forming, BodyAct.Dissolve, BodyState.Dissolved),
        new(BodyState.CandidatesPublished, BodyAct.RecordElection, BodyState.Election),
        new(BodyState.CandidatesPublished, BodyAct.RecordFailedElection, BodyState.Forming),
        new(BodyState.Election, BodyAct.File, BodyState.Filed),
        new(BodyState.Filed, BodyAct.ReturnFiling, BodyState.Election),
        new(BodyState.Filed, BodyAct.AnswerFiling, BodyState.Active),

        new(BodyState.Active, BodyAct.RecordVacancy, BodyState.Active),
        new(BodyState.Active, BodyAct.CallByElection, BodyState.Expiring),
        new(BodyState.Active, BodyAct.SignContract, BodyState.Active),
        new(BodyState.Active, BodyAct.NoteExpiring, BodyState.Expiring),
        new(BodyState.Active, BodyAct.ReportReelection, BodyState.Expiring),
        new(BodyState.Active, BodyAct.Lapse, BodyState.Lapsed),

        new(BodyState.Expiring, BodyAct.RecordVacancy, BodyState.Expiring),
        new(BodyState.Expiring, BodyAct.SignContract, BodyState.Expiring),
        new(BodyState.Expiring, BodyAct.ReportReelection, BodyState.Expiring),
        new(BodyState.Expiring, BodyAct.FormReelectionGroup, BodyState.ReelectionGroup),
        new(BodyState.Expiring, BodyAct.Lapse, BodyState.Lapsed),

        new(BodyState.ReelectionGroup, BodyAct.RecordFailedElection, BodyState.ReelectionGroup),
        new(BodyState.ReelectionGroup, BodyAct.RecordReelection, BodyState.Handover),
        new(BodyState.ReelectionGroup, BodyAct.Lapse, BodyState.Lapsed),

        new(BodyState.Handover, BodyAct.File, BodyState.Handover),
        new(BodyState.Handover, BodyAct.ReturnFiling, BodyState.Handover),
        new(BodyState.Handover, BodyAct.AnswerFiling, BodyState.Handover),
        new(BodyState.Handover, BodyAct.SignHandoverItem, BodyState.Handover),
        new(BodyState.Handover, BodyAct.CompleteHandover, BodyState.Active),
        new(BodyState.Handover, BodyAct.AnnulElection, BodyState.ReelectionGroup),
        new(BodyState.Handover, BodyAct.Lapse, BodyState.Lapsed),

        new(BodyState.Lapsed, BodyAct.ActByResidents, BodyState.ActingByResidents),
        new(BodyState.Lapsed, BodyAct.FormReelectionGroup, BodyState.ReelectionGroup),
        new(BodyState.ActingByResidents, BodyAct.FormReelectionGroup, BodyState.ReelectionGroup),
    ];

    /// <summary>The life of the bodies that are not elected by the assembly.</summary>
    public static readonly IReadOnlyList<BodyRow> OfOthers =
    [
        new(null, BodyAct.Establish, BodyState.Active),
        new(BodyState.Active, BodyAct.SignContract, BodyState.Active),
        new(BodyState.Active, BodyAct.AdoptCovenant, BodyState.Active),
        new(BodyState.Active, BodyAct.PlanDuties, BodyState.Active),
        new(BodyState.Active, BodyAct.NoteExpiring, BodyState.Expiring),
        new(BodyState.Active, BodyAct.Lapse, BodyState.Lapsed),
        new(BodyState.Active, BodyAct.Dissolve, BodyState.Dissolved),
        new(BodyState.Expiring, BodyAct.SignContract, BodyState.Expiring),
        new(BodyState.Expiring, BodyAct.AdoptCovenant, BodyState.Expiring),
        new(BodyState.Expiring, BodyAct.PlanDuties, BodyState.Expiring),
        new(BodyState.Expiring, BodyAct.Establish, BodyState.Active),
        new(BodyState.Expiring, BodyAct.Lapse, BodyState.Lapsed),
        new(BodyState.Expiring, BodyAct.Dissolve, BodyState.Dissolved),
        new(BodyState.Lapsed, BodyAct.Establish, BodyState.Active),
        new(BodyState.Lapsed, BodyAct.Dissolve, BodyState.Dissolved),
    ];

    /// <summary>The table of a kind.</summary>
    public static IReadOnlyList<BodyRow> TableOf(BodyKind kind) => kind == BodyKind.OwnersCommittee ? OfCommittees : OfOthers;

    /// <summary>To whom an act belongs; any one of the roles is enough.</summary>
    public static BodyRoles RolesOf(BodyAct act) => act switch
    {
        BodyAct.NoteExpiring or BodyAct.Lapse => BodyRoles.System,
        BodyAct.ReturnFiling or BodyAct.AnswerFiling or BodyAct.AnnulElection => BodyRoles.Subdistrict,
        BodyAct.File or BodyAct.RecordVacancy or BodyAct.ReportReelection or BodyAct.SignHandoverItem or BodyAct.SignContract
            or BodyAct.AdoptCovenant or BodyAct.PlanDuties => Anyone,
        _ => Guides,
    };

    /// <summary>The state after the act, or why it is refused. Who may not act hears that first.</summary>
    public static Outcome<BodyState> Decide(BodyKind kind, BodyState? state, BodyAct act, BodyRoles roles)
    {
        if ((RolesOf(act) & roles) == BodyRoles.None)
        {
            return new ActBelongsToOthers(act);
        }

        if (act == BodyAct.SignContract && (kind is BodyKind.Subgroup or BodyKind.SelfGovernment))
        {
            return new BodyMustNotSignContracts(kind);
        }

        if (!IsOfKind(kind, act))
        {
            return new ActIsNotOfThisBody(act, kind);
        }

        var rows = TableOf(kind).Where(row => row.From == state && row.Act == act).ToArray();
        return rows is [var row] ? row.To : state is null ? new BodyIsNotThereYet() : new ActIsNotOpenInState(act, state.Value);
    }

    /// <summary>The acts that are open to somebody now, in the order of <see cref="BodyAct"/>.</summary>
    public static IReadOnlyList<BodyAct> ActsOpenTo(BodyKind kind, BodyState? state, BodyRoles roles) =>
        [.. Enum.GetValues<BodyAct>().Where(act => !Decide(kind, state, act, roles).IsRefused)];

    // A covenant and a duty roster belong to neighbours who keep their courtyard themselves.
    private static bool IsOfKind(BodyKind kind, BodyAct act) => act switch
    {
        BodyAct.AdoptCovenant => kind == BodyKind.SelfGovernment,
        BodyAct.PlanDuties => kind is BodyKind.SelfGovernment or BodyKind.Subgroup,
        _ => TableOf(kind).Any(row => row.Act == act),
    };
}
