using Linli.Domain.Kernel;

namespace Linli.Web.Registry.Exchange;

/// <summary>None of the sheets has a name that is known.</summary>
public sealed record NoSheetIsKnown(string Names) : Refusal
{
    public override string? Field => "File";
}

/// <summary>The workbook was made for another compound.</summary>
public sealed record WorkbookIsForAnotherCompound(string Compound) : Refusal
{
    public override string? Field => "File";
}

/// <summary>More rows than are read at once.</summary>
public sealed record TooManyRows(int Most) : Refusal
{
    public override string? Field => "File";
}

/// <summary>What was sent is gone: a day has passed, or it was somebody else's.</summary>
public sealed record UploadIsGone : Refusal
{
    public override string? Field => "File";
}

/// <summary>A column that must be there is not.</summary>
public sealed record HeaderIsMissing(string Header) : Refusal;

/// <summary>The same column is there twice.</summary>
public sealed record HeaderIsThereTwice(string Header) : Refusal;

/// <summary>Cells were joined into one, so that it is not clear what belongs to which row.</summary>
public sealed record CellsAreJoined(string Range) : Refusal;

/// <summary>A cell that must be filled is empty.</summary>
public sealed record CellIsEmpty : Refusal;

/// <summary>The cell is a formula; what it shows is not what it holds.</summary>
public sealed record CellIsAFormula : Refusal;

/// <summary>The spreadsheet shows an error there.</summary>
public sealed record CellIsAnError(string Text) : Refusal;

/// <summary>The word is none of those that may be chosen.</summary>
public sealed record ChoiceIsNotKnown(string Text, string Choices) : Refusal;

/// <summary>A whole number was expected.</summary>
public sealed record NumberIsNotUnderstood(string Text) : Refusal;

/// <summary>A day was expected.</summary>
public sealed record DayIsNotUnderstood(string Text) : Refusal;

/// <summary>An amount in yuan with at most two decimals was expected.</summary>
public sealed record AmountIsNotUnderstood(string Text) : Refusal
{
    public override string? Field => "Fee";
}

/// <summary>The spreadsheet kept the number as a figure and lost its last digits.</summary>
public sealed record NumberLostItsDigits : Refusal;

/// <summary>The same thing stands in an earlier row.</summary>
public sealed record RowIsThereTwice(int FirstRow) : Refusal;

/// <summary>The building is neither registered nor on its sheet.</summary>
public sealed record BuildingIsNotKnown(string Number) : Refusal
{
    public override string? Field => "Building";
}

/// <summary>The building has no such entrance.</summary>
public sealed record EntranceIsNotKnown(string Building, string Number) : Refusal
{
    public override string? Field => "Entrance";
}

/// <summary>The unit is neither registered nor on its sheet.</summary>
public sealed record UnitIsNotKnown(string Number) : Refusal
{
    public override string? Field => "Unit";
}

/// <summary>An import takes no entrances away.</summary>
public sealed record EntrancesWouldVanish(int Registered) : Refusal
{
    public override string? Field => "Entrances";
}

/// <summary>A building with units of its own gets no entrances by an import: they would have to move.</summary>
public sealed record BuildingHasUnitsOfItsOwn(string Number) : Refusal
{
    public override string? Field => "Entrances";
}

/// <summary>Somebody of that name is registered in this household with another number.</summary>
public sealed record PersonHasAnotherNumber : Refusal
{
    public override string? Field => "PhoneNumber";
}

/// <summary>The organisation is neither registered here nor on its sheet.</summary>
public sealed record OrganisationIsNotRegistered(string Name) : Refusal
{
    public override string? Field => "Organisation";
}

/// <summary>The organisation is registered as another kind.</summary>
public sealed record OrganisationHasAnotherKind : Refusal
{
    public override string? Field => "Kind";
}

/// <summary>The organisation that is named has ended.</summary>
public sealed record OrganisationHasEnded(string Name) : Refusal
{
    public override string? Field => "Organisation";
}

/// <summary>Nobody of that name owns or lives in the unit.</summary>
public sealed record NobodyOfThatNameLivesThere(string Name) : Refusal
{
    public override string? Field => "Name";
}

/// <summary>Whoever is to be marked as a Party member has not agreed to it, or took it back.</summary>
public sealed record PartyMarkNeedsConsent : Refusal
{
    public override string? Field => "PartyMember";
}

/// <summary>Who is a Party member is for the branch and the community to say.</summary>
public sealed record PartyMarksAreKeptByOthers : Refusal
{
    public override string? Field => "PartyMember";
}

/// <summary>Who registered as Party member is for the branch and the community to keep.</summary>
public sealed record RegistrationsAreKeptByOthers : Refusal;
