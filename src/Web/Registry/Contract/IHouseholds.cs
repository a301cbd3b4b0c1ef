namespace Linli.Web.Registry.Contract;

/// <summary>What other modules may ask about who owns and lives where.</summary>
internal interface IHouseholds
{
    /// <summary>The units that the person owns or lives in today.</summary>
    Task<IReadOnlyList<HouseholdUnit>> UnitsOf(Guid personId, CancellationToken cancel);

    /// <summary>The person's unit in one compound, an owned one first; null when the person has none there.</summary>
    Task<HouseholdUnit?> UnitIn(Guid compoundId, Guid personId, CancellationToken cancel);
}

/// <summary>A unit of a household.</summary>
/// <param name="PlaceId">The entrance or, where a building has none, the building.</param>
internal sealed record HouseholdUnit(Guid UnitId, string Label, Guid PlaceId, Guid CompoundId, string CompoundName, bool IsOwner);
