using Linli.Domain.Registry;
using Linli.Web.Demo.Builder;
using Linli.Web.Demo.Presets;

namespace Linli.Web.Demo.World;

/// <summary>康桥生活公园, dwelling by dwelling: 1,504 dwellings in 26 buildings, over 3,000 residents, its bodies and those who serve it.</summary>
internal sealed partial class Kangqiao
{
    private readonly WorldBuilder world;
    private readonly Plan plan = Preset.Read<Plan>("kangqiao");

    private Kangqiao(WorldBuilder world, DemoRoles roles)
    {
        this.world = world;
        Compound = world.Compound(plan.Name, world.Place(plan.Community), CompoundType.PropertyManaged, plan.Initials, plan.Source);
        Compound.Row.DeliveredOn = new DateOnly(plan.DeliveredYear, 6, 30);
        Compound.Row.ServicePhone = plan.ServicePhone;
        // Everything else of it comes from the workbook that a clerk would send in.
        CompoundWorkbooks.TakeIn(Compound, "kangqiao", "Contracts", "Posts", "Registrations");
        Hang();
        Team = new ServiceTeam(Holders(PostKinds.PropertyDispatcher)[0], Holders(PostKinds.RepairWorker));
        Choose(roles);
        Compound.Row.Households = Compound.Units.Count();
        Compound.Row.Residents = Compound.Units.Sum(unit => unit.Residents.Count);
        Compound.Row.FiguresFrom = plan.Source;
    }

    internal sealed record Plan(
        string Name, string Initials, string Community, int DeliveredYear, string ServicePhone, string Source, string GridBranch, string BlockGroup, string MemberHousehold);

    public CompoundBuilder Compound { get; }

    public ServiceTeam Team { get; private set; } = null!;

    /// <summary>The household that the visitor enters as owner in 24栋, and its neighbour.</summary>
    public UnitBuilder OwnersUnit => Unit("24栋1单元1202");

    public UnitBuilder NeighboursUnit => Unit("24栋1单元1201");

    public UnitBuilder TenantsUnit => Unit("24栋2单元602");

    private UnitBuilder SeveralPostsUnit => Unit("24栋1单元802");

    public static Kangqiao Build(WorldBuilder world, DemoRoles roles) => new(world, roles);

    private UnitBuilder Unit(string label) => Compound.Units.Single(unit => unit.Row.Label == label);
}
