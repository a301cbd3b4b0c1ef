using Linli.Domain.Registry;
using Linli.Domain.Registry.Alliances;
using Linli.Web.Platform.Access;
using Linli.Web.Platform.Store;
using Linli.Web.Registry.Queries;
using Linli.Web.Registry.Store;
using Microsoft.EntityFrameworkCore;

namespace Linli.Web.Registry.Alliances;

/// <summary>Party organisations that an agreement could be drafted between: those of the own scope and of the community around it. Empty for who may not draft.</summary>
internal sealed class PartyChoices(LinliDb db)
{
    private const int Most = 1000;

    public async Task<IReadOnlyList<Choice>> Execute(Actor actor, CancellationToken cancel)
    {
        var signs = actor.Capacity?.PostKind is { } kind && AgreementRules.SigningPosts.Contains(kind);
        if (actor.Capacity is not { } capacity || Scope.Of(actor, Permission.ViewRegistry).IsNothing || !(signs || actor.May(Permission.ManageAlliances)))
        {
            return [];
        }

        var above = Posts.PathsAbove(capacity.Path.Value);
        var community = await db.Set<Place>().Where(p => above.Contains(p.Path) && p.Kind == PlaceKind.Community).Select(p => p.Path).FirstOrDefaultAsync(cancel);
        var around = community ?? capacity.Path.Value;
        var kinds = AgreementRules.Parties.ToArray();
        return await (
            from o in db.Set<Organisation>()
            join place in db.Set<Place>() on o.PlaceId equals place.Id
            where o.EndedOn == null && kinds.Contains(o.Kind) && (place.Path.StartsWith(around) || o.Id == capacity.OrganisationId)
            orderby place.Path, o.Name, o.Id
            select new Choice(o.Id, o.Name)).Take(Most).ToListAsync(cancel);
    }
}
