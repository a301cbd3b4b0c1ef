using System.Globalization;
using Linli.Domain.Registry;
using Linli.Domain.Registry.Party;
using Linli.Web.Demo.Builder;
using Linli.Web.Demo.Presets;
using Linli.Web.Registry.Store;

namespace Linli.Web.Demo.World;

/// <summary>
/// The articles' ways of organising the Party, hung upon the compounds that stand already: 康桥's functional branch, 西岸观邸's courtyard
/// general branch with three branches, 回风亭's “四合一” secretary, the alliance's branch of 长城社区. All people are made up.
/// </summary>
internal sealed partial class PartyTree
{
    private readonly WorldBuilder world;
    private readonly Plan plan = Preset.Read<Plan>("party");
    private readonly ILookup<string, Organisation> byName;

    private PartyTree(WorldBuilder world)
    {
        this.world = world;
        foreach (var figure in plan.Figures)
        {
            world.Figure(world.Place(figure.Place), figure.Indicator, figure.Value, figure.AsOf, figure.Source);
        }

        foreach (var (place, name) in plan.JointCommittees)
        {
            world.Organisation(OrganisationKind.SubdistrictJointWorkCommittee, name, world.Place(place));
        }

        world.Organisation(OrganisationKind.CommunityJointPartyCommittee, plan.Furong.Party, world.Place(plan.Furong.Community));
        BuildIndustry();
        byName = world.Rows.Of<Organisation>().ToLookup(organisation => organisation.Name, StringComparer.Ordinal);
        HangBelowPlaces();
        BuildKangqiao();
        BuildChangcheng();
        BuildCourtyard();
        BuildHuifeng();
        BuildCompanies();
    }

    internal sealed record Figure(string Place, string Indicator, long Value, DateOnly AsOf, string Source);

    internal sealed record Named(string Place, string Name);

    internal sealed record KangqiaoPlan(
        string Branch, string ProjectBranch, string Grid, string Group, string GroupForm, string[] Groups, string Committee, string CommitteeBranch,
        DateOnly Founded, string Document, int Formal, int Attached);

    internal sealed record ChangchengPlan(string Compound, string Branch, string AllianceBranch, int Leads);

    internal sealed record CourtyardPlan(
        string Compound, string General, string StaffBranch, string Company, string CompanyBranch, string Committee, int[] Members);

    internal sealed record FurongPlan(string Community, string Party, string Branch, string Company, string CompanyBranch);

    internal sealed record HuifengPlan(
        string Governance, string Environment, string Committees, string Companies, string Company, string CompanyBranch, int Members);

    internal sealed record CompaniesPlan(string Form, int Count, string Parent);

    internal sealed record Plan(
        string About, Figure[] Figures, Named[] JointCommittees, Named[] Industry, KangqiaoPlan Kangqiao, ChangchengPlan Changcheng, CourtyardPlan Courtyard,
        FurongPlan Furong, HuifengPlan Huifeng, CompaniesPlan Companies);

    public static void Build(WorldBuilder world) => _ = new PartyTree(world);

    private Organisation Of(string name) => byName[name].Single();

    private Place PlaceOf(Organisation organisation) => world.Rows.Of<Place>().Single(place => place.Id == organisation.PlaceId);

    private void BuildIndustry()
    {
        Organisation? city = null;
        foreach (var (place, name) in plan.Industry)
        {
            city ??= world.Organisation(OrganisationKind.IndustryPartyCommittee, name, world.Place(place));
            if (city.Name != name)
            {
                world.Organisation(OrganisationKind.IndustryPartyCommittee, name, world.Place(place), parent: city);
            }
        }
    }

    // Communities below their subdistrict; what hangs nowhere yet below its community.
    private void HangBelowPlaces()
    {
        var places = world.Rows.Of<Place>().ToDictionary(place => place.Id);
        var parties = world.Rows.Of<Organisation>().Where(o => o.Kind.IsOfTheParty()).ToArray();
        var above = parties.Where(o => o.Kind is OrganisationKind.SubdistrictJointWorkCommittee or OrganisationKind.CommunityJointPartyCommittee)
            .DistinctBy(o => o.PlaceId).ToDictionary(o => o.PlaceId);
        foreach (var one in parties.Where(o => o.ParentId is null && o.Kind is not (OrganisationKind.SubdistrictJointWorkCommittee or OrganisationKind.IndustryPartyCommittee)))
        {
            for (var at = places.GetValueOrDefault(one.PlaceId); at is not null; at = at.ParentId is { } up ? places.GetValueOrDefault(up) : null)
            {
                if (above.TryGetValue(at.Id, out var parent) && parent != one)
                {
                    one.ParentId = parent.Id;
                    break;
                }
            }
        }
    }

    private void Join(Person person, Organisation organisation, MemberStanding standing = MemberStanding.Full, int monthsAgo = 18)
    {
        person.PartyMember = true;
        world.Rows.Add(new PartyMembership
        {
            Id = world.Id("party-membership", $"{person.Id}/{organisation.Id}"),
            PersonId = person.Id,
            OrganisationId = organisation.Id,
            Way = Domain.Registry.Party.PartyTree.RuleOf(organisation.Kind).Holds ?? throw new InvalidOperationException($"{organisation.Kind} has no members."),
            Standing = standing,
            Since = world.Today.AddMonths(-monthsAgo),
        });
    }

    private Person Member() => world.Person(hasPhone: false, partyMember: true);

    // Who is secretary already, for example as one who signed an agreement, stays it.
    private Person Secretary(Organisation branch, Person? person = null)
    {
        if (world.Rows.Of<PostHeld>().FirstOrDefault(post => post.OrganisationId == branch.Id && post.Kind == PostKinds.BranchSecretary.Code) is { } held)
        {
            return world.Rows.Of<Person>().Single(one => one.Id == held.PersonId);
        }

        person ??= Member();
        world.Post(person, PostKinds.BranchSecretary, branch, PlaceOf(branch));
        return person;
    }

    private Organisation CompanyBranch(string company, string name, Organisation? parent)
    {
        var body = Of(company);
        var branch = byName[name].SingleOrDefault() ?? world.Organisation(OrganisationKind.CompanyBranch, name, PlaceOf(body));
        (branch.Kind, branch.OfOrganisationId, branch.ParentId) = (OrganisationKind.CompanyBranch, body.Id, parent?.Id);
        return branch;
    }

    private void BuildCompanies()
    {
        var served = world.Rows.Of<Organisation>().Where(o => o.Kind == OrganisationKind.PropertyCompany && PlaceOf(o).Code.StartsWith("500118", StringComparison.Ordinal))
            .Select(o => o.Name).Take(plan.Companies.Count).ToArray();
        foreach (var company in served)
        {
            var branch = CompanyBranch(company, string.Format(CultureInfo.InvariantCulture, plan.Companies.Form, company), Of(plan.Companies.Parent));
            foreach (var i in Enumerable.Range(0, 3))
            {
                Join(Member(), branch, monthsAgo: 12 + i);
            }
        }
    }
}
