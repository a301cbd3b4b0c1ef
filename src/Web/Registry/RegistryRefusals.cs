using Linli.Domain.Kernel;

namespace Linli.Web.Registry;

/// <summary>Nothing was chosen, or something that is no choice.</summary>
public sealed record ChoiceIsMissing(string Input) : Refusal
{
    public override string? Field => Input;
}

/// <summary>An area is a number of m² above zero with at most two decimals.</summary>
public sealed record AreaIsNotUnderstood(string Input) : Refusal
{
    public override string? Field => Input;
}

/// <summary>A number must lie in its range.</summary>
public sealed record NumberIsOutOfRange(string Input, int Least, int Most) : Refusal
{
    public override string? Field => Input;
}

/// <summary>No day was given.</summary>
public sealed record DayIsMissing(string Input) : Refusal
{
    public override string? Field => Input;
}

/// <summary>The day lies before 1900 or more than a hundred years ahead.</summary>
public sealed record DayIsImplausible(string Input) : Refusal
{
    public override string? Field => Input;
}

/// <summary>An end lies before its beginning.</summary>
public sealed record EndLiesBeforeBeginning(string Input) : Refusal
{
    public override string? Field => Input;
}

/// <summary>A term cannot be made to have ended before today; a post that ends is ended.</summary>
public sealed record EndLiesBeforeToday : Refusal
{
    public override string? Field => "LastDay";
}

/// <summary>Compounds stand below communities and villages.</summary>
public sealed record CompoundsStandBelowCommunities : Refusal;

/// <summary>A number of a building or a unit holds letters and digits only.</summary>
public sealed record NumberHasOtherSigns(string Input) : Refusal
{
    public override string? Field => Input;
}

/// <summary>The number is taken by another one in the same place.</summary>
public sealed record NumberIsTaken(string Number) : Refusal
{
    public override string? Field => "Number";
}

/// <summary>The letters of ticket numbers: two to six capital letters.</summary>
public sealed record InitialsAreNotLetters : Refusal
{
    public override string? Field => "Initials";
}

/// <summary>A reported figure needs its source.</summary>
public sealed record SourceOfFiguresIsMissing : Refusal
{
    public override string? Field => "FiguresFrom";
}

/// <summary>At least one of the three areas must be known: votes weigh it.</summary>
public sealed record NoAreaIsKnown : Refusal
{
    public override string? Field => "RegisteredArea";
}

/// <summary>Units stand in an entrance, or in a building without entrances.</summary>
public sealed record UnitsStandInEntrances : Refusal
{
    public override string? Field => "PlaceCode";
}

/// <summary>A share is a fraction above zero and not above one.</summary>
public sealed record ShareIsNoFraction : Refusal
{
    public override string? Field => "ShareNumerator";
}

/// <summary>The shares of a unit add up to one at most.</summary>
public sealed record SharesExceedTheWhole(string Left) : Refusal
{
    public override string? Field => "ShareNumerator";
}

/// <summary>The person or organisation has a share of this unit already.</summary>
public sealed record OwnsThisUnitAlready : Refusal
{
    public override string? Field => "Name";
}

/// <summary>The person lives in this unit already.</summary>
public sealed record LivesHereAlready : Refusal
{
    public override string? Field => "Name";
}

/// <summary>The telephone number is registered for somebody of another name.</summary>
public sealed record PhoneNumberBelongsToAnotherPerson : Refusal
{
    public override string? Field => "PhoneNumber";
}

/// <summary>The identity number is registered for somebody of another name or telephone number.</summary>
public sealed record IdentityNumberBelongsToAnotherPerson : Refusal
{
    public override string? Field => "IdentityNumber";
}

/// <summary>The organisation is not to be seen from here, or has ended.</summary>
public sealed record OrganisationIsNotKnown : Refusal
{
    public override string? Field => "OrganisationId";
}

/// <summary>The place is not to be seen from here.</summary>
public sealed record PlaceIsNotKnown : Refusal
{
    public override string? Field => "PlaceCode";
}

/// <summary>The credit code is registered for another organisation.</summary>
public sealed record CreditCodeIsTaken : Refusal
{
    public override string? Field => "CreditCode";
}

/// <summary>The organisation serves the compound already.</summary>
public sealed record ServesThisCompoundAlready : Refusal
{
    public override string? Field => "OrganisationId";
}

/// <summary>It has ended already.</summary>
public sealed record HasEndedAlready : Refusal;

/// <summary>Somebody who gives posts cannot give more than the own capacity holds.</summary>
public sealed record PostGivesMoreThanYouHold : Refusal
{
    public override string? Field => "PostKind";
}

/// <summary>The reason for looking at a number is told in at least this many characters.</summary>
public sealed record ReasonIsTooShort(int Least) : Refusal
{
    public override string? Field => "Reason";
}

/// <summary>The person has no such number on record.</summary>
public sealed record NumberIsNotOnRecord : Refusal
{
    public override string? Field => "Field";
}

/// <summary>The person is not to be seen from here.</summary>
public sealed record PersonIsNotKnown : Refusal
{
    public override string? Field => "PersonId";
}

/// <summary>A last day that is on record may be brought forward, not put off: who relies on it has been told.</summary>
public sealed record EndIsNotPutOff(DateOnly Known) : Refusal
{
    public override string? Field => "LastDay";
}

/// <summary>Posts, services or organisations below would outlive the organisation; they are ended first.</summary>
public sealed record OrganisationStillHas(int Posts, int Services, int Below) : Refusal;
