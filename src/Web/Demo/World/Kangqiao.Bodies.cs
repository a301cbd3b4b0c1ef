using Linli.Domain.Registry;
using Linli.Web.Demo.Builder;
using Linli.Web.Registry.Store;

namespace Linli.Web.Demo.World;

internal sealed partial class Kangqiao
{
    // A workbook does not tell which organisation stands below which.
    private void Hang()
    {
        Organisation Body(string name) => world.Rows.Of<Organisation>().Single(organisation => organisation.Name == name);
        Body(plan.BlockGroup).ParentId = Body(plan.GridBranch).Id;
        Body(plan.MemberHousehold).ParentId = Body(plan.BlockGroup).Id;
    }

    /// <summary>Who holds such a post here, those whose term is over last.</summary>
    private PostHolder[] Holders(PostKind kind) =>
        [.. world.Rows.Of<PostHeld>().Where(post => post.PlaceId == Compound.Place.Id && post.Kind == kind.Code).OrderBy(post => post.EndsOn < world.Today).Select(world.Holder)];

    private void Choose(DemoRoles roles)
    {
        roles.Add(DemoRole.Owner, OwnersUnit.Owners[0]);
        roles.Add(DemoRole.Neighbour, NeighboursUnit.Owners[0]);
        roles.Add(DemoRole.Tenant, TenantsUnit.Residents[0]);
        roles.Add(DemoRole.Dispatcher, Team.Dispatcher.Person);
        roles.Add(DemoRole.RepairWorker, Team.Workers[0].Person);
        roles.Add(DemoRole.ProjectLead, Holders(PostKinds.ProjectLead)[0].Person);
        roles.Add(DemoRole.CommitteeChair, Holders(PostKinds.CommitteeChair)[0].Person);
        roles.Add(DemoRole.BranchSecretary, Holders(PostKinds.BranchSecretary)[0].Person);
        roles.Add(DemoRole.SeveralPosts, SeveralPostsUnit.Owners[0]);
        // Left last month: the post has ended, and with it everything it allowed.
        roles.Add(DemoRole.EndedPost, Holders(PostKinds.PropertyDispatcher)[^1].Person);
    }
}
