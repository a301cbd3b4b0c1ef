using Linli.Domain.Registry;
using Linli.Web.Registry.Contract;
using Linli.Web.Registry.Store;

namespace Linli.Web.Demo.Builder;

/// <summary>A compound under construction.</summary>
internal sealed class CompoundBuilder(WorldBuilder world, Place place, Compound row)
{
    private readonly List<BuildingBuilder> buildings = [];

    /// <summary>Who registered as Party member, as the compound's workbook tells it.</summary>
    public IReadOnlyList<RegistrationRow> Registrations { get; internal set; } = [];

    public WorldBuilder World => world;

    public Place Place => place;

    public Compound Row => row;

    public IReadOnlyList<BuildingBuilder> Buildings => buildings;

    public IEnumerable<UnitBuilder> Units => buildings.SelectMany(building => building.Units);

    /// <summary>A building; one that has entrances hangs its units below them.</summary>
    public BuildingBuilder WithBuilding(string name, int entrances = 0)
    {
        // 24栋 is …-24; a building whose name has no number counts on.
        var digits = string.Concat(name.Where(char.IsAsciiDigit));
        var segment = digits.Length > 0 ? digits : $"B{buildings.Count + 1}";
        var building = new BuildingBuilder(this, world.Place(PlaceKind.Building, place, $"{place.Code}-{segment}", segment, name, place.Source));
        buildings.Add(building);
        for (var entrance = 1; entrance <= entrances; entrance++)
        {
            building.WithEntrance(entrance);
        }

        return building;
    }

    /// <summary>A building that an import has made.</summary>
    internal BuildingBuilder Adopt(Place building)
    {
        var adopted = new BuildingBuilder(this, building);
        buildings.Add(adopted);
        return adopted;
    }

    public CompoundBuilder ServedBy(Organisation company, DateOnly? since = null)
    {
        world.Rows.Add(new Service
        {
            Id = world.Id("service", $"{place.Code}/{company.Id}"),
            CompoundId = place.Id,
            OrganisationId = company.Id,
            StartsOn = since ?? world.Today.AddYears(-2),
        });
        return this;
    }
}

/// <summary>A building under construction.</summary>
internal sealed class BuildingBuilder(CompoundBuilder compound, Place place)
{
    private readonly List<Place> entrances = [];
    private readonly List<UnitBuilder> units = [];

    public CompoundBuilder Compound => compound;

    public Place Place => place;

    public IReadOnlyList<UnitBuilder> Units => units;

    public BuildingBuilder WithEntrance(int number)
    {
        var world = compound.World;
        entrances.Add(world.Place(PlaceKind.Entrance, place, $"{place.Code}-{number}", $"{number}", $"{number}单元", place.Source));
        return this;
    }

    /// <summary>A dwelling that an import has made.</summary>
    internal UnitBuilder Adopt(Unit unit)
    {
        var adopted = new UnitBuilder(this, unit);
        units.Add(adopted);
        return adopted;
    }

    /// <summary>A dwelling below an entrance (from 1) or, where the building has none, below the building itself.</summary>
    public UnitBuilder WithUnit(string number, int entrance = 1, long area = 90_00)
    {
        var below = entrances.Count == 0 ? place : entrances[entrance - 1];
        var code = $"{below.Code}-{number}";
        var unit = new UnitBuilder(this, compound.World.Rows.Add(new Unit
        {
            Id = compound.World.Id("unit", code),
            PlaceId = below.Id,
            CompoundId = compound.Place.Id,
            Code = code,
            Number = number,
            Kind = UnitKind.Dwelling,
            Label = entrances.Count == 0 ? $"{place.Name}{number}" : $"{place.Name}{below.Name}{number}",
            Floor = number.Length > 2 && int.TryParse(number[..^2], out var floor) ? floor : null,
            RegisteredArea = area,
            Delivery = Delivery.Delivered,
        }));
        units.Add(unit);
        return unit;
    }

    /// <summary>Every entrance with so many floors of so many dwellings: 101, 102, 201 …</summary>
    public BuildingBuilder WithFloors(int floors, int dwellings, Func<int, int, long> areaOf)
    {
        for (var entrance = 1; entrance <= Math.Max(1, entrances.Count); entrance++)
        {
            for (var floor = 1; floor <= floors; floor++)
            {
                for (var door = 1; door <= dwellings; door++)
                {
                    WithUnit($"{floor}{door:00}", entrance, areaOf(floor, door));
                }
            }
        }

        return this;
    }
}
