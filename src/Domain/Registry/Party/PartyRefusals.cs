using Linli.Domain.Kernel;

namespace Linli.Domain.Registry.Party;

/// <summary>A group or a household of members is a part of another organisation.</summary>
public sealed record PartyOrganisationNeedsOneAbove : Refusal
{
    /// <inheritdoc />
    public override string? Field => "ParentId";
}

/// <summary>Organisations of this kind do not stand below that one.</summary>
public sealed record PartyOrganisationDoesNotStandThere : Refusal
{
    /// <inheritdoc />
    public override string? Field => "ParentId";
}

/// <summary>Its place lies outside the place of the one above.</summary>
public sealed record PartyOrganisationLiesOutside : Refusal
{
    /// <inheritdoc />
    public override string? Field => "ParentId";
}

/// <summary>An organisation cannot stand below itself.</summary>
public sealed record PartyOrganisationWouldStandBelowItself : Refusal
{
    /// <inheritdoc />
    public override string? Field => "ParentId";
}

/// <summary>Members still belong to it.</summary>
/// <param name="Count">How many.</param>
public sealed record PartyMembersAreLeft(int Count) : Refusal;

/// <summary>Organisations still stand below it.</summary>
/// <param name="Count">How many.</param>
public sealed record PartyOrganisationsAreLeftBelow(int Count) : Refusal;

/// <summary>People still hold posts in it.</summary>
/// <param name="Count">How many.</param>
public sealed record PostsAreLeft(int Count) : Refusal;

/// <summary>It has organisations below it and no members of its own.</summary>
public sealed record PartyOrganisationHasNoMembersOfItsOwn : Refusal;

/// <summary>A member has one formal membership; it is transferred, not doubled.</summary>
public sealed record HasAFormalMembershipAlready : Refusal
{
    /// <inheritdoc />
    public override string? Field => "Since";
}

/// <summary>The member takes part here already.</summary>
public sealed record TakesPartHereAlready : Refusal
{
    /// <inheritdoc />
    public override string? Field => "Name";
}

/// <summary>Only a formal membership is transferred; taking part in a functional branch is ended and begun.</summary>
public sealed record OnlyFormalMembershipsAreTransferred : Refusal;

/// <summary>A transfer leads to another organisation that keeps formal memberships.</summary>
public sealed record TransferLeadsNowhere : Refusal
{
    /// <inheritdoc />
    public override string? Field => "ToId";
}

/// <summary>A membership lasts a day at least: a transfer lies after its beginning.</summary>
public sealed record TransferLiesBeforeTheBeginning : Refusal
{
    /// <inheritdoc />
    public override string? Field => "On";
}

/// <summary>The post has one holder, and somebody holds it in that term.</summary>
/// <param name="Since">First day of the term that is in the way.</param>
public sealed record PostHasAHolder(DateOnly Since) : Refusal
{
    /// <inheritdoc />
    public override string? Field => "FirstDay";
}

/// <summary>The person holds this very post in that term.</summary>
public sealed record HoldsThisPostAlready : Refusal
{
    /// <inheritdoc />
    public override string? Field => "PostKind";
}

/// <summary>Two posts exclude each other.</summary>
/// <param name="Held">The organisation of the other post.</param>
/// <param name="Source">What the rule rests on.</param>
public sealed record PostsExcludeEachOther(string Held, string Source) : Refusal
{
    /// <inheritdoc />
    public override string? Field => "PostKind";
}

/// <summary>Whoever takes this post declares first that there is no interest in the serving company.</summary>
/// <param name="Source">What the rule rests on.</param>
public sealed record InterestIsNotDeclared(string Source) : Refusal
{
    /// <inheritdoc />
    public override string? Field => "DeclaresNoInterest";
}
