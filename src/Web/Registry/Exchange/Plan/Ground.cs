using Linli.Domain.Registry;
using Linli.Web.Registry.Contract;
using Linli.Web.Registry.Exchange.Reading;
using Linli.Web.Registry.Store;

namespace Linli.Web.Registry.Exchange.Plan;

/// <summary>A post, the body that it belongs to, and the place that it covers.</summary>
internal sealed record HeldSeat(PostHeld Post, Guid OrganisationId, OrganisationKind Organisation, string ShortName, string Path);

/// <summary>What is registered of a compound, and what the rows before have added to it.</summary>
internal sealed class Ground(Place compound)
{
    private readonly Dictionary<string, Place> buildings = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Place> entrances = new(StringComparer.Ordinal);
    private readonly Dictionary<Guid, int> entrancesOf = [];
    private readonly HashSet<Guid> placesWithUnits = [];
    private readonly Dictionary<string, Unit> units = new(StringComparer.Ordinal);

    public Place Compound => compound;

    /// <summary>The community's place when the actor may register there; null when not.</summary>
    public Guid? Community { get; init; }

    public Dictionary<Guid, List<Ownership>> Ownerships { get; } = [];

    public Dictionary<Guid, List<Residency>> Residencies { get; } = [];

    public PeopleKnown People { get; } = new();

    /// <summary>Organisations by name: of the compound, of its community, those that serve here.</summary>
    public Dictionary<string, Organisation> Organisations { get; } = new(StringComparer.Ordinal);

    public Dictionary<string, Organisation> ByCreditCode { get; } = new(StringComparer.Ordinal);

    /// <summary>Organisations that the actor may change and fill posts of.</summary>
    public HashSet<Guid> InScope { get; } = [];

    public List<Service> Services { get; } = [];

    public List<PostHeld> Posts { get; } = [];

    /// <summary>Posts that the organisations of the rows have for other places.</summary>
    public List<PostHeld> PostsElsewhere { get; } = [];

    /// <summary>The compounds that organisations serve besides this one.</summary>
    public List<ServedElsewhere> ServedElsewhere { get; } = [];

    /// <summary>Every post for this compound, of whichever organisation, and every other one of those to whom rows give posts, by its holder.</summary>
    public Dictionary<Guid, List<HeldSeat>> Seats { get; } = [];

    /// <summary>Who registered as Party member, by person; null where the actor may not know.</summary>
    public Dictionary<Guid, RegistrationRow>? Registrations { get; init; }

    /// <summary>Whether the actor may know, and so may say, who is a Party member.</summary>
    public bool KeepsMarks { get; init; }

    /// <summary>People who agree to the Party mark: no file gives it to anybody else.</summary>
    public HashSet<Guid> MarksAgreed { get; } = [];

    /// <summary>The demo's people agree: their consents are written beside them.</summary>
    public bool EverybodyAgrees { get; init; }

    /// <summary>People who asked not to be known as Party members here: no file registers them (双报到).</summary>
    public HashSet<Guid> MarksTakenBack { get; } = [];

    public IEnumerable<Unit> Units => units.Values;

    public void Add(Place place)
    {
        if (place.Kind == PlaceKind.Building)
        {
            buildings[NumberOf(place)] = place;
        }
        else if (place.Kind == PlaceKind.Entrance)
        {
            entrances[place.Code] = place;
            entrancesOf[place.ParentId!.Value] = entrancesOf.GetValueOrDefault(place.ParentId.Value) + 1;
        }
    }

    public void Add(Unit unit)
    {
        units[unit.Code] = unit;
        placesWithUnits.Add(unit.PlaceId);
    }

    public void Add(HeldSeat seat)
    {
        if (!Seats.TryGetValue(seat.Post.PersonId, out var seats))
        {
            Seats.Add(seat.Post.PersonId, seats = []);
        }

        seats.Add(seat);
    }

    public Place? Building(string number) => buildings.GetValueOrDefault(number);

    public int EntrancesOf(Place building) => entrancesOf.GetValueOrDefault(building.Id);

    public bool HasEntrance(Place building, string number) => entrances.ContainsKey($"{building.Code}-{number}");

    public bool HasUnitsOfItsOwn(Place building) => placesWithUnits.Contains(building.Id);

    /// <summary>Where a unit with the address stands or would stand: in an entrance, or in a building without entrances.</summary>
    public Place? PlaceOf(UnitAddress address) => Building(address.Building) is not { } building ? null
        : address.Entrance.Length > 0 ? entrances.GetValueOrDefault($"{building.Code}-{address.Entrance}")
        : EntrancesOf(building) == 0 ? building
        : null;

    public Unit? Unit(UnitAddress address) => PlaceOf(address) is { } place ? units.GetValueOrDefault($"{place.Code}-{address.Number}") : null;

    /// <summary>24栋1单元, or 24栋.</summary>
    public string LabelOf(Place place) => place.Kind == PlaceKind.Building ? place.Name : buildings.Values.First(building => building.Id == place.ParentId).Name + place.Name;

    public string LabelOf(Unit unit) => LabelOf(buildings.Values.Concat(entrances.Values).First(place => place.Id == unit.PlaceId));

    public IEnumerable<Unit> UnitsOf(Place building)
    {
        var places = entrances.Values.Where(entrance => entrance.ParentId == building.Id).Select(entrance => entrance.Id).Append(building.Id).ToHashSet();
        return units.Values.Where(unit => places.Contains(unit.PlaceId));
    }

    /// <summary>Whether the person owns or lives in the unit on the day.</summary>
    public bool BelongsTo(Guid unit, Guid person, DateOnly day) =>
        (Ownerships.TryGetValue(unit, out var shares) && shares.Exists(share => share.PersonId == person && Terms.NotOver(share.Until, day)))
        || (Residencies.TryGetValue(unit, out var homes) && homes.Exists(home => home.PersonId == person && Terms.NotOver(home.Until, day)));

    /// <summary>The last part of a place's code.</summary>
    public static string NumberOf(Place place) => place.Code[(place.Code.LastIndexOf('-') + 1)..];
}
