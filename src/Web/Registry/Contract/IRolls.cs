namespace Linli.Web.Registry.Contract;

/// <summary>What a roll of voters is drawn up from.</summary>
internal interface IRolls
{
    /// <summary>Every unit of the compound with its owners on the day, in no order.</summary>
    Task<IReadOnlyList<UnitForRoll>> UnitsOf(Guid compoundId, DateOnly day, CancellationToken cancel);

    /// <summary>The compound with this code; null when there is none.</summary>
    Task<PlaceName?> CompoundOf(string code, CancellationToken cancel);

    /// <summary>The names of people and organisations, as a clerk has to read them beside a signature.</summary>
    Task<IReadOnlyDictionary<string, string>> NamesOf(IReadOnlyCollection<string> owners, CancellationToken cancel);
}

/// <summary>A unit as the registry knows it; areas in 0.01 m².</summary>
/// <param name="UnitId">Its id.</param>
/// <param name="Code">Code within the whole registry.</param>
/// <param name="Label">As people say it.</param>
/// <param name="Building">Name of its building; empty where it has none.</param>
/// <param name="Kind">Dwelling, Shop, Parking or Storage.</param>
/// <param name="Delivery">Delivered, SoldNotDelivered or Unsold.</param>
/// <param name="Registered">By the certificate.</param>
/// <param name="Surveyed">As measured.</param>
/// <param name="Contract">By the contract of sale.</param>
/// <param name="Owners">Ids of people and organisations.</param>
internal sealed record UnitForRoll(
    Guid UnitId, string Code, string Label, string Building, string Kind, string Delivery, long? Registered, long? Surveyed, long? Contract, string[] Owners);
