namespace Linli.Domain.Registry.Party;

/// <summary>How a Party member belongs to an organisation.</summary>
public enum MembershipWay
{
    /// <summary>组织关系: the one formal membership.</summary>
    Formal,

    /// <summary>参加活动: takes part without moving the membership (功能型党支部).</summary>
    Attached,
}

/// <summary>Whether a member has full rights (正式党员、预备党员). Only full members count for founding a branch.</summary>
public enum MemberStanding
{
    /// <summary>正式党员.</summary>
    Full,

    /// <summary>预备党员.</summary>
    Probationary,
}

/// <summary>Where organisations of one kind stand in the tree.</summary>
/// <param name="Kind">The kind.</param>
/// <param name="Parents">Kinds that may stand right above; any level between may be absent.</param>
public sealed record PartyKindRule(OrganisationKind Kind, IReadOnlyList<OrganisationKind> Parents)
{
    /// <summary>In what way people belong to it; null where it has organisations and no members of its own.</summary>
    public MembershipWay? Holds { get; init; }

    /// <summary>It is a part of another organisation and never stands alone.</summary>
    public bool NeedsParent { get; init; }

    /// <summary>Its place lies within the place of the one above; companies may have their seat elsewhere.</summary>
    public bool LiesWithinParent { get; init; } = true;

    /// <summary>The kind of body whose Party organisation it is; null where it belongs to a place.</summary>
    public OrganisationKind? Of { get; init; }
}
