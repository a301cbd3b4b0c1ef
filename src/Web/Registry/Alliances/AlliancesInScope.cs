using Linli.Domain.Registry;
using Linli.Web.Platform.Access;
using Linli.Web.Platform.Store;
using Linli.Web.Registry.Store;
using Microsoft.EntityFrameworkCore;

namespace Linli.Web.Registry.Alliances;

/// <summary>Associations and agreements as far as an actor's permission reaches.</summary>
internal static class AlliancesInScope
{
    /// <summary>Associations in the scope, and those whose area the actor's own place lies in: they work for it.</summary>
    public static IQueryable<Organisation> AssociationsSeenBy(this LinliDb db, Actor actor)
    {
        var inScope = db.Places(actor, Permission.ViewRegistry).Select(p => p.Id);
        string[] above = Scope.Of(actor, Permission.ViewRegistry).IsNothing || actor.Capacity is null ? [] : Posts.PathsAbove(actor.Capacity.Path.Value);
        var over = db.Set<Place>().Where(p => above.Contains(p.Path)).Select(p => p.Id);
        return Associations(db).Where(o => inScope.Contains(o.PlaceId) || over.Contains(o.PlaceId));
    }

    /// <summary>Associations that the actor keeps the books of.</summary>
    public static IQueryable<Organisation> AssociationsKeptBy(this LinliDb db, Actor actor)
    {
        var places = db.Places(actor, Permission.ManageAlliances).Select(p => p.Id);
        return Associations(db).Where(o => places.Contains(o.PlaceId));
    }

    /// <summary>One that is kept by the actor and has not ended.</summary>
    public static Task<Organisation?> LivingAssociation(this LinliDb db, Guid id, Actor actor, CancellationToken cancel) =>
        db.AssociationsKeptBy(actor).FirstOrDefaultAsync(o => o.Id == id && o.EndedOn == null, cancel);

    /// <summary>Agreements of which a party lies in the scope, or is the organisation that the actor acts for.</summary>
    public static IQueryable<Agreement> AgreementsSeenBy(this LinliDb db, Actor actor)
    {
        var places = db.Places(actor, Permission.ViewRegistry).Select(p => p.Id);
        var own = Scope.Of(actor, Permission.ViewRegistry).IsNothing ? null : actor.Capacity?.OrganisationId;
        return db.Set<Agreement>().Where(a => a.FirstPartyId == own || a.SecondPartyId == own
            || db.Set<Organisation>().Any(o => (o.Id == a.FirstPartyId || o.Id == a.SecondPartyId) && places.Contains(o.PlaceId)));
    }

    /// <summary>Organisations of the association's area: those that lie in it, and those that serve a compound in it.</summary>
    public static IQueryable<Organisation> OrganisationsOfArea(this LinliDb db, string areaPath, DateOnly today)
    {
        var places = db.Set<Place>().Where(p => p.Path.StartsWith(areaPath)).Select(p => p.Id);
        return db.Set<Organisation>().Where(o => o.EndedOn == null && (places.Contains(o.PlaceId)
            || db.Set<Service>().Any(s => s.OrganisationId == o.Id && places.Contains(s.CompoundId) && Terms.NotOver(s.EndsOn, today))));
    }

    private static IQueryable<Organisation> Associations(LinliDb db) => db.Set<Organisation>().Where(o =>
        o.Kind == OrganisationKind.Alliance || o.Kind == OrganisationKind.CommitteeAssociation || o.Kind == OrganisationKind.CompanyAssociation);
}
