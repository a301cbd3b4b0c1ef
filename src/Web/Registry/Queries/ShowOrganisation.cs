using Linli.Domain.Kernel;
using Linli.Domain.Registry;
using Linli.Web.Platform.Access;
using Linli.Web.Platform.Store;
using Linli.Web.Registry.Store;
using Microsoft.EntityFrameworkCore;

namespace Linli.Web.Registry.Queries;

/// <summary>An organisation with who holds what in it.</summary>
public sealed record OrganisationView
{
    public required Guid Id { get; init; }

    public required OrganisationKind Kind { get; init; }

    public required string Name { get; init; }

    public required string ShortName { get; init; }

    public string? CreditCode { get; init; }

    public DateOnly? EndedOn { get; init; }

    public required PlaceLink Place { get; init; }

    public OrganisationLink? Above { get; init; }

    public required IReadOnlyList<OrganisationLink> Below { get; init; }

    public required IReadOnlyList<PlaceLink> Serves { get; init; }

    public required IReadOnlyList<PostView> Posts { get; init; }

    public required bool MayManage { get; init; }
}

/// <summary>A post with its term. Holders of posts are named to all who see the registry: posts are public.</summary>
public sealed record PostView
{
    public required Guid Id { get; init; }

    public required Guid PersonId { get; init; }

    public required string PersonName { get; init; }

    public required string Kind { get; init; }

    public required string OrganisationName { get; init; }

    public required string PlaceName { get; init; }

    public required DateOnly Since { get; init; }

    /// <summary>Last day: of the term, or earlier when it was ended.</summary>
    public DateOnly? Until { get; init; }

    public required bool IsPast { get; init; }
}

internal sealed class ShowOrganisation(LinliDb db, TimeProvider clock)
{
    public async Task<OrganisationView?> Execute(Guid id, Actor actor, CancellationToken cancel)
    {
        var found = await (
            from organisation in db.Organisations(actor, Permission.ViewRegistry).AsNoTracking()
            join place in db.Set<Place>() on organisation.PlaceId equals place.Id
            where organisation.Id == id
            select new { organisation, place }).FirstOrDefaultAsync(cancel);
        if (found is null)
        {
            return null;
        }

        var scope = Scope.Of(actor, Permission.ViewRegistry);
        var today = ChinaTime.DayOf(clock.GetUtcNow());
        var visible = db.Organisations(actor, Permission.ViewRegistry);
        var places = db.Places(actor, Permission.ViewRegistry);
        var placeIds = places.Select(p => p.Id);
        return new OrganisationView
        {
            Id = id,
            Kind = found.organisation.Kind,
            Name = found.organisation.Name,
            ShortName = found.organisation.ShortName,
            CreditCode = found.organisation.CreditCode,
            EndedOn = found.organisation.EndedOn,
            Place = new PlaceLink(found.place.Code, found.place.Name, found.place.Kind, scope.Covers(found.place.Path)),
            Above = await visible.Where(o => o.Id == found.organisation.ParentId)
                .Select(o => new OrganisationLink(o.Id, o.Kind, o.Name, null)).FirstOrDefaultAsync(cancel),
            Below = await visible.Where(o => o.ParentId == id).OrderBy(o => o.Kind).ThenBy(o => o.Name)
                .Select(o => new OrganisationLink(o.Id, o.Kind, o.Name, null)).ToListAsync(cancel),
            Serves = await places.Where(p => db.Set<Service>().Any(s => s.OrganisationId == id && s.CompoundId == p.Id && Terms.NotOver(s.EndsOn, today)))
                .OrderBy(p => p.Path).Take(200).Select(p => new PlaceLink(p.Code, p.Name, p.Kind, true)).ToListAsync(cancel),
            Posts = await Posts(db, db.Set<PostHeld>().Where(p => p.OrganisationId == id && placeIds.Contains(p.PlaceId)), today, cancel),
            MayManage = await db.Organisations(actor, Permission.ManageRegistry).AnyAsync(o => o.Id == id, cancel),
        };
    }

    internal static async Task<IReadOnlyList<PostView>> Posts(LinliDb db, IQueryable<PostHeld> posts, DateOnly today, CancellationToken cancel)
    {
        var rows = await (
            from post in posts.AsNoTracking()
            join person in db.Set<Person>() on post.PersonId equals person.Id
            join organisation in db.Set<Organisation>() on post.OrganisationId equals organisation.Id
            join place in db.Set<Place>() on post.PlaceId equals place.Id
            orderby post.StartsOn descending, post.Id
            select new { post, PersonName = person.Name, OrganisationName = organisation.ShortName, PlaceName = place.Name }).Take(500).ToListAsync(cancel);
        return
        [
            .. rows.Select(r => new PostView
            {
                Id = r.post.Id,
                PersonId = r.post.PersonId,
                PersonName = r.PersonName,
                Kind = r.post.Kind,
                OrganisationName = r.OrganisationName,
                PlaceName = r.PlaceName,
                Since = r.post.StartsOn,
                Until = r.post.LastDay,
                IsPast = !Terms.NotOver(r.post.LastDay, today),
            }).OrderBy(p => p.IsPast),
        ];
    }
}
