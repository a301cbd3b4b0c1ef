using System.Globalization;
using Linli.Domain.Registry;
using Linli.Web.Demo.Builder;
using Linli.Web.Registry.Store;

namespace Linli.Web.Demo.World;

/// <summary>A building with households and a team of the company in a few further compounds, from their workbooks, so that other people's matters are there too.</summary>
internal static class LivedInCompounds
{
    public static IReadOnlyList<(CompoundBuilder Compound, ServiceTeam Team)> Build(WorldBuilder world, IEnumerable<CompoundBuilder> compounds, DemoRoles roles)
    {
        var built = new List<(CompoundBuilder Compound, ServiceTeam Team)>();
        foreach (var compound in compounds)
        {
            compound.Row.ServicePhone = string.Create(CultureInfo.InvariantCulture, $"023-0000 {built.Count + 1:0000}");
            CompoundWorkbooks.TakeIn(compound, $"compound-{compound.Place.Code}", "Owners", "Residents", "Contracts", "Posts");
            PostHolder[] Holders(PostKind kind) => [.. world.Rows.Of<PostHeld>().Where(post => post.PlaceId == compound.Place.Id && post.Kind == kind.Code).Select(world.Holder)];
            built.Add((compound, new ServiceTeam(Holders(PostKinds.PropertyDispatcher)[0], Holders(PostKinds.RepairWorker))));
        }

        roles.Add(DemoRole.OtherDispatcher, built[0].Team.Dispatcher.Person);
        return built;
    }
}
