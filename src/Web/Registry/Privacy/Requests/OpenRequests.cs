using Linli.Domain.Registry.Privacy;
using Linli.Domain.Registry;
using Linli.Web.Platform.Access;
using Linli.Web.Platform.Http;
using Linli.Web.Platform.Personal;
using Linli.Web.Platform.Store;
using Linli.Web.Registry.Store;
using Microsoft.EntityFrameworkCore;

namespace Linli.Web.Registry.Privacy.Requests;

/// <summary>A page of requests with how many there are.</summary>
public sealed record RightsRequestPage(IReadOnlyList<RightsRequestView> Requests, int Page, int Pages, int Total, int Late);

/// <summary>The requests that a clerk of the place decides on: the open ones by deadline, or the decided ones, newest first.</summary>
internal sealed class OpenRequests(LinliDb db, PersonalCipher cipher, TimeProvider clock, Erasure erasure)
{
    public const int PageSize = 30;

    public async Task<RightsRequestPage> Execute(bool decided, int page, Actor actor, CancellationToken cancel, int size = PageSize)
    {
        var now = clock.GetUtcNow();
        var rows = InScope(actor).Where(r => (r.State == RightsRequestState.Open) != decided);
        var total = await rows.CountAsync(cancel);
        var late = await rows.CountAsync(r => r.State == RightsRequestState.Open && r.DueAt < now, cancel);
        var sorted = decided ? rows.OrderByDescending(r => r.DecidedAt).ThenBy(r => r.Id) : rows.OrderBy(r => r.DueAt).ThenBy(r => r.Id);
        var shown = await (
            from r in sorted.Skip((Paging.At(page) - 1) * size).Take(size)
            join p in db.Set<Person>() on r.PersonId equals p.Id
            join place in db.Set<Place>() on r.PlaceId equals place.Id
            select new { r, p.Name, Place = place.Name }).ToListAsync(cancel);
        var views = shown.Select(x => MyRequests.View(x.r, cipher, now) with { PersonName = x.Name, PlaceName = x.Place, PersonId = x.r.PersonId, Proposed = null, Explanation = null });
        return new RightsRequestPage(
            [.. decided ? views.OrderByDescending(v => v.DecidedAt) : views.OrderBy(v => v.DueAt).ThenBy(v => v.AskedAt)],
            Paging.At(page), Paging.Count(total, size), total, late);
    }

    public async Task<RightsRequestView?> Find(Guid id, Actor actor, CancellationToken cancel)
    {
        var found = await (
            from r in InScope(actor)
            join p in db.Set<Person>() on r.PersonId equals p.Id
            join place in db.Set<Place>() on r.PlaceId equals place.Id
            where r.Id == id
            select new { r, Person = p, Place = place.Name }).AsNoTracking().SingleOrDefaultAsync(cancel);
        if (found is null)
        {
            return null;
        }

        var obstacles = found.r.Scope == DeletionScope.Everything ? await erasure.Obstacles(found.r.PersonId, cancel) : [];
        return MyRequests.View(found.r, cipher, clock.GetUtcNow()) with
        {
            PersonName = found.Person.Name,
            PersonId = found.r.PersonId,
            PlaceName = found.Place,
            Present = found.r.Field switch
            {
                CorrectionField.Name => found.Person.Name,
                CorrectionField.IdentityNumber => found.Person.IdentityMasked,
                _ => null,
            },
            Obstacles = obstacles,
            IsOwn = found.r.PersonId == actor.PersonId,
        };
    }

    private IQueryable<RightsRequest> InScope(Actor actor)
    {
        var places = db.Places(actor, Permission.HandlePersonalDataRequests).Select(place => place.Id);
        return db.Set<RightsRequest>().AsNoTracking().Where(r => places.Contains(r.PlaceId));
    }
}
