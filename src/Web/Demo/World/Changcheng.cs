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
    private readonly List<CompoundBuilder> compounds = [];
    private readonly List<Organisation> companies = [];
    private readonly Dictionary<CompoundBuilder, Organisation> committees = [];

    private Changcheng(WorldBuilder world, DemoRoles roles)
    {
        this.world = world;
        Community = world.Place(plan.Community);
        foreach (var (indicator, value) in plan.Figures)
        {
            world.Figure(Community, indicator, value, plan.AsOf, plan.Source);
        }

        world.Organisation(OrganisationKind.Developer, plan.Developer, Community);
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
        compound.Row.DeliveredOn = world.Moved(DemoDay.Written.AddMonths(-row.DeliveredMonthsAgo));
        var company = companies[compounds.Count % companies.Count];
        compounds.Add(compound);
        if (row.Units > 0)
        {
            CompoundWorkbooks.TakeIn(compound, $"compound-{compound.Place.Code}", "Owners", "Residents", "Contracts", "Posts");
        }
        else
        {
            compound.ServedBy(company);
        }

        if (row.CommitteeTermDaysLeft is { } left)
        {
            committees.Add(compound, row.Units > 0 ? CommitteeOf(compound) : Elect(compound, world.Today.AddDays(left)));
        }
    }

    private Organisation CommitteeOf(CompoundBuilder compound) =>
        world.Rows.Of<Organisation>().Single(organisation => organisation.PlaceId == compound.Place.Id && organisation.Kind == OrganisationKind.OwnersCommittee);

    private Organisation Elect(CompoundBuilder compound, DateOnly lastDay)
    {
        var name = compound.Place.Name;
        var committee = world.Organisation(OrganisationKind.OwnersCommittee, $"{name}业主委员会", compound.Place, $"{name}业委会");
        for (var seat = 0; seat < Seats; seat++)
        {
            var member = world.Person(hasPhone: false, partyMember: seat % 2 == 0);
            world.Post(
                member, seat == 0 ? PostKinds.CommitteeChair : PostKinds.CommitteeMember, committee, compound.Place, lastDay.AddYears(-5).AddDays(1), lastDay);
        }

        return committee;
    }
}
