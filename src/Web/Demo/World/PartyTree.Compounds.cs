using System.Globalization;
using Linli.Domain.Registry;
using Linli.Domain.Registry.Party;
using Linli.Web.Registry.Store;

namespace Linli.Web.Demo.World;

internal sealed partial class PartyTree
{
    // Members keep their membership where they work; those who have it here belong to the grid's branch or a building's group.
    private void BuildKangqiao()
    {
        var p = plan.Kangqiao;
        var (branch, grid, group) = (Of(p.Branch), Of(p.Grid), Of(p.Group));
        (branch.FoundedOn, branch.FoundingDocument) = (p.Founded, p.Document);
        var compound = world.Rows.Of<Place>().Single(place => place.Id == branch.PlaceId);
        Place Building(string name) => world.Rows.Of<Place>().Single(place => place.ParentId == compound.Id && place.Name == name);
        // The group is the building's, and so is the member household below it.
        group.PlaceId = Building("24栋").Id;
        foreach (var household in world.Rows.Of<Organisation>().Where(o => o.ParentId == group.Id))
        {
            household.PlaceId = group.PlaceId;
        }


        var committee = Of(p.Committee);
        var own = world.Organisation(OrganisationKind.CommitteeBranch, p.CommitteeBranch, compound, parent: Above(compound));
        own.OfOrganisationId = committee.Id;

        var company = world.Rows.Of<Service>().First(service => service.CompoundId == compound.Id).OrganisationId;
        var project = Of(p.ProjectBranch);
        (project.Kind, project.OfOrganisationId) = (OrganisationKind.ProjectBranch, company);

        var owners = OwnersWhoAreMembers(compound);
        var groups = p.Groups.ToDictionary(
            name => Building(name).Path,
            name => world.Organisation(OrganisationKind.BlockGroup, string.Format(CultureInfo.InvariantCulture, p.GroupForm, name), Building(name), parent: grid));
        groups.Add(Building("24栋").Path, group);
        var formal = owners.Where((_, i) => i % 3 != 2).Take(p.Formal).ToArray();
        foreach (var ((person, path), i) in formal.Select((one, i) => (one, i)))
        {
            var there = groups.FirstOrDefault(g => path.StartsWith(g.Key, StringComparison.Ordinal)).Value ?? grid;
            Join(person, there, i % 12 == 11 ? MemberStanding.Probationary : MemberStanding.Full, 6 + i);
            if (there.Kind == OrganisationKind.BlockGroup && !world.Rows.Of<PostHeld>().Any(post => post.OrganisationId == there.Id || post.PersonId == person.Id))
            {
                world.Post(person, PostKinds.GroupLeader, there, PlaceOf(there));
            }
        }

        Secretary(grid);
        // Whoever holds a post of the functional branch takes part in it, and so does the company's lead: 双向进入.
        var holders = world.Rows.Of<PostHeld>().Where(post => post.OrganisationId == branch.Id).Select(post => post.PersonId).ToHashSet();
        var lead = world.Rows.Of<PostHeld>().First(post => post.PlaceId == compound.Id && post.Kind == PostKinds.ProjectLead.Code).PersonId;
        var taking = world.Rows.Of<Person>().Where(person => holders.Contains(person.Id) || person.Id == lead).ToList();
        taking.AddRange(owners.Select(one => one.Person).Where(person => !holders.Contains(person.Id)).Take(p.Attached));
        foreach (var person in taking)
        {
            Join(person, branch, monthsAgo: 20);
        }
    }

    private void BuildChangcheng()
    {
        var p = plan.Changcheng;
        var compound = world.Rows.Of<Place>().Single(place => place.Kind == PlaceKind.Compound && place.Name == p.Compound);
        var branch = world.Organisation(OrganisationKind.GridBranch, p.Branch, compound, parent: Above(compound));
        var owners = OwnersWhoAreMembers(compound).Select(one => one.Person).ToArray();
        foreach (var person in owners)
        {
            Join(person, branch);
        }

        // The secretary sits in the owners' committee: 交叉任职.
        Secretary(branch, owners.FirstOrDefault(person => world.Rows.Of<PostHeld>().Any(post => post.PersonId == person.Id)) ?? owners.FirstOrDefault());
        var alliance = Of(p.AllianceBranch);
        Join(Secretary(alliance), alliance);
        foreach (var company in world.Rows.Of<Organisation>().Where(o => o.Kind == OrganisationKind.PropertyCompany && o.PlaceId == alliance.PlaceId).Take(p.Leads).ToArray())
        {
            var serves = world.Rows.Of<Service>().First(service => service.OrganisationId == company.Id);
            var lead = Member();
            world.Post(lead, PostKinds.ProjectLead, company, world.Rows.Of<Place>().Single(place => place.Id == serves.CompoundId));
            Join(lead, alliance);
        }
    }

    // 院落党总支: branches one and two of owners, the third of staff, whose secretary is the project lead.
    private void BuildCourtyard()
    {
        var p = plan.Courtyard;
        var general = Of(p.General);
        var place = PlaceOf(general);
        var company = Of(p.Company);
        var staff = Of(p.StaffBranch);
        (staff.Kind, staff.OfOrganisationId) = (OrganisationKind.ProjectBranch, company.Id);
        var branches = world.Rows.Of<Organisation>().Where(o => o.ParentId == general.Id).OrderBy(o => o == staff).ThenBy(o => o.Name, StringComparer.Ordinal).ToArray();
        foreach (var (branch, count) in branches.Zip(p.Members))
        {
            var people = Enumerable.Range(0, count).Select(_ => Member()).ToArray();
            foreach (var (person, i) in people.Select((person, i) => (person, i)))
            {
                Join(person, branch, i == count - 1 ? MemberStanding.Probationary : MemberStanding.Full, 20 + i);
            }

            Secretary(branch, people[0]);
            if (branch == staff)
            {
                world.Post(people[0], PostKinds.ProjectLead, company, place);
                world.Post(people[1], PostKinds.PropertyDispatcher, company, place);
            }
            else if (branch == branches[0])
            {
                // 一肩挑: secretary of the general branch and, by election, chair of the owners' committee.
                var head = Secretary(general);
                Join(head, branch);
                world.Post(head, PostKinds.CommitteeChair, Of(p.Committee), place);
                foreach (var person in people[2..4].Append(world.Person(hasPhone: false)).Append(world.Person(hasPhone: false)))
                {
                    world.Post(person, PostKinds.CommitteeMember, Of(p.Committee), place);
                }
            }
        }

        var district = Of(plan.Industry.Single(one => place.Code.StartsWith(one.Place, StringComparison.Ordinal) && one.Place.Length == 6).Name);
        staff.ParentId = general.Id;
        CompanyBranch(p.Company, p.CompanyBranch, district);
        CompanyBranch(plan.Furong.Company, plan.Furong.CompanyBranch, Of(plan.Furong.Party));
    }

    // 四合一: one secretary heads the governance branch, the environment-and-property committee and both associations.
    private void BuildHuifeng()
    {
        var p = plan.Huifeng;
        var governance = Of(p.Governance);
        var community = PlaceOf(governance);
        var heads = new[] { Of(p.Committees), Of(p.Companies) };
        var secretary = world.Rows.Of<PostHeld>().Where(post => post.OrganisationId == heads[0].Id && post.Kind == PostKinds.AssociationChair.Code)
            .Select(post => world.Rows.Of<Person>().Single(person => person.Id == post.PersonId)).FirstOrDefault() ?? Member();
        if (!world.Rows.Of<PostHeld>().Any(post => post.OrganisationId == governance.Id && post.Kind == PostKinds.BranchSecretary.Code))
        {
            Secretary(governance, secretary);
        }

        Join(secretary, governance);
        Give(secretary, PostKinds.EnvironmentCommitteeChair, Of(p.Environment), community);
        foreach (var association in heads)
        {
            Give(secretary, PostKinds.AssociationChair, association, community);
        }

        // The branch's committee is made of members of both associations.
        foreach (var i in Enumerable.Range(0, p.Members))
        {
            var member = Member();
            world.Post(member, PostKinds.BranchMember, governance, community);
            world.Post(member, PostKinds.AssociationViceChair, heads[i % 2], community);
            Join(member, governance);
        }

        var branch = CompanyBranch(p.Company, p.CompanyBranch, parent: Above(community));
        foreach (var i in Enumerable.Range(0, 3))
        {
            Join(Member(), branch, monthsAgo: 10 + i);
        }
    }

    // What another part of the world has given already stays as it is.
    private void Give(Person person, PostKind kind, Organisation organisation, Place place)
    {
        if (!world.Rows.Of<PostHeld>().Any(post => post.OrganisationId == organisation.Id && post.Kind == kind.Code))
        {
            world.Post(person, kind, organisation, place);
        }
    }

    private Organisation? Above(Place place) => world.Rows.Of<Organisation>().FirstOrDefault(
        o => o.Kind == OrganisationKind.CommunityJointPartyCommittee && (o.PlaceId == place.Id || o.PlaceId == place.ParentId));

    private (Person Person, string Path)[] OwnersWhoAreMembers(Place compound)
    {
        var paths = world.Rows.Of<Place>().ToDictionary(place => place.Id, place => place.Path);
        var units = world.Rows.Of<Unit>().Where(unit => unit.CompoundId == compound.Id).ToDictionary(unit => unit.Id, unit => paths[unit.PlaceId]);
        var people = world.Rows.Of<Person>().Where(person => person.PartyMember).ToDictionary(person => person.Id);
        return [.. world.Rows.Of<Ownership>().Where(o => units.ContainsKey(o.UnitId) && o.PersonId is { } id && people.ContainsKey(id))
            .DistinctBy(o => o.PersonId).Select(o => (people[o.PersonId!.Value], units[o.UnitId]))];
    }
}
