using Linli.Domain.Registry;

namespace Linli.Domain.Grid;

/// <summary>In what role somebody looks after households.</summary>
public enum LeaderRole
{
    /// <summary>楼栋长: knows, reports, helps and informs for the households of a building.</summary>
    Captain,

    /// <summary>微网格长: the same for the households of a micro-grid.</summary>
    MicroGrid,
}

/// <summary>What follows from a role.</summary>
public static class LeaderRoles
{
    /// <summary>The kind of post that its holder has.</summary>
    public static PostKind PostKind(this LeaderRole role) => role == LeaderRole.Captain ? PostKinds.BuildingCaptain : PostKinds.MicroGridLeader;

    /// <summary>The role that a kind of post is for; null for the others.</summary>
    public static LeaderRole? Of(string? postKind) => postKind switch
    {
        "building-captain" => LeaderRole.Captain,
        "micro-grid-leader" => LeaderRole.MicroGrid,
        _ => null,
    };
}
