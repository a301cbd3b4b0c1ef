using Linli.Domain.Registry;

namespace Linli.Web.Demo.World;

internal sealed partial class Zhongshanlu
{
    private void BuildBodies(DemoRoles roles)
    {
        var district = world.Place(plan.Subdistrict[..6]);
        var office = world.Organisation(OrganisationKind.SubdistrictOffice, plan.Office, subdistrict);
        roles.Add(DemoRole.SubdistrictOfficer, world.Post(world.Person(), PostKinds.SubdistrictOfficer, office, subdistrict).Person);
        world.Post(world.Person(), PostKinds.SubdistrictHousingClerk, office, subdistrict);

        var housing = world.Organisation(OrganisationKind.HousingDepartment, plan.Housing, district, plan.HousingShort);
        roles.Add(DemoRole.HousingOfficer, world.Post(world.Person(), PostKinds.HousingOfficer, housing, district).Person);
        world.Organisation(OrganisationKind.IndustryPartyCommittee, plan.IndustryPartyCommittee, district);

        var joint = world.Organisation(OrganisationKind.SubdistrictJointWorkCommittee, plan.PartyCommittee, subdistrict);
        foreach (var place in communities.Concat(villages))
        {
            var committee = world.Organisation(
                IsVillage(place) ? OrganisationKind.VillageCommittee : OrganisationKind.ResidentsCommittee, place.OfficialName, place, place.Name);
            var party = world.Organisation(OrganisationKind.CommunityJointPartyCommittee, Form(plan.CommunityPartyForm, place.Name), place, parent: joint);
            world.Post(world.Person(partyMember: true), PostKinds.CommunitySecretary, party, place);
            var worker = world.Post(world.Person(), PostKinds.CommunityWorker, committee, place);
            world.Post(world.Person(), PostKinds.GridWorker, committee, place);
            if (place.Code == CommunityToTry)
            {
                roles.Add(DemoRole.CommunityWorker, worker.Person);
            }
        }

        var root = world.Place("0");
        var platform = world.Organisation(OrganisationKind.Operator, plan.Operator, root);
        roles.Add(DemoRole.PlatformAdministrator, world.Post(world.Person(), PostKinds.PlatformAdministrator, platform, root).Person);
        companies.AddRange(plan.CompanyWords.Select(word => world.Company(Form(plan.CompanyForm, word), Form(plan.CompanyShortForm, word), subdistrict)));
    }

    // 棠城社区, in which 康桥生活公园 lies.
    private const string CommunityToTry = "500118001009";
}
