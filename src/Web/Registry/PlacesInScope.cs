using Linli.Domain.Registry;
using Linli.Web.Platform.Access;
using Linli.Web.Platform.Store;
using Linli.Web.Registry.Store;
using Microsoft.EntityFrameworkCore;

namespace Linli.Web.Registry;

/// <summary>Places, units and organisations as far as an actor's permission reaches.</summary>
internal static class PlacesInScope
{
    public static IQueryable<Place> Places(this LinliDb db, Actor actor, Permission permission) =>
        Scope.Of(actor, permission).Filter(db.Set<Place>(), place => place.Path);

    public static Task<Place?> PlaceByCode(this LinliDb db, string? code, Actor actor, Permission permission, CancellationToken cancel) =>
        db.Places(actor, permission).FirstOrDefaultAsync(place => place.Code == code, cancel);

    public static async Task<(Unit Unit, Place Compound)?> UnitByCode(this LinliDb db, string? code, Actor actor, Permission permission, CancellationToken cancel)
    {
        var found = await (
            from unit in db.Set<Unit>()
            join compound in db.Places(actor, permission) on unit.CompoundId equals compound.Id
            where unit.Code == code
            select new { unit, compound }).FirstOrDefaultAsync(cancel);
        return found is null ? null : (found.unit, found.compound);
    }

    /// <summary>Organisations whose place lies in the scope, and those that serve a compound in it.</summary>
    public static IQueryable<Organisation> Organisations(this LinliDb db, Actor actor, Permission permission)
    {
        var places = db.Places(actor, permission).Select(place => place.Id);
        return db.Set<Organisation>().Where(o => places.Contains(o.PlaceId)
            || db.Set<Service>().Any(s => s.OrganisationId == o.Id && places.Contains(s.CompoundId)));
    }

    /// <summary>People who own, live or hold a post in the scope; not those whose data is only stored any more (PIPL 47), nor those de-identified.</summary>
    public static IQueryable<Person> People(this LinliDb db, Actor actor, Permission permission)
    {
        var places = db.Places(actor, permission).Select(place => place.Id);
        var units = db.Set<Unit>().Where(u => places.Contains(u.CompoundId)).Select(u => u.Id);
        return db.Set<Person>().Where(p => p.RestrictedAt == null && p.ErasedAt == null).Where(p =>
            db.Set<Ownership>().Any(o => o.PersonId == p.Id && units.Contains(o.UnitId))
            || db.Set<Residency>().Any(r => r.PersonId == p.Id && units.Contains(r.UnitId))
            || db.Set<PostHeld>().Any(h => h.PersonId == p.Id && places.Contains(h.PlaceId)));
    }
}
