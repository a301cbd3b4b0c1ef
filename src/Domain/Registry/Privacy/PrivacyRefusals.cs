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

/// <summary>The person held an elected post whose term is a public record that is still kept (domain.md §1.6).</summary>
public sealed record ElectedTermIsPublicRecord : Refusal;

/// <summary>The day on which it was said lies ahead, or too far back.</summary>
/// <param name="Days">How many days back are taken.</param>
public sealed record ConsentDayIsImplausible(int Days) : Refusal
{
    /// <inheritdoc />
    public override string Field => "SaidOn";
}

/// <summary>Nobody but the person gives this consent, or only on paper.</summary>
public sealed record ConsentIsNotTakenThisWay : Refusal
{
    /// <inheritdoc />
    public override string Field => "Way";
}

/// <summary>What was only said needs somebody who heard it too.</summary>
public sealed record ConsentNeedsAWitness : Refusal
{
    /// <inheritdoc />
    public override string Field => "Witness";
}

/// <summary>The person withdrew it later, or withdrew it without anybody between; hearsay does not undo that.</summary>
public sealed record WithdrawalStands : Refusal
{
    /// <inheritdoc />
    public override string Field => "Given";
}
