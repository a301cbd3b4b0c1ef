using Linli.Domain.Kernel;

namespace Linli.Web.Tickets;

/// <summary>Neither a building nor words say where it is.</summary>
public sealed record PlaceIsMissing : Refusal
{
    public override string Field => "PlaceText";
}

/// <summary>The building does not belong to the compound.</summary>
public sealed record PlaceIsNotInTheCompound : Refusal
{
    public override string Field => "PlaceId";
}

/// <summary>A photo is gone or was taken up by something else; it has to be added again.</summary>
public sealed record PhotoIsGone : Refusal
{
    public override string Field => "Photos";
}

/// <summary>The person does not handle tickets of this compound.</summary>
public sealed record HandlerDoesNotWorkHere : Refusal
{
    public override string Field => "Handler";
}

/// <summary>The ticket is closed, or its reporter does not want to be called.</summary>
public sealed record PhoneIsNotNeeded : Refusal;
