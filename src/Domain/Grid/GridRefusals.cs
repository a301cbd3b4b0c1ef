using Linli.Domain.Kernel;

namespace Linli.Domain.Grid;

/// <summary>No household was named.</summary>
public sealed record HouseholdsAreMissing : Refusal
{
    /// <inheritdoc />
    public override string? Field => "Places";
}

/// <summary>Somebody looks after some of the households already; they pass on by a hand-over list.</summary>
/// <param name="Count">How many.</param>
public sealed record HouseholdsHaveSomebody(int Count) : Refusal
{
    /// <inheritdoc />
    public override string? Field => "Places";
}

/// <summary>The household has meanwhile passed to somebody else.</summary>
public sealed record HouseholdIsInOtherHands : Refusal;

/// <summary>Some of the households are not the predecessor's, or stand on another open list.</summary>
/// <param name="Count">How many.</param>
public sealed record HouseholdsAreInOtherHands(int Count) : Refusal
{
    /// <inheritdoc />
    public override string? Field => "Places";
}

/// <summary>There is no household to hand over, or all stand on open lists.</summary>
public sealed record NothingToHandOver : Refusal
{
    /// <inheritdoc />
    public override string? Field => "Places";
}

/// <summary>Nobody hands over to himself or herself.</summary>
public sealed record SuccessorIsThePredecessor : Refusal
{
    /// <inheritdoc />
    public override string? Field => "ToPost";
}

/// <summary>The list is complete or was given up.</summary>
public sealed record HandOverIsClosed : Refusal;

/// <summary>Households are signed off by the successor alone.</summary>
public sealed record OnlyTheSuccessorSignsOff : Refusal;

/// <summary>The end of a service does not lie after its begin.</summary>
public sealed record ServiceEndsBeforeItBegins : Refusal
{
    /// <inheritdoc />
    public override string? Field => "EndsAt";
}

/// <summary>A service of that length is not plausible.</summary>
/// <param name="MostHours">The longest that is taken.</param>
public sealed record ServiceIsTooLong(int MostHours) : Refusal
{
    /// <inheritdoc />
    public override string? Field => "EndsAt";
}

/// <summary>A service that is not over cannot be recorded.</summary>
public sealed record ServiceIsNotOver : Refusal
{
    /// <inheritdoc />
    public override string? Field => "EndsAt";
}

/// <summary>The service lies before the registration.</summary>
public sealed record ServiceIsBeforeRegistration : Refusal
{
    /// <inheritdoc />
    public override string? Field => "StartsAt";
}

/// <summary>The service lies too far back to be recorded.</summary>
/// <param name="Days">How many days back are taken.</param>
public sealed record ServiceIsTooOld(int Days) : Refusal
{
    /// <inheritdoc />
    public override string? Field => "StartsAt";
}

/// <summary>The same person has a service recorded for some of this time.</summary>
public sealed record ServicesOverlap : Refusal
{
    /// <inheritdoc />
    public override string? Field => "StartsAt";
}

/// <summary>Hours are confirmed by another person than the one who served and the one who recorded them.</summary>
public sealed record NobodyConfirmsOwnService : Refusal;

/// <summary>The record was decided on or replaced already.</summary>
public sealed record ServiceIsDecided : Refusal;

/// <summary>The registry does not know the person as a Party member.</summary>
public sealed record PersonIsNoPartyMember : Refusal;

/// <summary>The person withdrew the consent to be known as a Party member here; only he or she registers again.</summary>
public sealed record MemberTookItBack : Refusal;

/// <summary>The position has no place left.</summary>
/// <param name="Capacity">How many it holds.</param>
public sealed record PositionIsFull(int Capacity) : Refusal;

/// <summary>The position is closed.</summary>
public sealed record PositionIsClosed : Refusal;

/// <summary>Nobody offers a negative number of hours, or more than a month has.</summary>
/// <param name="Least">The fewest.</param>
/// <param name="Most">The most.</param>
public sealed record HoursAMonthAreOutOfRange(int Least, int Most) : Refusal
{
    /// <inheritdoc />
    public override string? Field => nameof(RegistrationFacts.HoursAMonth);
}
