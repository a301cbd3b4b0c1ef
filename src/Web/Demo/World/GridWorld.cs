using Linli.Domain.Grid;
using Linli.Domain.Registry;
using Linli.Web.Demo.Builder;
using Linli.Web.Grid.Store;
using Linli.Web.Registry.Store;

namespace Linli.Web.Demo.World;

/// <summary>
/// 康桥生活公园's building captains and a micro-grid leader in the manner of article [0]: most buildings have somebody, one captain left without a
/// hand-over, two buildings have nobody, one is shared, and one hand-over is half signed off. All persons are made up.
/// </summary>
internal sealed class GridWorld
{
    private readonly WorldBuilder world;
    private readonly CompoundBuilder compound;
    private readonly DemoRoles roles;
    private readonly Organisation branch;
    private readonly Organisation committee;
    private readonly HashSet<Guid> chosen = [];

    private GridWorld(WorldBuilder world, CompoundBuilder compound, DemoRoles roles)
    {
        (this.world, this.compound, this.roles) = (world, compound, roles);
        branch = world.Rows.Of<Organisation>().Single(o => o.PlaceId == compound.Place.Id && o.Kind == OrganisationKind.FunctionalBranch);
        committee = world.Rows.Of<Organisation>().Single(o => o.PlaceId == compound.Place.ParentId && o.Kind == OrganisationKind.ResidentsCommittee);
    }

    public static void Build(WorldBuilder world, CompoundBuilder compound, DemoRoles roles) => new GridWorld(world, compound, roles).Build();

    private DateOnly Since => world.Today.AddMonths(-14);

    private void Build()
    {
        var captains = new Dictionary<int, Leader>();
        for (var number = 1; number <= 22; number++)
        {
            var units = HouseholdsIn(number);
            captains[number] = Captain(number == 12 ? units[..(units.Length / 2)] : units);
        }

        // Building 12 is shared by two; in 23 the captain left last month and handed nothing over; 25 and 26 have nobody.
        Captain(HouseholdsIn(12)[(HouseholdsIn(12).Length / 2)..]);
        Captain(HouseholdsIn(23), endedOn: world.Today.AddMonths(-1));
        var ofTheLift = Captain(HouseholdsIn(24));
        roles.Add(DemoRole.BuildingCaptain, PersonOf(ofTheLift));
        Deputy(ofTheLift);
        HandOver(captains[7], captains[8]);
        Grids();
        Notes(ofTheLift);
    }

    private Unit[] HouseholdsIn(int building) => [.. compound.Buildings[building - 1].Units.Select(u => u.Row).Where(u => u.Delivery == Delivery.Delivered)];

    private Person PersonOf(Leader leader)
    {
        var person = world.Rows.Of<PostHeld>().Single(p => p.Id == leader.PostId).PersonId;
        return world.Rows.Of<Person>().Single(p => p.Id == person);
    }

    // A Party member of the building where there is one, else a neighbour.
    private Person Neighbour(IReadOnlyCollection<Unit> units)
    {
        var ids = units.Select(u => u.Id).ToHashSet();
        var living = compound.Units.Where(u => ids.Contains(u.Row.Id)).SelectMany(u => u.Owners.Where(u.Residents.Contains)).Where(p => p.PhoneIndex is not null).ToArray();
        var person = living.FirstOrDefault(p => p.PartyMember && !chosen.Contains(p.Id)) ?? living.First(p => !chosen.Contains(p.Id));
        chosen.Add(person.Id);
        return person;
    }

    private Leader Captain(Unit[] units, DateOnly? endedOn = null)
    {
        var post = world.Post(Neighbour(units), PostKinds.BuildingCaptain, branch, compound.Place, Since, Since.AddYears(3).AddDays(-1), endedOn);
        return Leader(post.Post, LeaderRole.Captain, units);
    }

    private Leader Leader(PostHeld post, LeaderRole role, IEnumerable<Unit> units, Guid? grid = null, Guid? deputyOf = null)
    {
        var number = world.Rows.Of(typeof(Leader)).Count + 1;
        var leader = world.Rows.Add(new Leader
        {
            PostId = post.Id, Role = role, PlaceId = compound.Place.Id, GridId = grid, DeputyOf = deputyOf, ContactPhone = number % 5 == 4 ? null : $"023-0000 {1000 + number}",
        });
        foreach (var unit in units)
        {
            world.Rows.Add(new ChargeHeld { Id = world.Id("charge", $"{role}/{unit.Code}"), UnitId = unit.Id, PostId = post.Id, Role = role, Since = Since });
        }

        return leader;
    }

    private void Deputy(Leader main)
    {
        var post = world.Post(Neighbour(HouseholdsIn(24)), PostKinds.BuildingCaptain, branch, compound.Place, Since, Since.AddYears(3).AddDays(-1));
        Leader(post.Post, LeaderRole.Captain, [], deputyOf: main.PostId);
    }

    // Five of the first captain's households are signed off, the others wait.
    private void HandOver(Leader from, Leader to)
    {
        var list = world.Rows.Add(new HandOverList
        {
            Id = world.Id("hand-over", "7"), Role = LeaderRole.Captain, PlaceId = compound.Place.Id, FromPost = from.PostId, ToPost = to.PostId, Reason = "搬离小区，卸任楼栋长",
            State = HandOverState.Open, BegunOn = world.Today.AddDays(-5), DueOn = world.Today.AddDays(9), BegunBy = PersonOf(to).Id,
        });
        var charges = world.Rows.Of<ChargeHeld>().Where(c => c.PostId == from.PostId && c.Role == LeaderRole.Captain).ToArray();
        foreach (var (charge, i) in charges.Select((charge, i) => (charge, i)))
        {
            var signed = i < 5;
            world.Rows.Add(new HandOverItem
            {
                Id = world.Id("hand-over-item", $"{i}"), HandOverId = list.Id, ChargeId = charge.Id, UnitId = charge.UnitId, Waits = !signed, SignedAt = signed ? world.Now.AddDays(-2) : null,
            });
            if (signed)
            {
                charge.Until = world.Today.AddDays(-2);
                world.Rows.Add(new ChargeHeld
                {
                    Id = world.Id("charge", $"passed/{i}"), UnitId = charge.UnitId, PostId = to.PostId, Role = charge.Role, Since = world.Today.AddDays(-2),
                });
            }
        }
    }

    // One general grid, a standard grid for the compound, micro-grids over pairs of buildings, the first with a retired neighbour as its leader.
    private void Grids()
    {
        var community = world.Rows.Of<Place>().Single(p => p.Id == compound.Place.ParentId);
        var general = Grid(GridKind.General, "棠城社区总网格", community, null, [community]);
        var standard = Grid(GridKind.Standard, "康桥一般网格", compound.Place, general.Id, [compound.Place]);
        for (var first = 1; first < 12; first += 2)
        {
            var buildings = compound.Buildings.Skip(first - 1).Take(2).ToArray();
            var micro = Grid(GridKind.Micro, $"康桥微网格{(first + 1) / 2}", compound.Place, standard.Id, [.. buildings.Select(b => b.Place)]);
            if (first == 1)
            {
                Unit[] units = [.. HouseholdsIn(1), .. HouseholdsIn(2)];
                var post = world.Post(Neighbour(units), PostKinds.MicroGridLeader, committee, compound.Place, Since, Since.AddYears(3).AddDays(-1));
                Leader(post.Post, LeaderRole.MicroGrid, units, micro.Id);
            }
        }
    }

    private GridUnit Grid(GridKind kind, string name, Place place, Guid? parent, IEnumerable<Place> parts)
    {
        var grid = world.Rows.Add(new GridUnit { Id = world.Id("grid", name), Kind = kind, Name = name, PlaceId = place.Id, ParentId = parent, OpenedOn = Since });
        foreach (var part in parts)
        {
            world.Rows.Add(new GridPart { Id = world.Id("grid-part", $"{name}/{part.Code}"), GridId = grid.Id, PlaceId = part.Id });
        }

        return grid;
    }

    private void Notes(Leader leader)
    {
        var units = HouseholdsIn(24);
        void Note(int at, NotePurpose purpose, string text) => world.Rows.Add(new HouseholdNote
        {
            Id = world.Id("note", text), UnitId = units[at].Id, Role = LeaderRole.Captain, Purpose = purpose, Text = text, WrittenBy = PersonOf(leader).Id,
            WrittenAt = world.Now.AddDays(-20), KeepUntil = world.Today.AddDays(160),
        });
        Note(1, NotePurpose.Reach, "白天上班，晚上七点后联系");
        Note(4, NotePurpose.Inform, "停水停电请提前打电话");
        Note(9, NotePurpose.HelpAskedFor, "电梯停运时请帮忙搬重物");
    }
}
