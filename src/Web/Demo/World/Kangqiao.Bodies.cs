using Linli.Domain.Registry;
using Linli.Web.Demo.Builder;

namespace Linli.Web.Demo.World;

internal sealed partial class Kangqiao
{
    private void BuildBodies(DemoRoles roles)
    {
        var community = world.Place(plan.Community);
        var company = world.Company(plan.Company, plan.CompanyShort, community);
        var since = world.Today.AddMonths(-22);
        Compound.ServedBy(company, since);
        PostHolder Staff(PostKind kind) => world.Post(world.Person(), kind, company, Compound.Place, since);

        var lead = Staff(PostKinds.ProjectLead);
        Team = new ServiceTeam(Staff(PostKinds.PropertyDispatcher), [.. Enumerable.Range(0, 3).Select(_ => Staff(PostKinds.RepairWorker))]);
        // Left last month: the post has ended, and with it everything it allowed.
        var former = world.Post(
            world.Person(), PostKinds.PropertyDispatcher, company, Compound.Place, since, endedOn: world.Today.AddMonths(-1));

        var committee = world.Organisation(OrganisationKind.OwnersCommittee, plan.Committee, Compound.Place, plan.CommitteeShort);
        var branch = world.Organisation(OrganisationKind.FunctionalBranch, plan.Branch, Compound.Place, plan.BranchShort);
        var grid = world.Organisation(OrganisationKind.GridBranch, plan.GridBranch, community);
        var group = world.Organisation(OrganisationKind.BlockGroup, plan.BlockGroup, Compound.Place, parent: grid);
        world.Organisation(OrganisationKind.MemberHousehold, plan.MemberHousehold, Compound.Place, parent: group);

        var several = SeveralPostsUnit.Owners[0];
        var members = Compound.Units.Where(unit => unit.Owners.Count > 0 && unit.Owners[0].PartyMember && unit.Residents.Count > 0)
            .Select(unit => unit.Owners[0]).Where(owner => owner != several).Distinct().Take(4).ToArray();
        var term = world.Today.AddMonths(-14);
        // Five seats, at least half of them Party members (requirements A4).
        var chair = world.Post(members[0], PostKinds.CommitteeChair, committee, Compound.Place, term, term.AddYears(5).AddDays(-1));
        foreach (var member in members[1..3].Append(several).Append(Unit("3栋2单元502").Owners[0]))
        {
            world.Post(member, PostKinds.CommitteeMember, committee, Compound.Place, term, term.AddYears(5).AddDays(-1));
        }

        var secretary = world.Post(members[3], PostKinds.BranchSecretary, branch, Compound.Place);
        world.Post(several, PostKinds.BranchMember, branch, Compound.Place);
        world.Post(members[0], PostKinds.BranchMember, branch, Compound.Place);
        world.Post(several, PostKinds.GroupLeader, group, Compound.Place);

        roles.Add(DemoRole.Owner, OwnersUnit.Owners[0]);
        roles.Add(DemoRole.Neighbour, NeighboursUnit.Owners[0]);
        roles.Add(DemoRole.Tenant, TenantsUnit.Residents[0]);
        roles.Add(DemoRole.Dispatcher, Team.Dispatcher.Person);
        roles.Add(DemoRole.RepairWorker, Team.Workers[0].Person);
        roles.Add(DemoRole.ProjectLead, lead.Person);
        roles.Add(DemoRole.CommitteeChair, chair.Person);
        roles.Add(DemoRole.BranchSecretary, secretary.Person);
        roles.Add(DemoRole.SeveralPosts, several);
        roles.Add(DemoRole.EndedPost, former.Person);
    }
}
