using Linli.Domain.Registry;
using Linli.Web.Registry.Store;

namespace Linli.Web.Registry;

/// <summary>Judges what is told of a building; makes the places that it consists of.</summary>
internal static class BuildingFacts
{
    private const int MostEntrances = 40;

    /// <summary>Its number, its name if one is told, and how many entrances, if that is told.</summary>
    public static (string Number, string? Name, int? Entrances) Read(BuildingInput input, Faults faults) => (
        PlaceNumbers.Clean(faults, nameof(input.Number), input.Number),
        faults.OptionalLine(nameof(input.Name), input.Name, 50),
        faults.OptionalNumber(nameof(input.Entrances), input.Entrances, 0, MostEntrances));

    /// <summary>A building of a compound, or an entrance of a building.</summary>
    public static Place Child(Place parent, Guid id, PlaceKind kind, string number, string name, string source) => new()
    {
        Id = id,
        ParentId = parent.Id,
        Kind = kind,
        Code = $"{parent.Code}-{number}",
        Path = new PlacePath(parent.Path).Child(number).Value,
        Name = name,
        OfficialName = name,
        Initials = PinyinInitials.Of(name),
        Source = source,
    };
}
