using System.Globalization;
using Linli.Domain.Registry;
using Linli.Web.Demo.Builder;
using Linli.Web.Demo.Presets;
using Linli.Web.Registry.Store;

namespace Linli.Web.Demo.World;

/// <summary>康桥生活公园, dwelling by dwelling: 1,504 dwellings in 26 buildings, over 3,000 residents, its bodies and those who serve it.</summary>
internal sealed partial class Kangqiao
{
    private readonly WorldBuilder world;
    private readonly Plan plan = Preset.Read<Plan>("kangqiao");
    private readonly Dice dice = new("kangqiao");
    private readonly Households households;

    private Kangqiao(WorldBuilder world, DemoRoles roles)
    {
        this.world = world;
        households = new Households(world, dice);
        Compound = world.Compound(plan.Name, world.Place(plan.Community), CompoundType.PropertyManaged, plan.Initials, plan.Source);
        Compound.Row.DeliveredOn = new DateOnly(plan.DeliveredYear, 6, 30);
        Compound.Row.ServicePhone = plan.ServicePhone;
        BuildBuildings();
        FillUnits();
        BuildBodies(roles);
        Compound.Row.Households = Compound.Units.Count();
        Compound.Row.Residents = Compound.Units.Sum(unit => unit.Residents.Count);
        Compound.Row.FiguresFrom = plan.Source;
    }

    internal sealed record Range(int From, int To, int Entrances, int Floors, int Dwellings, int[] Areas);

    internal sealed record Some(int Building, int Count);

    internal sealed record Plan(
        string Name, string Initials, string Community, int DeliveredYear, string ServicePhone, string Source, Range[] Ranges,
        string Developer, Some Unsold, Some Undelivered, string Company, string CompanyShort, string Committee, string CommitteeShort,
        string Branch, string BranchShort, string GridBranch, string BlockGroup, string MemberHousehold);

    public CompoundBuilder Compound { get; }

    public ServiceTeam Team { get; private set; } = null!;

    /// <summary>The household that the visitor enters as owner in 24栋, and its neighbour.</summary>
    public UnitBuilder OwnersUnit => Unit("24栋1单元1202");

    public UnitBuilder NeighboursUnit => Unit("24栋1单元1201");

    public UnitBuilder TenantsUnit => Unit("24栋2单元602");

    private UnitBuilder SeveralPostsUnit => Unit("24栋1单元802");

    public static Kangqiao Build(WorldBuilder world, DemoRoles roles) => new(world, roles);

    private UnitBuilder Unit(string label) => Compound.Units.Single(unit => unit.Row.Label == label);

    private void BuildBuildings()
    {
        foreach (var range in plan.Ranges)
        {
            for (var number = range.From; number <= range.To; number++)
            {
                // The same ground plan with the small differences of a survey, exact to 0.01 m².
                Compound.WithBuilding(number.ToString(CultureInfo.InvariantCulture) + "栋", range.Entrances)
                    .WithFloors(range.Floors, range.Dwellings, (_, door) => range.Areas[door - 1] + dice.Between(-35, 35));
            }
        }
    }

    private void FillUnits()
    {
        var developer = world.Organisation(OrganisationKind.Developer, plan.Developer, world.Place(plan.Community));
        var unsold = OfBuilding(plan.Unsold);
        var undelivered = OfBuilding(plan.Undelivered);
        foreach (var unit in Compound.Units)
        {
            if (unsold.Contains(unit))
            {
                unit.OwnedBy(developer).Row.Delivery = Delivery.Unsold;
            }
            else if (undelivered.Contains(unit))
            {
                unit.OwnedBy(households.Adult()).Row.Delivery = Delivery.SoldNotDelivered;
            }
            else if (unit == OwnersUnit || unit == NeighboursUnit || unit == SeveralPostsUnit)
            {
                var owner = world.Person(partyMember: unit == SeveralPostsUnit);
                unit.OwnedBy(owner).LivedInBy(Relation.Owner, owner).LivedInBy(Relation.Family, world.Person());
            }
            else if (unit == TenantsUnit)
            {
                unit.OwnedBy(households.Adult()).LivedInBy(Relation.Tenant, world.Person());
            }
            else
            {
                households.Fill(unit);
            }
        }
    }

    private HashSet<UnitBuilder> OfBuilding(Some some) =>
        [.. Compound.Buildings[some.Building - 1].Units.Where(unit => unit.Row.Number.EndsWith("04", StringComparison.Ordinal)).Take(some.Count)];
}
