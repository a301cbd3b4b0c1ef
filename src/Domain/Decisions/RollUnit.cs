using Linli.Domain.Kernel;

namespace Linli.Domain.Decisions;

/// <summary>What a unit is, as far as votes ask.</summary>
public enum UnitUse
{
    /// <summary>A home.</summary>
    Dwelling,

    /// <summary>A shop.</summary>
    Shop,

    /// <summary>A parking space; counts only where the rules of procedure say so.</summary>
    Parking,

    /// <summary>A storage room; as parking.</summary>
    Storage,
}

/// <summary>Whether a unit has been handed over to a buyer.</summary>
public enum SaleState
{
    /// <summary>Handed over: its owners vote.</summary>
    Delivered,

    /// <summary>Sold, not handed over: the developer votes.</summary>
    SoldUndelivered,

    /// <summary>Not sold: the developer votes.</summary>
    Unsold,
}

/// <summary>Which of the areas counts.</summary>
public enum AreaBasis
{
    /// <summary>As the certificate says.</summary>
    Registered,

    /// <summary>As it was measured.</summary>
    Surveyed,

    /// <summary>As the contract of sale says.</summary>
    Contract,
}

/// <summary>A unit as the registry knows it when a roll is drawn up.</summary>
public sealed record RollUnit
{
    /// <summary>Code within the compound, parts between hyphens: 24-2-1203.</summary>
    public required string Code { get; init; }

    /// <summary>The building's number or name.</summary>
    public required string Building { get; init; }

    /// <summary>What it is.</summary>
    public required UnitUse Use { get; init; }

    /// <summary>Area by the certificate.</summary>
    public Area? Registered { get; init; }

    /// <summary>Area as surveyed.</summary>
    public Area? Surveyed { get; init; }

    /// <summary>Area by the contract of sale.</summary>
    public Area? Contract { get; init; }

    /// <summary>Whether it was handed over.</summary>
    public required SaleState State { get; init; }

    /// <summary>Ids of its owners; for what is sold and not handed over those of the buyers.</summary>
    public required IReadOnlyList<string> Owners { get; init; }

    /// <summary>The co-owner whom the others named to vote; null where nobody was named.</summary>
    public string? Designated { get; init; }

    /// <summary>Who votes for an owner who cannot: owner to guardian.</summary>
    public IReadOnlyDictionary<string, string> Guardians { get; init; } = new Dictionary<string, string>();

    /// <summary>Whether it is proved that the ballot paper was delivered.</summary>
    public bool DeliveryProved { get; init; }

    /// <summary>The area that counts, registered before surveyed before contract (domain.md §1.2; SPC 2020 on exclusive parts, art 8); null when none is known.</summary>
    public (Area Area, AreaBasis Basis)? Counted =>
        Registered is { } registered ? (registered, AreaBasis.Registered)
        : Surveyed is { } surveyed ? (surveyed, AreaBasis.Surveyed)
        : Contract is { } contract ? (contract, AreaBasis.Contract)
        : null;

    /// <summary>Who casts the unit's ballot: the one named, the only owner, or the guardian of that one; null while co-owners have named nobody.</summary>
    public string? Speaker => (Designated ?? (Owners.Distinct().Count() == 1 ? Owners[0] : null)) is { } owner
        ? Guardians.GetValueOrDefault(owner, owner)
        : null;
}
