using Linli.Domain.Kernel;

namespace Linli.Domain.Registry.Committees;

/// <summary>The act belongs to somebody else: the subdistrict, the community, the platform.</summary>
/// <param name="Act">The act.</param>
public sealed record ActBelongsToOthers(BodyAct Act) : Refusal;

/// <summary>Bodies of this kind have no such act.</summary>
/// <param name="Act">The act.</param>
/// <param name="Kind">The kind of body.</param>
public sealed record ActIsNotOfThisBody(BodyAct Act, BodyKind Kind) : Refusal;

/// <summary>The act does not follow from where the body stands.</summary>
/// <param name="Act">The act.</param>
/// <param name="State">Where it stands.</param>
public sealed record ActIsNotOpenInState(BodyAct Act, BodyState State) : Refusal;

/// <summary>There is no such body in the compound yet.</summary>
public sealed record BodyIsNotThereYet : Refusal;

/// <summary>A 物业管理小组 or 自治委员会 signs no contract with a company: that takes the owners' decision and a committee.</summary>
/// <param name="Kind">The kind of body.</param>
public sealed record BodyMustNotSignContracts(BodyKind Kind) : Refusal;

/// <summary>Registered figures show that the conditions of the first assembly are not met.</summary>
public sealed record FirstAssemblyIsTooEarly : Refusal;

/// <summary>Candidates are published by a preparatory group, and there is none.</summary>
public sealed record PreparatoryGroupIsMissing : Refusal;

/// <summary>An act lies ahead of today.</summary>
public sealed record ActLiesInTheFuture : Refusal
{
    /// <inheritdoc />
    public override string? Field => "Day";
}

/// <summary>An act lies before the one recorded last.</summary>
/// <param name="Last">Day of the last act.</param>
public sealed record ActLiesBeforeTheLast(DateOnly Last) : Refusal
{
    /// <inheritdoc />
    public override string? Field => "Day";
}

/// <summary>Owners had too little time between the notice and the election.</summary>
/// <param name="Earliest">The first day on which it could be held.</param>
public sealed record NoticeWasTooShort(DateOnly Earliest) : Refusal
{
    /// <inheritdoc />
    public override string? Field => "Day";
}

/// <summary>The act counts members and none are told.</summary>
public sealed record MembersAreMissing : Refusal
{
    /// <inheritdoc />
    public override string? Field => "Members";
}

/// <summary>The number of members lies outside what is laid down.</summary>
/// <param name="Least">At least.</param>
/// <param name="Most">At most; null without limit.</param>
public sealed record MembersAreTooFewOrTooMany(int Least, int? Most) : Refusal
{
    /// <inheritdoc />
    public override string? Field => "Members";
}

/// <summary>The number of members is even.</summary>
public sealed record MembersAreNotOdd : Refusal
{
    /// <inheritdoc />
    public override string? Field => "Members";
}

/// <summary>More owners than members.</summary>
public sealed record OwnersExceedMembers : Refusal
{
    /// <inheritdoc />
    public override string? Field => "Owners";
}

/// <summary>Owners are fewer than their share.</summary>
/// <param name="Part">Numerator of the share.</param>
/// <param name="Whole">Denominator of the share.</param>
public sealed record OwnersAreTooFew(int Part, int Whole) : Refusal
{
    /// <inheritdoc />
    public override string? Field => "Owners";
}

/// <summary>Somebody else presides.</summary>
/// <param name="Head">Who has to.</param>
public sealed record HeadComesFromElsewhere(string Head) : Refusal
{
    /// <inheritdoc />
    public override string? Field => "Head";
}

/// <summary>The act begins a term and its days are not told.</summary>
public sealed record TermIsMissing : Refusal
{
    /// <inheritdoc />
    public override string? Field => "TermTo";
}

/// <summary>The term is shorter or longer than what is laid down.</summary>
/// <param name="Least">Years at least; null without limit.</param>
/// <param name="Most">Years at most; null without limit.</param>
public sealed record TermIsTooShortOrTooLong(int? Least, int? Most) : Refusal
{
    /// <inheritdoc />
    public override string? Field => "TermTo";
}

/// <summary>A new election because of vacancies needs fewer members left than this.</summary>
/// <param name="Seats">Members that the body should have.</param>
/// <param name="Part">Numerator of the share.</param>
/// <param name="Whole">Denominator of the share.</param>
public sealed record EnoughMembersAreLeft(int Seats, int Part, int Whole) : Refusal
{
    /// <inheritdoc />
    public override string? Field => "Members";
}

/// <summary>Who hands over and who takes over are two people.</summary>
public sealed record HandoverNeedsTwoPeople : Refusal
{
    /// <inheritdoc />
    public override string Field => "TakenBy";
}

/// <summary>No item of the list was chosen, or it is signed already.</summary>
public sealed record HandoverItemIsNotOpen : Refusal
{
    /// <inheritdoc />
    public override string? Field => "Item";
}

/// <summary>The list has items that nobody signed for.</summary>
/// <param name="Open">The open items.</param>
public sealed record HandoverItemsAreOpen(HandoverItems Open) : Refusal;

/// <summary>The election has not been filed, or the filing not been answered.</summary>
public sealed record FilingIsNotAnswered : Refusal;

/// <summary>The election has been filed already.</summary>
public sealed record FilingIsUnderWay : Refusal;

/// <summary>An owners' committee is in office; no other body stands in for it.</summary>
public sealed record CommitteeIsInOffice : Refusal;

/// <summary>Nothing is filed that could be answered.</summary>
public sealed record NothingIsFiled : Refusal;
