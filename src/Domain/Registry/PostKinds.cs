using System.Collections.Frozen;

namespace Linli.Domain.Registry;

/// <summary>The catalogue of posts (requirements A4; roles of domain.md §9.2: each sees what the task needs and no more).</summary>
public static class PostKinds
{
    /// <summary>What every resident can do without any post.</summary>
    public const Permission OfResidents = Permission.ReportTickets | Permission.ViewOwnTickets | Permission.ManageTokens;

    /// <summary>
    /// Powers over the platform, over residents' numbers, over what is said in confidence and over what the rates leave out: a post that gives one
    /// is filled by those who stand over its level, and by no colleague.
    /// </summary>
    public const Permission Guarded =
        Permission.ManageRegistry | Permission.ImportDivisions | Permission.ManageAccounts | Permission.ViewAudit
        | Permission.UnmaskPersonalData | Permission.ExportPersonalData | Permission.Mediate | Permission.ApproveExclusions | Permission.SeeBallots;

    /// <summary>What every owner can do: an owner votes, a tenant does not.</summary>
    public const Permission OfOwners = OfResidents | Permission.CastBallots;

    private const Permission Observing = OfResidents | Permission.ViewTickets | Permission.ViewOverview | Permission.ViewRegistry;
    // Whoever is judged by the rates neither asks the residents nor decides what is left out.
    private const Permission Evaluating = Permission.MakeReturnVisits | Permission.ApproveExclusions;
    private const Permission Answering = Permission.AnswerWhistles | Permission.ApproveExtensions | Permission.Supervise;
    private const Permission PartyWork = Permission.ManageParty | Permission.ViewPartyMembers;
    private const Permission Gathering = Permission.ViewRegistry | Permission.ManageTokens;
    // Who prepares a vote enters papers too; a single ballot is seen by those alone who supervise the count.
    private const Permission Voting = Permission.PrepareDecisions | Permission.EnterBallots;
    // Reports of their own they make as the households that they are.
    private const Permission Keeping = Permission.ManageTokens | Permission.LookAfterHouseholds;
    private const Permission Dispatching = Observing | Permission.AcceptTickets | Permission.AssignTickets | Permission.ViewPeople | Permission.TakeReports;

    /// <summary>客服主管: takes tickets, names workers, calls residents back.</summary>
    public static readonly PostKind PropertyDispatcher =
        new("property-dispatcher", [OrganisationKind.PropertyCompany], Dispatching | Permission.UnmaskPersonalData | Permission.ManageTemplates);

    /// <summary>维修工: sees only what is assigned to him or her.</summary>
    public static readonly PostKind RepairWorker =
        new("repair-worker", [OrganisationKind.PropertyCompany], OfResidents | Permission.HandleTickets);

    /// <summary>项目经理.</summary>
    public static readonly PostKind ProjectLead =
        new("project-lead", [OrganisationKind.PropertyCompany], Dispatching | Permission.HandleTickets | Permission.ApproveExtensions | Permission.UnmaskPersonalData | Permission.ManageCategories | Permission.ManageTemplates);

    /// <summary>业委会主任.</summary>
    public static readonly PostKind CommitteeChair =
        new("committee-chair", [OrganisationKind.OwnersCommittee], Observing | Permission.ViewPeople | Permission.ManageCommittees | Permission.ManageDocuments | Permission.ManageFindings | Voting) { IsHead = true, HasOneHolder = true };

    /// <summary>业委会委员.</summary>
    public static readonly PostKind CommitteeMember = new("committee-member", [OrganisationKind.OwnersCommittee], Observing | Permission.EnterBallots);

    /// <summary>党支部书记 of a branch or group below the community.</summary>
    public static readonly PostKind BranchSecretary = new("branch-secretary", Branches, Observing | Permission.ViewPeople | PartyWork | Permission.ManageGrid | Permission.Supervise | Permission.ManageFindings)
    {
        IsHead = true, HasOneHolder = true,
    };

    /// <summary>党支部委员.</summary>
    public static readonly PostKind BranchMember = new("branch-member", Branches, Observing);

    /// <summary>社区书记.</summary>
    public static readonly PostKind CommunitySecretary = new(
        "community-secretary",
        [OrganisationKind.CommunityJointPartyCommittee, OrganisationKind.ResidentsCommittee, OrganisationKind.VillageCommittee],
        Dispatching | Answering | Permission.ManageRegistry | Permission.ManageCommittees | Permission.ManageAlliances | Permission.ManageGrid | PartyWork | Permission.ManageDocuments | Permission.ViewMediationStatistics | Permission.ApproveExclusions
        | Permission.ManageCategories | Permission.ManageFindings | Permission.ManageTemplates | Voting | Permission.SeeBallots)
    {
        IsHead = true, HasOneHolder = true, Level = PostLevel.Community, Fills = PostLevel.Community,
    };

    /// <summary>社区工作者.</summary>
    public static readonly PostKind CommunityWorker = new(
        "community-worker",
        [OrganisationKind.ResidentsCommittee, OrganisationKind.VillageCommittee],
        Dispatching | Answering | Permission.ManageRegistry | Permission.ManageAlliances | Permission.UnmaskPersonalData | PartyWork
        | Permission.ManageCommittees | Permission.ManageGrid | Permission.HandlePersonalDataRequests | Permission.ManageDocuments | Permission.KeepCareMarks | Evaluating | Permission.ManageCategories | Permission.ManageFindings | Permission.ManageTemplates | Voting)
    {
        Level = PostLevel.Community, Fills = PostLevel.Compound,
    };

    /// <summary>人民调解员: sees the cases of which he or she is the mediator; as a neighbour with a matter of the own, acts as household.</summary>
    public static readonly PostKind Mediator = new(
        "mediator", [OrganisationKind.MediationCommittee], Permission.ManageTokens | Permission.Mediate | Permission.ViewMediationStatistics)
    {
        Level = PostLevel.Community,
    };

    /// <summary>网格员.</summary>
    public static readonly PostKind GridWorker = new(
        "grid-worker",
        [OrganisationKind.ResidentsCommittee, OrganisationKind.VillageCommittee],
        OfResidents | Permission.ViewTickets | Permission.HandleTickets | Permission.ViewRegistry | Permission.ViewPeople | Permission.KeepCareMarks | Permission.TakeReports);

    /// <summary>楼栋长: sees the households that he or she was given, and no others.</summary>
    public static readonly PostKind BuildingCaptain = new("building-captain", HouseholdKeepers, Keeping);

    /// <summary>微网格长: the same for a micro-grid.</summary>
    public static readonly PostKind MicroGridLeader = new("micro-grid-leader", HouseholdKeepers, Keeping);

    /// <summary>街道工作人员.</summary>
    public static readonly PostKind SubdistrictOfficer = new("subdistrict-officer", [OrganisationKind.SubdistrictOffice], Dispatching | Answering | Permission.ManageCommittees | Permission.ViewMediationStatistics | Evaluating | Permission.ManageCategories | Permission.ManageTemplates)
    {
        Level = PostLevel.Subdistrict,
    };

    /// <summary>街道物业管理专员: the only one who takes numbers out; a community or a company asks there (domain.md §9.2: export needs approval).</summary>
    public static readonly PostKind SubdistrictHousingClerk = new(
        "subdistrict-housing-clerk",
        [OrganisationKind.SubdistrictOffice],
        Dispatching | Answering | Permission.ManageRegistry | Permission.UnmaskPersonalData | Permission.ManageCommittees | Permission.ManageAlliances | Permission.HandlePersonalDataRequests
        | Permission.ExportPersonalData | Permission.ManageDocuments | Evaluating | Permission.ManageTemplates | Voting | Permission.SeeBallots)
    {
        Level = PostLevel.Subdistrict, Fills = PostLevel.Community,
    };

    /// <summary>住建部门工作人员.</summary>
    public static readonly PostKind HousingOfficer = new(
        "housing-officer", [OrganisationKind.HousingDepartment], Observing | Permission.ManageRegistry | Permission.ImportDivisions | Permission.ManageCommittees | Permission.ViewPurposes | Permission.AnswerWhistles)
    {
        Level = PostLevel.District, Fills = PostLevel.Subdistrict,
    };

    /// <summary>会长 of an association, or of an alliance.</summary>
    public static readonly PostKind AssociationChair = new("association-chair", Associations, Gathering | Permission.ManageAlliances)
    {
        IsHead = true, HasOneHolder = true,
    };

    /// <summary>副会长.</summary>
    public static readonly PostKind AssociationViceChair = new("association-vice-chair", Associations, Gathering);

    /// <summary>秘书长: keeps the books of an association or alliance.</summary>
    public static readonly PostKind AllianceSecretary = new("alliance-secretary", Associations, Gathering | Permission.ManageAlliances);

    /// <summary>平台管理员: runs the platform and sees no tickets and no numbers of residents.</summary>
    public static readonly PostKind PlatformAdministrator = new(
        "platform-administrator",
        [OrganisationKind.Operator],
        Permission.ViewRegistry | Permission.ManageRegistry | Permission.ImportDivisions
        | Permission.ManageAccounts | Permission.ViewAudit | Permission.ManageTokens | Permission.ViewPurposes | Permission.KeepCalendar | Permission.ManageCategories)
    {
        Level = PostLevel.Platform, Fills = PostLevel.Platform,
    };

    /// <summary>党（工）委书记 above the community, or of an industry.</summary>
    public static readonly PostKind PartyCommitteeSecretary = new(
        "party-committee-secretary",
        [OrganisationKind.SubdistrictJointWorkCommittee, OrganisationKind.IndustryPartyCommittee, OrganisationKind.IndustryGeneralBranch],
        Observing | PartyWork)
    {
        IsHead = true, HasOneHolder = true,
    };

    /// <summary>组织委员: founds organisations and keeps the memberships of a committee's area.</summary>
    public static readonly PostKind PartyOrganiser = new(
        "party-organiser",
        [
            OrganisationKind.SubdistrictJointWorkCommittee, OrganisationKind.CommunityJointPartyCommittee,
            OrganisationKind.IndustryPartyCommittee, OrganisationKind.IndustryGeneralBranch,
        ],
        Observing | PartyWork);

    /// <summary>党建指导员: sent where there is no full member yet.</summary>
    public static readonly PostKind PartyInstructor = new(
        "party-instructor",
        [OrganisationKind.SubdistrictJointWorkCommittee, OrganisationKind.CommunityJointPartyCommittee, OrganisationKind.IndustryPartyCommittee],
        Observing | Permission.ViewPartyMembers);

    /// <summary>党小组组长.</summary>
    public static readonly PostKind GroupLeader = new("group-leader", [OrganisationKind.BlockGroup], Observing | Permission.ViewPartyMembers)
    {
        IsHead = true, HasOneHolder = true,
    };

    /// <summary>党员中心户户主.</summary>
    public static readonly PostKind HouseholdHost = new("household-host", [OrganisationKind.MemberHousehold], Gathering)
    {
        IsHead = true, HasOneHolder = true,
    };

    /// <summary>环境和物业管理委员会主任.</summary>
    public static readonly PostKind EnvironmentCommitteeChair = new(
        "environment-committee-chair", [OrganisationKind.EnvironmentAndPropertyCommittee], Observing)
    {
        IsHead = true, HasOneHolder = true,
    };

    /// <summary>All kinds of posts.</summary>
    public static readonly IReadOnlyList<PostKind> All =
    [
        PropertyDispatcher, RepairWorker, ProjectLead, CommitteeChair, CommitteeMember, BranchSecretary, BranchMember,
        PartyCommitteeSecretary, PartyOrganiser, PartyInstructor, GroupLeader, HouseholdHost, EnvironmentCommitteeChair,
        AssociationChair, AssociationViceChair, AllianceSecretary,
        CommunitySecretary, CommunityWorker, Mediator, GridWorker, BuildingCaptain, MicroGridLeader, SubdistrictOfficer, SubdistrictHousingClerk, HousingOfficer, PlatformAdministrator,
    ];

    private static readonly FrozenDictionary<string, PostKind> ByCode = All.ToFrozenDictionary(kind => kind.Code, StringComparer.Ordinal);

    private static IReadOnlyList<OrganisationKind> Branches =>
    [
        OrganisationKind.GridBranch, OrganisationKind.BlockGroup, OrganisationKind.FunctionalBranch,
        OrganisationKind.CourtyardGeneralBranch, OrganisationKind.GovernanceBranch, OrganisationKind.JointBranch,
        OrganisationKind.CompanyBranch, OrganisationKind.ProjectBranch, OrganisationKind.CommitteeBranch,
    ];

    private static IReadOnlyList<OrganisationKind> Associations =>
        [OrganisationKind.Alliance, OrganisationKind.CommitteeAssociation, OrganisationKind.CompanyAssociation];
    // A branch picks them among its members, a residents' or self-government committee among the neighbours.
    private static IReadOnlyList<OrganisationKind> HouseholdKeepers =>
    [
        .. Branches, OrganisationKind.ResidentsCommittee, OrganisationKind.VillageCommittee, OrganisationKind.SelfGovernmentCommittee,
    ];

    /// <summary>The kind with the code, or null.</summary>
    public static PostKind? Find(string? code) => code is null ? null : ByCode.GetValueOrDefault(code);
}
