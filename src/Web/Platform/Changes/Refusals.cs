using Linli.Domain.Kernel;

namespace Linli.Web.Platform.Changes;

/// <summary>Nothing of that kind is to be seen from here: it does not exist, or lies outside what the capacity covers.</summary>
public sealed record NotFound : Refusal;

/// <summary>The capacity does not allow this.</summary>
public sealed record NotAllowedInThisCapacity : Refusal;

/// <summary>Somebody changed it meanwhile; the caller looks at what changed and decides again.</summary>
public sealed record ChangedMeanwhile : Refusal;

/// <summary>The request id is all zeros or missing; a form has one of its own, a program makes a UUID for each act.</summary>
public sealed record RequestIdIsEmpty : Refusal
{
    public override string Field => "RequestId";
}

/// <summary>The request id has been used for another act, or by somebody else.</summary>
public sealed record RequestIdIsUsed : Refusal;
