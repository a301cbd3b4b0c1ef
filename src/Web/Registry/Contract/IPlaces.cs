using Linli.Domain.Registry;

namespace Linli.Web.Registry.Contract;

/// <summary>What other modules may ask about places.</summary>
internal interface IPlaces
{
    /// <summary>Where the place stands; null when there is none with this id.</summary>
    Task<PlacePath?> PathOf(Guid placeId, CancellationToken cancel);

    /// <summary>What the place is and is called; null when there is none with this id.</summary>
    Task<PlaceName?> Find(Guid placeId, CancellationToken cancel);

    /// <summary>The buildings of a compound in the order of their numbers, for choosing one.</summary>
    Task<IReadOnlyList<BuildingChoice>> BuildingsOf(Guid compoundId, CancellationToken cancel);
}

/// <summary>A place by name.</summary>
internal sealed record PlaceName(Guid PlaceId, PlaceKind Kind, string Code, string Name, PlacePath Path);

/// <summary>A building to choose.</summary>
internal sealed record BuildingChoice(Guid PlaceId, string Name);
