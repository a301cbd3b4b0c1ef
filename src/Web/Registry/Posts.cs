using Linli.Domain.Kernel;
using Linli.Domain.Registry;
using Linli.Web.Platform.Store;
using Linli.Web.Registry.Contract;
using Linli.Web.Registry.Store;
using Microsoft.EntityFrameworkCore;

namespace Linli.Web.Registry;

internal sealed class Posts(LinliDb db, TimeProvider clock) : IPosts
{
    public async Task<IReadOnlyList<PostHolder>> HoldersAt(Guid compoundPlaceId, Permission permission, CancellationToken cancel)
    {
        var path = await db.Set<Place>().Where(p => p.Id == compoundPlaceId).Select(p => p.Path).FirstOrDefaultAsync(cancel);
        if (path is null)
        {
            return [];
        }

        var covering = PathsAbove(path);
        var today = ChinaTime.DayOf(clock.GetUtcNow());
        var held = await (
            from post in db.Set<PostHeld>().HeldOn(today)
            join place in db.Set<Place>() on post.PlaceId equals place.Id
            join person in db.Set<Person>() on post.PersonId equals person.Id
            join organisation in db.Set<Organisation>() on post.OrganisationId equals organisation.Id
            where covering.Contains(place.Path)
            orderby place.Path.Length descending, post.Kind, person.Name, post.Id
            select new PostHolder(person.Id, post.Id, person.Name, post.Kind, place.Id, organisation.Id, organisation.ShortName)).ToListAsync(cancel);
        return [.. held.Where(holder => PostKinds.Find(holder.PostKind)?.Gives(permission) == true)];
    }

    /// <summary>The path itself and all above it up to the root: the places that cover it.</summary>
    internal static string[] PathsAbove(string path) =>
        [string.Empty, .. new PlacePath(path).SelfAndAncestors().Reverse().Select(above => above.Value)];
}
