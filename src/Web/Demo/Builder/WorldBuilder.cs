using Linli.Domain.Kernel;
using Linli.Domain.Registry;
using Linli.Web.Demo.Presets;
using Linli.Web.Platform.Personal;
using Linli.Web.Registry;
using Linli.Web.Registry.Store;

namespace Linli.Web.Demo.Builder;

/// <summary>
/// Puts a world together, place by place and person by person, and writes it in one go. The demo world and the tests share it:
/// <code>world.Compound("测试小区").WithBuilding("1栋").WithUnit("101").OwnedBy(world.Person());</code>
/// </summary>
internal sealed partial class WorldBuilder
{
    private const string TestCommunity = "990101001001";

    private readonly WorldGround ground;
    private readonly Dictionary<string, Place> places;
    private readonly MadeUpNames names;

    public WorldBuilder(WorldGround ground)
    {
        this.ground = ground;
        places = ground.Places.ToDictionary(place => place.Code, StringComparer.Ordinal);
        var preset = Preset.Read<MadeUpNames.Preset>("names");
        names = new MadeUpNames(preset, ground.FirstName ?? preset.InWorkbooks, ground.FirstPhone ?? preset.PhonesInWorkbooks + 1);
    }

    public WorldRows Rows { get; } = new();

    public DateTimeOffset Now => ground.Now;

    public PersonalCipher Cipher => ground.Cipher;

    public SecretKeys Keys => ground.Keys;

    public DateOnly Today => ChinaTime.DayOf(ground.Now);

    /// <summary>A day that a workbook told as of <see cref="DemoDay"/>, as of today.</summary>
    public DateOnly Moved(DateOnly day) => DemoDay.Moved(day, Today);

    public Place Place(string code) => places[code];

    /// <summary>The divisions right below one, in the order of their codes.</summary>
    public IEnumerable<Place> Below(Place parent) => places.Values
        .Where(place => place.ParentId == parent.Id && place.Kind <= PlaceKind.Community).OrderBy(place => place.Code, StringComparer.Ordinal);

    /// <summary>A division of the official table; one that is there already stays as it is.</summary>
    public Place Division(string code, string officialName, string parentCode, string source)
    {
        if (places.TryGetValue(code, out var known))
        {
            return known;
        }

        var kind = code.Length switch { 2 => PlaceKind.Province, 4 => PlaceKind.City, 6 => PlaceKind.District, 9 => PlaceKind.Subdistrict, _ => PlaceKind.Community };
        var parent = places[parentCode];
        return Place(kind, parent, code, DivisionCode.Segment(code, parent.Code), DivisionName.Short(officialName), source, officialName);
    }

    /// <summary>A compound with the next free code of its community; without a community it lies in one made for tests.</summary>
    public CompoundBuilder Compound(string name, Place? community = null, CompoundType type = CompoundType.PropertyManaged, string? initials = null, string source = "示例")
    {
        community ??= CommunityOfTests();
        var number = Enumerable.Range(1, 999).First(n => !places.ContainsKey($"{community.Code}{n:000}"));
        var place = Place(PlaceKind.Compound, community, $"{community.Code}{number:000}", $"{number:000}", name, source);
        return new CompoundBuilder(this, place, Rows.Add(new Compound
        {
            PlaceId = place.Id,
            Type = type,
            Initials = initials ?? (place.Initials.Length > 8 ? place.Initials[..8] : place.Initials),
        }));
    }

    public Organisation Organisation(OrganisationKind kind, string name, Place place, string? shortName = null, Organisation? parent = null) => Rows.Add(new Organisation
    {
        Id = Id("organisation", $"{place.Code}/{kind}/{name}"),
        Kind = kind,
        Name = name,
        ShortName = shortName ?? name,
        Initials = PinyinInitials.Of(name),
        ParentId = parent?.Id,
        PlaceId = place.Id,
    });

    /// <summary>A property company; without a seat it has one in the community made for tests.</summary>
    public Organisation Company(string name, string? shortName = null, Place? seat = null) =>
        Organisation(OrganisationKind.PropertyCompany, name, seat ?? CommunityOfTests(), shortName);

    /// <summary>A figure that a source reports of a place.</summary>
    public void Figure(Place place, string indicator, long value, DateOnly asOf, string source) => Rows.Add(new PlaceFigure
    {
        PlaceId = place.Id,
        Indicator = indicator,
        Value = value,
        AsOf = asOf,
        Source = source,
    });

    /// <summary>Rows that an import has made. The people of workbooks bear the first made-up names; all others bear the next.</summary>
    internal void Adopt(IReadOnlyList<object> rows)
    {
        foreach (var row in rows)
        {
            Rows.Adopt(row);
            if (row is Place place)
            {
                places.Add(place.Code, place);
            }
        }
    }

    internal Guid Id(string kind, string name) => StableId.Of(ground.Name, kind, name);

    internal Place Place(PlaceKind kind, Place parent, string code, string segment, string name, string source, string? officialName = null)
    {
        var place = Rows.Add(new Place
        {
            Id = Id("place", code),
            ParentId = parent.Id,
            Kind = kind,
            Code = code,
            Path = new PlacePath(parent.Path).Child(segment).Value,
            Name = name,
            OfficialName = officialName ?? name,
            Initials = PinyinInitials.Of(name),
            Source = source,
        });
        places.Add(code, place);
        return place;
    }

    private Place CommunityOfTests()
    {
        Division("99", "测试省", "0", "测试");
        Division("9901", "测试市", "99", "测试");
        Division("990101", "测试区", "9901", "测试");
        Division("990101001", "测试街道", "990101", "测试");
        return Division(TestCommunity, "测试社区居民委员会", "990101001", "测试");
    }
}
