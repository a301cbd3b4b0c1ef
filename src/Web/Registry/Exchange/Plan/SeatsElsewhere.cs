using Linli.Web.Platform.Store;
using Linli.Web.Registry.Store;
using Microsoft.EntityFrameworkCore;

namespace Linli.Web.Registry.Exchange.Plan;

/// <summary>A compound elsewhere that an organisation serves.</summary>
internal sealed record ServedElsewhere(Guid OrganisationId, string Path, DateOnly? EndsOn);

/// <summary>
/// What the rules of posts must know beyond the compound, as the form does (PostChecks): which posts elsewhere those hold to whom rows give one,
/// who holds the same posts of these organisations elsewhere, and whom the organisations serve.
/// </summary>
internal static class SeatsElsewhere
{
    public static async Task Read(LinliDb db, Ground ground, Gathering gathered, CancellationToken cancel)
    {
        if (gathered.PostHolders.Count == 0)
        {
            return;
        }

        var people = gathered.PostHolders.Select(holder => ground.People.ByPhone(holder.PhoneIndex) ?? ground.People.ByIdentity(holder.IdentityIndex)).OfType<Person>()
            .Select(person => person.Id).Concat(ground.Posts.Select(post => post.PersonId)).ToHashSet();
        var bodies = ground.Organisations.Values.Select(body => body.Id).Where(ground.InScope.Contains).ToHashSet();
        var held = await (
            from post in db.Set<PostHeld>().AsNoTracking()
            join body in db.Set<Organisation>() on post.OrganisationId equals body.Id
            join at in db.Set<Place>() on post.PlaceId equals at.Id
            where post.PlaceId != ground.Compound.Id && (people.Contains(post.PersonId) || bodies.Contains(post.OrganisationId))
            select new { post, body.Id, body.Kind, body.ShortName, at.Path }).ToListAsync(cancel);
        foreach (var one in held)
        {
            if (people.Contains(one.post.PersonId))
            {
                ground.Add(new HeldSeat(one.post, one.Id, one.Kind, one.ShortName, one.Path));
            }

            if (bodies.Contains(one.Id))
            {
                ground.PostsElsewhere.Add(one.post);
            }
        }

        bodies.UnionWith(ground.Seats.Values.SelectMany(seats => seats).Select(seat => seat.OrganisationId));
        ground.ServedElsewhere.AddRange(await (
            from service in db.Set<Service>().AsNoTracking()
            join compound in db.Set<Place>() on service.CompoundId equals compound.Id
            where service.CompoundId != ground.Compound.Id && bodies.Contains(service.OrganisationId)
            select new ServedElsewhere(service.OrganisationId, compound.Path, service.EndsOn)).ToListAsync(cancel));
    }
}
