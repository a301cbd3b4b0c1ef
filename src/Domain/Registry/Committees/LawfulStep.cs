using Linli.Domain.Registry.Jurisdictions;

namespace Linli.Domain.Registry.Committees;

/// <summary>What has to be done next in a compound so that it is governed. Stored nowhere: it follows from the facts.</summary>
public enum LawfulStep
{
    /// <summary>Owners' committees are not for compounds of this type.</summary>
    NotApplicable,

    /// <summary>The body is in office; nothing is due.</summary>
    InOrder,

    /// <summary>登记任期: a committee is registered, its term is not.</summary>
    RecordTerm,

    /// <summary>登记面积与交付: figures are missing that the conditions of the first assembly are judged by.</summary>
    RecordFigures,

    /// <summary>申请成立筹备组: the conditions are met.</summary>
    ApplyForFirstAssembly,

    /// <summary>成立筹备组.</summary>
    FormPreparatoryGroup,

    /// <summary>公示候选人.</summary>
    PublishCandidates,

    /// <summary>召开首次业主大会并选举.</summary>
    HoldFirstAssembly,

    /// <summary>提交备案.</summary>
    FileElection,

    /// <summary>办理备案.</summary>
    AnswerFiling,

    /// <summary>报告换届.</summary>
    ReportReelection,

    /// <summary>成立换届小组.</summary>
    FormReelectionGroup,

    /// <summary>换届选举.</summary>
    HoldReelection,

    /// <summary>完成移交.</summary>
    CompleteHandover,

    /// <summary>居委会代行，组织换届.</summary>
    ActByResidents,

    /// <summary>组建物业管理委员会.</summary>
    FormInterimCommittee,

    /// <summary>物管会换届或成立业委会.</summary>
    RenewInterimCommittee,

    /// <summary>成立物业管理小组.</summary>
    FormSubgroup,

    /// <summary>成立自治委员会.</summary>
    FormSelfGovernment,

    /// <summary>订立邻里公约.</summary>
    AdoptCovenant,
}

/// <summary>What is known of a compound's bodies.</summary>
public sealed record GovernanceFacts
{
    /// <summary>The day on which they are looked at.</summary>
    public required DateOnly Today { get; init; }

    /// <summary>What kind of compound it is.</summary>
    public required CompoundType Type { get; init; }

    /// <summary>Its owners' committee; null where none was ever begun.</summary>
    public Body? Committee { get; init; }

    /// <summary>Whether a committee is registered as an organisation of which no term is recorded.</summary>
    public bool HasCommitteeWithoutTerm { get; init; }

    /// <summary>Its 物管会, where it has one.</summary>
    public Body? Interim { get; init; }

    /// <summary>Its 物业管理小组, where it has one.</summary>
    public Body? Subgroup { get; init; }

    /// <summary>Its 自治委员会, where it has one.</summary>
    public Body? SelfGovernment { get; init; }

    /// <summary>Whether a 自治委员会 is registered as an organisation.</summary>
    public bool HasSelfGovernment { get; init; }

    /// <summary>Whether the first assembly can be held.</summary>
    public required Verdict FirstAssembly { get; init; }

    /// <summary>After so many failed elections a 物管会 takes the committee's place.</summary>
    public required int RoundsUntilInterim { get; init; }

    /// <summary>Whether a committee or a 物管会 governs it: what coverage counts.</summary>
    public bool IsCovered => HasCommitteeWithoutTerm || Committee?.GovernsOn(Today) == true || Interim?.GovernsOn(Today) == true;

    /// <summary>Whether it counts among the compounds that are to be covered.</summary>
    public bool IsToBeCovered => Type is not (CompoundType.BusinessGrid or CompoundType.EnterprisePark);
}

/// <summary>The next lawful step, until when, and the rules that it rests on.</summary>
/// <param name="Step">What to do.</param>
/// <param name="DueOn">Last day in time; null without one.</param>
/// <param name="Rules">The matters whose values and sources belong to it; empty where nothing is due.</param>
public sealed record NextStep(LawfulStep Step, DateOnly? DueOn, IReadOnlyList<RuleKey> Rules);

/// <summary>Tells the next lawful step from the facts: for every compound there is exactly one.</summary>
public static class NextSteps
{
    /// <summary>The step of a compound.</summary>
    public static NextStep Of(GovernanceFacts facts) =>
        !facts.IsToBeCovered ? new(LawfulStep.NotApplicable, null, [])
        : facts.Committee is { State: not BodyState.Dissolved } committee && OfCommittee(committee, facts) is { } own ? own
        : facts.HasCommitteeWithoutTerm ? new(LawfulStep.RecordTerm, null, [RuleKey.CommitteeTermMost, RuleKey.ReportLead])
        : facts.Interim is { State: not BodyState.Dissolved } interim ? OfInterim(interim, facts)
        : Without(facts);

    private static NextStep? OfCommittee(Body body, GovernanceFacts facts) => body.State switch
    {
        BodyState.Forming when body.FailedRounds >= facts.RoundsUntilInterim && (facts.Interim is null or { State: BodyState.Dissolved }) =>
            new(LawfulStep.FormInterimCommittee, body.DueOn, [RuleKey.InterimFailedRounds, RuleKey.InterimSizeLeast, RuleKey.InterimOwners, RuleKey.InterimHead]),
        BodyState.Forming when !body.GroupIsFormed => new(LawfulStep.FormPreparatoryGroup, body.DueOn, [RuleKey.PreparatoryFormDays, RuleKey.PreparatorySizeLeast, RuleKey.PreparatoryOwners]),
        BodyState.Forming => new(LawfulStep.PublishCandidates, body.DueOn, [RuleKey.FirstAssemblyDays, RuleKey.AssemblyPapersDays]),
        BodyState.CandidatesPublished => new(LawfulStep.HoldFirstAssembly, body.DueOn, [RuleKey.FirstAssemblyDays, RuleKey.AssemblyPapersDays, RuleKey.CommitteeSizeLeast]),
        BodyState.Election => new(LawfulStep.FileElection, body.DueOn, [RuleKey.FilingDays]),
        BodyState.Filed => new(LawfulStep.AnswerFiling, body.DueOn, [RuleKey.FilingAnswerDays]),
        BodyState.Active => new(LawfulStep.InOrder, null, [RuleKey.ReportLead]),
        BodyState.Expiring when !body.IsReported => new(LawfulStep.ReportReelection, body.Term?.To, [RuleKey.ReportLead, RuleKey.ElectLead, RuleKey.SubdistrictStepsIn]),
        BodyState.Expiring => new(LawfulStep.FormReelectionGroup, body.DueOn, [RuleKey.ReelectionGroupDays]),
        BodyState.ReelectionGroup => new(LawfulStep.HoldReelection, body.DueOn, [RuleKey.FirstAssemblyDays, RuleKey.CommitteeTermMost]),
        BodyState.Handover => new(LawfulStep.CompleteHandover, body.DueOn, [RuleKey.HandoverDays, RuleKey.FilingDays]),
        BodyState.Lapsed => new(LawfulStep.ActByResidents, body.DueOn, [RuleKey.ResidentsCommitteeActs, RuleKey.ReelectionGroupDays]),
        BodyState.ActingByResidents => new(LawfulStep.FormReelectionGroup, body.DueOn, [RuleKey.ReelectionGroupDays, RuleKey.ResidentsCommitteeActs]),
        _ => null,
    };

    private static NextStep OfInterim(Body interim, GovernanceFacts facts) =>
        facts.FirstAssembly == Verdict.Yes ? Apply()
        : interim.State is BodyState.Expiring or BodyState.Lapsed ? new(LawfulStep.RenewInterimCommittee, interim.Term?.To, [RuleKey.InterimTermMost])
        : new(LawfulStep.InOrder, null, [RuleKey.InterimTermMost]);

    private static NextStep Without(GovernanceFacts facts)
    {
        if (facts.FirstAssembly == Verdict.Yes)
        {
            return Apply();
        }

        if (facts.Type == CompoundType.SingleBuilding)
        {
            return facts.Subgroup is { State: not BodyState.Dissolved }
                ? new(LawfulStep.InOrder, null, [RuleKey.SingleBlockSubgroup, RuleKey.SubgroupSignsContracts])
                : new(LawfulStep.FormSubgroup, null, [RuleKey.SingleBlockSubgroup, RuleKey.SubgroupSignsContracts]);
        }

        if (facts.Type == CompoundType.ThreeNo)
        {
            return facts.SelfGovernment is { HasCovenant: true } ? new(LawfulStep.InOrder, null, [RuleKey.ThreeNoSelfGovernment])
                : facts.HasSelfGovernment || facts.SelfGovernment is { State: not BodyState.Dissolved } ? new(LawfulStep.AdoptCovenant, null, [RuleKey.ThreeNoSelfGovernment])
                : new(LawfulStep.FormSelfGovernment, null, [RuleKey.ThreeNoSelfGovernment]);
        }

        return facts.FirstAssembly == Verdict.Unknown
            ? new(LawfulStep.RecordFigures, null, [RuleKey.FirstAssembly])
            : new(LawfulStep.FormInterimCommittee, null, [RuleKey.FirstAssembly, RuleKey.InterimSizeLeast, RuleKey.InterimOwners, RuleKey.InterimHead]);
    }

    private static NextStep Apply() => new(LawfulStep.ApplyForFirstAssembly, null, [RuleKey.FirstAssembly, RuleKey.PreparatoryFormDays]);
}
