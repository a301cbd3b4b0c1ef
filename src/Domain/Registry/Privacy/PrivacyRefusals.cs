using Linli.Domain.Kernel;

namespace Linli.Domain.Registry.Privacy;

/// <summary>The request was decided or taken back before.</summary>
public sealed record RightsRequestIsDecided : Refusal;

/// <summary>Only what should be deleted can be locked away instead.</summary>
public sealed record OnlyADeletionIsRestricted : Refusal;

/// <summary>A ground of refusal is missing, or does not belong to this kind of request.</summary>
public sealed record GroundDoesNotFit : Refusal
{
    /// <inheritdoc />
    public override string Field => "Ground";
}

/// <summary>The person still owns, lives or serves here, or has an open matter.</summary>
public sealed record PersonIsStillNeededHere : Refusal;
