using System.Globalization;
using Linli.Domain.Registry;
using Linli.Web.Demo.Builder;
using Linli.Web.Demo.Presets;
using Linli.Web.Registry.Store;

namespace Linli.Web.Demo.World;

/// <summary>
/// 长城社区 with the figures of its article: 18 compounds, 13 companies, 5 owners' committees and so 13 compounds without one. The
/// article names 汇厦少城琴台府 only; the names with 示例 in them, the dwellings and the terms are made up.
/// </summary>
internal sealed class Changcheng
{
    private const int Seats = 5;

    private readonly WorldBuilder world;
    private readonly Plan plan = Preset.Read<Plan>("changcheng");
    private readonly Dice dice = new("changcheng");
    private readonly List<CompoundBuilder> compounds = [];
    private readonly List<Organisation> companies = [];
    private readonly Organisation developer;
    private readonly Dictionary<CompoundBuilder, Organisation> committees = [];

    private Changcheng(WorldBuilder world, DemoRoles roles)
    {
        this.world = world;
        Community = world.Place(plan.Community);
        foreach (var (indicator, value) in plan.Figures)
        {
            world.Figure(Community, indicator, value, plan.AsOf, plan.Source);
        }

        developer = world.Organisation(OrganisationKind.Developer, plan.Developer, Community);
        BuildBodies(roles);
        companies.AddRange(Enumerable.Range(1, plan.Companies).Select(number => world.Company(
            string.Format(CultureInfo.InvariantCulture, plan.CompanyForm, number), seat: Community)));
        foreach (var row in plan.Compounds)
        {
            Build(row);
        }
    }

    internal sealed record Row(
        string Name, int DeliveredMonthsAgo, CompoundType Type = CompoundType.PropertyManaged, int Units = 0, int Delivered = 0, int? CommitteeTermDaysLeft = null);

    internal sealed record Plan(
        string Community, string Subdistrict, string Source, DateOnly AsOf, Dictionary<string, int> Figures, int Companies, string CompanyForm,
        string Developer, string Office, string ResidentsCommittee, string Party, string Housing, string HousingShort, string Alliance,
        string AllianceBranch, Row[] Compounds);

    public Place Community { get; }

    /// <summary>All 18, those with a committee first.</summary>
    public IReadOnlyList<CompoundBuilder> Compounds => compounds;

    /// <summary>All 13.</summary>
    public IReadOnlyList<Organisation> Companies => companies;

    /// <summary>The five owners' committees by their compounds.</summary>
    public IReadOnlyDictionary<CompoundBuilder, Organisation> Committees => committees;

    public static Changcheng Build(WorldBuilder world, DemoRoles roles) => new(world, roles);

    private void BuildBodies(DemoRoles roles)
    {
        var subdistrict = world.Place(plan.Subdistrict);
        var district = world.Place(plan.Subdistrict[..6]);
        var office = world.Organisation(OrganisationKind.SubdistrictOffice, plan.Office, subdistrict);
        var residents = world.Organisation(OrganisationKind.ResidentsCommittee, plan.ResidentsCommittee, Community);
        var party = world.Organisation(OrganisationKind.CommunityJointPartyCommittee, plan.Party, Community);
        var housing = world.Organisation(OrganisationKind.HousingDepartment, plan.Housing, district, plan.HousingShort);
        world.Organisation(OrganisationKind.Alliance, plan.Alliance, Community);
        world.Organisation(OrganisationKind.FunctionalBranch, plan.AllianceBranch, Community);

        roles.Add(DemoRole.OtherSubdistrictOfficer, world.Post(world.Person(), PostKinds.SubdistrictOfficer, office, subdistrict).Person);
        world.Post(world.Person(), PostKinds.SubdistrictHousingClerk, office, subdistrict);
        world.Post(world.Person(), PostKinds.HousingOfficer, housing, district);
        world.Post(world.Person(partyMember: true), PostKinds.CommunitySecretary, party, Community);
        roles.Add(DemoRole.OtherCommunityWorker, world.Post(world.Person(), PostKinds.CommunityWorker, residents, Community).Person);
    }

    private void Build(Row row)
    {
        var compound = world.Compound(row.Name, Community, row.Type, source: plan.Source);
        compound.Row.DeliveredOn = world.Today.AddMonths(-row.DeliveredMonthsAgo);
        compound.ServedBy(companies[compounds.Count % companies.Count]);
        compounds.Add(compound);
        if (row.Units > 0)
        {
            BuildUnits(compound, row);
        }

        if (row.CommitteeTermDaysLeft is { } left)
        {
            Elect(compound, world.Today.AddDays(left));
        }
    }

    // Two entrances; what is not delivered yet still belongs to the developer.
    private void BuildUnits(CompoundBuilder compound, Row row)
    {
        compound.WithBuilding("1栋", entrances: 2).WithFloors(row.Units / 4, 2, (_, door) => 8650 + (door * 730) + dice.Between(-30, 30));
        foreach (var (unit, i) in compound.Units.Select((unit, i) => (unit, i)))
        {
            if (i < row.Delivered)
            {
                var owner = world.Person(hasPhone: false, partyMember: i % 4 == 0);
                unit.OwnedBy(owner).LivedInBy(Relation.Owner, owner);
            }
            else
            {
                unit.OwnedBy(developer).Row.Delivery = Delivery.Unsold;
            }
        }
    }

    private void Elect(CompoundBuilder compound, DateOnly lastDay)
    {
        var name = compound.Place.Name;
        var committee = world.Organisation(OrganisationKind.OwnersCommittee, $"{name}业主委员会", compound.Place, $"{name}业委会");
        committees.Add(compound, committee);
        var owners = compound.Units.Select(unit => unit.Owners[0]).Take(Seats).ToArray();
        for (var seat = 0; seat < Seats; seat++)
        {
            var member = seat < owners.Length ? owners[seat] : world.Person(hasPhone: false, partyMember: seat % 2 == 0);
            world.Post(
                member, seat == 0 ? PostKinds.CommitteeChair : PostKinds.CommitteeMember, committee, compound.Place, lastDay.AddYears(-5).AddDays(1), lastDay);
        }
    }
}
