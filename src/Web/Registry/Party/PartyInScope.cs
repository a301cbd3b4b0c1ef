using Linli.Domain.Registry;
using Linli.Web.Platform.Access;
using Linli.Web.Platform.Store;
using Linli.Web.Registry.Store;

namespace Linli.Web.Registry.Party;

/// <summary>Party organisations as far as an actor's permission reaches: by their place alone, wherever the company beside them serves.</summary>
internal static class PartyInScope
{
    public static IQueryable<Organisation> PartyOrganisations(this LinliDb db, Actor actor, Permission permission)
    {
        var places = db.Places(actor, permission).Select(place => place.Id);
        return db.Set<Organisation>().Where(o => OrganisationKinds.OfTheParty.Contains(o.Kind) && places.Contains(o.PlaceId));
    }

    /// <summary>Memberships of the organisations that the actor keeps.</summary>
    public static IQueryable<PartyMembership> PartyMembershipsKeptBy(this LinliDb db, Actor actor)
    {
        var kept = db.PartyOrganisations(actor, Permission.ManageParty);
        return db.Set<PartyMembership>().Where(m => kept.Any(o => o.Id == m.OrganisationId));
    }

    /// <summary>Memberships that last on the day or begin later.</summary>
    public static IQueryable<PartyMembership> NotOver(this IQueryable<PartyMembership> memberships, DateOnly today) =>
        memberships.Where(m => Terms.NotOver(m.Until, today));
}
