using System.Globalization;
using Linli.Domain.Registry;
using Linli.Web.Demo.Builder;
using Linli.Web.Registry.Store;

namespace Linli.Web.Tests.Demo.Workbooks;

/// <summary>康桥生活公园 as its workbook tells it: 1,504 dwellings in 26 buildings, its households, company, bodies and registered members.</summary>
internal sealed class DraftKangqiao
{
    private static readonly Range[] Ranges =
    [
        new(1, 12, 3, 6, 2, [8736, 10452]), new(13, 22, 2, 11, 4, [9218, 7645, 7681, 9204]), new(23, 26, 2, 12, 2, [11863, 12907]),
    ];

    private static readonly string[] WorkUnits = ["永川示例中学", "永川示例医院", "中山路示例税务所", "永川示例公交公司"];
    private static readonly string[] Skills = ["法律咨询", "水电维修", "急救", "文艺", "写作", "计算机"];
    private static readonly string[] Positions = ["政策宣传", "矛盾调解", "环境巡查", "应急值守"];

    private readonly WorldBuilder world;
    private readonly Dice dice = new("kangqiao");
    private readonly Households households;

    public DraftKangqiao(WorldBuilder world)
    {
        this.world = world;
        households = new Households(world, dice);
        Compound = world.Compound("康桥生活公园", world.Place("500118001009"), CompoundType.PropertyManaged, "KQ");
        Compound.Row.DeliveredOn = new DateOnly(2008, 6, 30);
        Build();
        Fill();
        Organise();
    }

    private sealed record Range(int From, int To, int Entrances, int Floors, int Dwellings, int[] Areas);

    public CompoundBuilder Compound { get; }

    /// <summary>The first Party members who live in what they own register.</summary>
    public IReadOnlyList<DraftRegistration> Registrations()
    {
        var lots = new Dice("double-registration");
        var members = Compound.Units.SelectMany(unit => unit.Owners.Where(unit.Residents.Contains).Select(owner => (unit, owner)))
            .Where(one => one.owner.PartyMember && one.owner.PhoneIndex is not null).DistinctBy(one => one.owner.Id).Take(24);
        return [.. members.Select((one, i) => new DraftRegistration(
            one.unit, one.owner, lots.Pick(WorkUnits), lots.Pick(Skills), Positions[i % Positions.Length], lots.Between(2, 8), DemoDay.Written.AddMonths(-11)))];
    }

    private UnitBuilder Unit(string label) => Compound.Units.Single(unit => unit.Row.Label == label);

    private void Build()
    {
        foreach (var range in Ranges)
        {
            for (var number = range.From; number <= range.To; number++)
            {
                // The same ground plan with the small differences of a survey, exact to 0.01 m².
                Compound.WithBuilding(number.ToString(CultureInfo.InvariantCulture) + "栋", range.Entrances)
                    .WithFloors(range.Floors, range.Dwellings, (_, door) => range.Areas[door - 1] + dice.Between(-35, 35));
            }
        }
    }

    // Dwellings that the visitor enters have simple households, so that a role is one person.
    private void Fill()
    {
        var developer = world.Organisation(OrganisationKind.Developer, "康桥示例置业有限公司", world.Place("500118001009"));
        var (unsold, undelivered) = (InBuilding(22, 12), InBuilding(21, 8));
        var (several, tenants) = (Unit("24栋1单元802"), Unit("24栋2单元602"));
        UnitBuilder[] simple = [Unit("24栋1单元1202"), Unit("24栋1单元1201"), several];
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
            else if (simple.Contains(unit))
            {
                var owner = world.Person(partyMember: unit == several);
                unit.OwnedBy(owner).LivedInBy(Relation.Owner, owner).LivedInBy(Relation.Family, world.Person());
            }
            else if (unit == tenants)
            {
                unit.OwnedBy(households.Adult()).LivedInBy(Relation.Tenant, world.Person());
            }
            else
            {
                households.Fill(unit);
            }
        }
    }

    private HashSet<UnitBuilder> InBuilding(int building, int count) =>
        [.. Compound.Buildings[building - 1].Units.Where(unit => unit.Row.Number.EndsWith("04", StringComparison.Ordinal)).Take(count)];

    private void Organise()
    {
        var (place, community, since) = (Compound.Place, world.Place("500118001009"), DemoDay.Written.AddMonths(-22));
        var company = world.Company("康桥示例物业服务有限公司", "康桥示例物业", community);
        Compound.ServedBy(company, since);
        void Staff(PostKind kind, DateOnly? last = null) => world.Post(world.Person(), kind, company, place, since, last);
        Staff(PostKinds.ProjectLead);
        Staff(PostKinds.PropertyDispatcher);
        Staff(PostKinds.RepairWorker);
        Staff(PostKinds.RepairWorker);
        Staff(PostKinds.RepairWorker);
        // Left last month.
        Staff(PostKinds.PropertyDispatcher, DemoDay.Written.AddMonths(-1));

        var committee = world.Organisation(OrganisationKind.OwnersCommittee, "康桥生活公园业主委员会", place, "康桥业委会");
        var branch = world.Organisation(OrganisationKind.FunctionalBranch, "康桥生活公园小区功能型党支部", place, "康桥功能型党支部");
        world.Organisation(OrganisationKind.GridBranch, "棠城社区第一网格党支部", community);
        var group = world.Organisation(OrganisationKind.BlockGroup, "康桥生活公园24栋党小组", place);
        world.Organisation(OrganisationKind.MemberHousehold, "康桥生活公园党员中心户", place);

        var several = Unit("24栋1单元802").Owners[0];
        var members = Compound.Units.Where(unit => unit.Owners.Count > 0 && unit.Owners[0].PartyMember && unit.Residents.Count > 0)
            .Select(unit => unit.Owners[0]).Where(owner => owner != several).Distinct().Take(4).ToArray();
        var term = DraftTerm.Beginning(DemoDay.Written.AddMonths(-14));
        // Five seats, at least half of them Party members (requirements A4).
        world.Post(members[0], PostKinds.CommitteeChair, committee, place, term.From, term.To);
        foreach (var member in members[1..3].Append(several).Append(Unit("3栋2单元502").Owners[0]))
        {
            world.Post(member, PostKinds.CommitteeMember, committee, place, term.From, term.To);
        }

        world.Post(members[3], PostKinds.BranchSecretary, branch, place);
        world.Post(several, PostKinds.BranchMember, branch, place);
        world.Post(members[0], PostKinds.BranchMember, branch, place);
        world.Post(several, PostKinds.GroupLeader, group, place);
    }
}

/// <summary>A row of the sheet 党员报到.</summary>
internal sealed record DraftRegistration(UnitBuilder Home, Person Member, string WorkUnit, string Skills, string Services, int Hours, DateOnly On);

/// <summary>A committee's term. Moved by whole days it meets other leap days: two days less than five years are never more than five years.</summary>
internal sealed record DraftTerm(DateOnly From, DateOnly To)
{
    private const int Days = 1824;

    public static DraftTerm Beginning(DateOnly first) => new(first, first.AddDays(Days - 1));

    public static DraftTerm Until(DateOnly last) => new(last.AddDays(1 - Days), last);
}
