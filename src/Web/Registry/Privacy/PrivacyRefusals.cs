using Linli.Domain.Kernel;

namespace Linli.Web.Registry.Privacy;

/// <summary>The same thing is asked for already and not decided yet.</summary>
public sealed record RightsRequestIsOpenAlready : Refusal;

/// <summary>Nobody decides on the own request.</summary>
public sealed record OwnRequestIsDecidedByAnother : Refusal;

/// <summary>There is no such purpose that needs consent.</summary>
public sealed record ConsentPurposeIsNotKnown : Refusal
{
    public override string Field => "Purpose";
}

/// <summary>The text changed while it was read: it is shown anew and asked anew.</summary>
public sealed record ConsentTextHasChanged : Refusal;

/// <summary>The number is the person's own already.</summary>
public sealed record NumberIsOwnAlready : Refusal
{
    public override string Field => "PhoneNumber";
}

/// <summary>The data of this person is only stored any more; nobody looks at it (PIPL 47).</summary>
public sealed record PersonIsOnlyStored : Refusal;

/// <summary>An explanation is too short to be understood.</summary>
/// <param name="Shortest">Fewest characters.</param>
public sealed record AnswerIsTooShort(int Shortest) : Refusal
{
    public override string Field => "Answer";
}
