namespace Linli.Domain.Registry.Jurisdictions;

/// <summary>
/// What jurisdictions lay down differently (domain.md §§1.5–1.7). A further matter is one more name here, its form in
/// <see cref="RuleKeys"/>, its value in <c>national.json</c> and its title in the resources; stored by name, so names never change.
/// </summary>
public enum RuleKey
{
    /// <summary>业委会 members, at least.</summary>
    CommitteeSizeLeast,

    /// <summary>业委会 members, at most.</summary>
    CommitteeSizeMost,

    /// <summary>Whether the number of members is odd.</summary>
    CommitteeSizeOdd,

    /// <summary>Up to how many households a compound counts as small.</summary>
    SmallCompoundHouseholds,

    /// <summary>Members of a small compound's committee, at least.</summary>
    SmallCompoundSize,

    /// <summary>Term of a committee, at least.</summary>
    CommitteeTermLeast,

    /// <summary>Term of a committee, at most.</summary>
    CommitteeTermMost,

    /// <summary>Alternates 候补委员, at most, as a share of the members.</summary>
    AlternatesMost,

    /// <summary>Share of Party members below which a hint is shown; never a bar.</summary>
    PartyShareHint,

    /// <summary>When the first assembly of owners can be held: any one of the triggers.</summary>
    FirstAssembly,

    /// <summary>筹备组 members, at least.</summary>
    PreparatorySizeLeast,

    /// <summary>Whether the number of the group's members is odd.</summary>
    PreparatorySizeOdd,

    /// <summary>Owners in the preparatory group, as a share.</summary>
    PreparatoryOwners,

    /// <summary>From the application until the group is formed.</summary>
    PreparatoryFormDays,

    /// <summary>From the group until the first assembly.</summary>
    FirstAssemblyDays,

    /// <summary>The group's list is posted within.</summary>
    PreparatoryListDays,

    /// <summary>Papers are posted so long before the first assembly.</summary>
    AssemblyPapersDays,

    /// <summary>From the election until the committee's first meeting.</summary>
    FirstMeetingDays,

    /// <summary>From the election until filing 备案.</summary>
    FilingDays,

    /// <summary>From filing until it is answered.</summary>
    FilingAnswerDays,

    /// <summary>A meeting of the committee at least once in.</summary>
    MeetingEvery,

    /// <summary>Members who can call a meeting, as a share.</summary>
    MeetingCallShare,

    /// <summary>Members present, as a share.</summary>
    MeetingQuorum,

    /// <summary>Members in favour, as a share of all members.</summary>
    MeetingMajority,

    /// <summary>Whether a member may be represented in a meeting.</summary>
    MeetingProxy,

    /// <summary>The residents' committee hears of the topics so long before.</summary>
    MeetingNoticeDays,

    /// <summary>A decision is posted within.</summary>
    DecisionPostedDays,

    /// <summary>Members left after alternates, as a share, below which a new election is convened.</summary>
    VacancyShare,

    /// <summary>The committee reports the end of its term so long before.</summary>
    ReportLead,

    /// <summary>The re-election is organised so long before the end of the term.</summary>
    ElectLead,

    /// <summary>From the report until the re-election group 换届小组 is formed.</summary>
    ReelectionGroupDays,

    /// <summary>How long before the end of the term the subdistrict steps in.</summary>
    SubdistrictStepsIn,

    /// <summary>A first reminder comes so long before the report is due.</summary>
    EarlyReminder,

    /// <summary>Without an act so long, an alert climbs to the next.</summary>
    ClimbAfter,

    /// <summary>From the election until the former committee has handed over.</summary>
    HandoverDays,

    /// <summary>A leaving member hands over within.</summary>
    MemberHandoverDays,

    /// <summary>Whether the seal is made only with the answer to the filing.</summary>
    SealAfterFiling,

    /// <summary>物管会 members, at least.</summary>
    InterimSizeLeast,

    /// <summary>物管会 members, at most.</summary>
    InterimSizeMost,

    /// <summary>Whether the number of its members is odd.</summary>
    InterimSizeOdd,

    /// <summary>Owners in it, as a share.</summary>
    InterimOwners,

    /// <summary>Who presides over it: a <see cref="Committees.HeadFrom"/> by name.</summary>
    InterimHead,

    /// <summary>Its term, at most.</summary>
    InterimTermMost,

    /// <summary>Rounds of election that failed before it is formed in the committee's place.</summary>
    InterimFailedRounds,

    /// <summary>It is dissolved so long after a committee was filed.</summary>
    InterimDissolveDays,

    /// <summary>Whether the residents' committee may act while there is no committee (代行).</summary>
    ResidentsCommitteeActs,

    /// <summary>Whether a 物业管理小组 may sign contracts with companies.</summary>
    SubgroupSignsContracts,

    /// <summary>Whether a single block without a committee forms a 物业管理小组.</summary>
    SingleBlockSubgroup,

    /// <summary>Whether neighbours of a 三无小区 form a 自治委员会 with 邻里公约.</summary>
    ThreeNoSelfGovernment,

    /// <summary>Owners hear of a vote so long before it opens.</summary>
    VoteNoticeDays,

    /// <summary>Voting lasts at least.</summary>
    VoteWindowLeast,

    /// <summary>Voting lasts at most.</summary>
    VoteWindowMost,

    /// <summary>For how many owners a proxy may speak, at most.</summary>
    ProxyPrincipalsMost,

    /// <summary>Objections to a published result are heard so long.</summary>
    ObjectionDays,

    /// <summary>An owner may ask a court to revoke a decision within, from knowing of it.</summary>
    ChallengePeriod,

    /// <summary>Whether the owners' own rules may let unreturned ballots join the majority (从多).</summary>
    FollowMajorityAllowed,
}

/// <summary>In what form a matter is laid down.</summary>
public enum RuleForm
{
    /// <summary>A number with its unit.</summary>
    Amount,

    /// <summary>A share of a whole.</summary>
    Share,

    /// <summary>Yes or no.</summary>
    Flag,

    /// <summary>One of several names.</summary>
    Choice,

    /// <summary>Alternatives of conditions.</summary>
    Triggers,
}

/// <summary>What follows from a matter itself.</summary>
public static class RuleKeys
{
    /// <summary>The form of the matter's value.</summary>
    public static RuleForm FormOf(RuleKey key) => key switch
    {
        RuleKey.FirstAssembly => RuleForm.Triggers,
        RuleKey.InterimHead => RuleForm.Choice,
        RuleKey.AlternatesMost or RuleKey.PartyShareHint or RuleKey.PreparatoryOwners or RuleKey.MeetingCallShare or RuleKey.MeetingQuorum
            or RuleKey.MeetingMajority or RuleKey.VacancyShare or RuleKey.InterimOwners => RuleForm.Share,
        RuleKey.CommitteeSizeOdd or RuleKey.PreparatorySizeOdd or RuleKey.MeetingProxy or RuleKey.SealAfterFiling or RuleKey.InterimSizeOdd
            or RuleKey.ResidentsCommitteeActs or RuleKey.SubgroupSignsContracts or RuleKey.SingleBlockSubgroup or RuleKey.ThreeNoSelfGovernment or RuleKey.FollowMajorityAllowed => RuleForm.Flag,
        _ => RuleForm.Amount,
    };
}
