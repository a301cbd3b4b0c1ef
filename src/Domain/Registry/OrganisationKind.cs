namespace Linli.Domain.Registry;

/// <summary>Kinds of organisations (requirements A3; domain.md §0 and glossary).</summary>
public enum OrganisationKind
{
    /// <summary>街道办事处 (or the government of a town or township).</summary>
    SubdistrictOffice,

    /// <summary>社区居民委员会.</summary>
    ResidentsCommittee,

    /// <summary>村民委员会.</summary>
    VillageCommittee,

    /// <summary>物业服务企业.</summary>
    PropertyCompany,

    /// <summary>业主委员会.</summary>
    OwnersCommittee,

    /// <summary>街道大工委: level 1 of the five Party levels (domain.md, 泸州 practice).</summary>
    SubdistrictJointWorkCommittee,

    /// <summary>社区大党委: level 2.</summary>
    CommunityJointPartyCommittee,

    /// <summary>网格党支部: level 3.</summary>
    GridBranch,

    /// <summary>楼院(栋)党小组: level 4.</summary>
    BlockGroup,

    /// <summary>党员中心户: level 5.</summary>
    MemberHousehold,

    /// <summary>功能型党支部: moves no membership.</summary>
    FunctionalBranch,

    /// <summary>院落党总支: general branch of a compound.</summary>
    CourtyardGeneralBranch,

    /// <summary>小区治理党支部: branch over compounds.</summary>
    GovernanceBranch,

    /// <summary>物业行业党委.</summary>
    IndustryPartyCommittee,

    /// <summary>物业行业党总支: where a district has no committee of the industry yet.</summary>
    IndustryGeneralBranch,

    /// <summary>物业服务企业党组织.</summary>
    CompanyBranch,

    /// <summary>物业项目党支部: of a company's staff at one compound.</summary>
    ProjectBranch,

    /// <summary>业主委员会党组织: moves no membership.</summary>
    CommitteeBranch,

    /// <summary>联合党支部: of members from several bodies, none of which has enough of its own.</summary>
    JointBranch,

    /// <summary>住建部门: the housing department of a district or city.</summary>
    HousingDepartment,

    /// <summary>业委会协会.</summary>
    CommitteeAssociation,

    /// <summary>物业公司协会.</summary>
    CompanyAssociation,

    /// <summary>红色物业联盟.</summary>
    Alliance,

    /// <summary>自治委员会 of a courtyard without a company.</summary>
    SelfGovernmentCommittee,

    /// <summary>环境和物业管理委员会 of a residents' committee.</summary>
    EnvironmentAndPropertyCommittee,

    /// <summary>人民调解委员会 of a residents' or village committee.</summary>
    MediationCommittee,

    /// <summary>房地产开发企业: owns what is not sold yet.</summary>
    Developer,

    /// <summary>Who runs the platform.</summary>
    Operator,
}

/// <summary>What follows from the kind of an organisation.</summary>
public static class OrganisationKinds
{
    /// <summary>All Party organisations.</summary>
    public static readonly IReadOnlyList<OrganisationKind> OfTheParty =
    [
        OrganisationKind.SubdistrictJointWorkCommittee, OrganisationKind.CommunityJointPartyCommittee, OrganisationKind.GridBranch,
        OrganisationKind.BlockGroup, OrganisationKind.MemberHousehold, OrganisationKind.FunctionalBranch,
        OrganisationKind.CourtyardGeneralBranch, OrganisationKind.GovernanceBranch, OrganisationKind.IndustryPartyCommittee,
        OrganisationKind.IndustryGeneralBranch, OrganisationKind.CompanyBranch, OrganisationKind.ProjectBranch,
        OrganisationKind.CommitteeBranch, OrganisationKind.JointBranch,
    ];

    /// <summary>Whether it is an organisation of the Party.</summary>
    public static bool IsOfTheParty(this OrganisationKind kind) => OfTheParty.Contains(kind);

    /// <summary>The level of a Party organisation in the five-level structure, 1 to 5; null for the others. A level may be absent.</summary>
    public static int? PartyLevel(this OrganisationKind kind) => kind switch
    {
        OrganisationKind.SubdistrictJointWorkCommittee => 1,
        OrganisationKind.CommunityJointPartyCommittee => 2,
        OrganisationKind.GridBranch => 3,
        OrganisationKind.BlockGroup => 4,
        OrganisationKind.MemberHousehold => 5,
        _ => null,
    };
}
