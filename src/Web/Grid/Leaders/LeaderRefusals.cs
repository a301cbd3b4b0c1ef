using Linli.Domain.Kernel;

namespace Linli.Web.Grid.Leaders;

/// <summary>The post is no longer, or not yet, held.</summary>
public sealed record LeaderIsNotInPost : Refusal
{
    public override string? Field => "ToPost";
}

/// <summary>A deputy has no households of his or her own.</summary>
public sealed record DeputyHasNoHouseholds : Refusal;

/// <summary>The two have different roles, or look after different compounds.</summary>
public sealed record SuccessorHasAnotherTask : Refusal
{
    public override string? Field => "ToPost";
}

/// <summary>The grid has a leader already.</summary>
public sealed record GridHasALeader : Refusal
{
    public override string? Field => "GridId";
}

/// <summary>The published number is no telephone number.</summary>
public sealed record ContactPhoneIsNotUnderstood : Refusal
{
    public override string? Field => "ContactPhone";
}
