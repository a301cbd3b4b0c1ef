namespace Linli.Web.Demo.World;

/// <summary>Whom a visitor may try; the number is the place on the sign-in page (platform.demo_persons.position), the name in kebab case its role.</summary>
internal enum DemoRole
{
    /// <summary>Owner in 24栋 of 康桥, before the lift.</summary>
    Owner = 1,

    /// <summary>The owner next door.</summary>
    Neighbour,

    Tenant,

    Dispatcher,

    RepairWorker,

    ProjectLead,

    CommitteeChair,

    BranchSecretary,

    CommunityWorker,

    SubdistrictOfficer,

    HousingOfficer,

    /// <summary>Dispatcher of another compound, who must see nothing of 康桥.</summary>
    OtherDispatcher,

    /// <summary>Was dispatcher of 康桥 until last month.</summary>
    EndedPost,

    /// <summary>Owns a flat and holds three posts.</summary>
    SeveralPosts,

    PlatformAdministrator,

    /// <summary>Works for 长城社区, where 13 of 18 compounds have no owners' committee.</summary>
    OtherCommunityWorker,

    /// <summary>Works for 少城街道, which 长城社区 belongs to.</summary>
    OtherSubdistrictOfficer,

    /// <summary>Looks after the households of 24栋.</summary>
    BuildingCaptain,

    /// <summary>Mediates in 回风亭社区.</summary>
    Mediator,

    /// <summary>Secretary of an owners' branch in 西岸观邸, who keeps the agenda of its joint meeting.</summary>
    CourtyardSecretary,

    /// <summary>Dispatcher of 西岸观邸.</summary>
    CourtyardDispatcher,
}
