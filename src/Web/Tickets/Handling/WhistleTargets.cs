using Linli.Domain.Registry;
using Linli.Domain.Tickets.Handling;
using Linli.Web.Platform.Access;
using Linli.Web.Platform.Store;
using Linli.Web.Registry.Contract;
using Linli.Web.Tickets.Handling.Store;
using Microsoft.EntityFrameworkCore;

namespace Linli.Web.Tickets.Handling;

/// <summary>A level that can be called: its place and who answers there.</summary>
internal sealed record WhistleTarget(WhistleLevel Level, Guid PlaceId, IReadOnlyList<Guid> People, bool IsCalled);

/// <summary>Whom a whistle can call, from near to far: levels above the caller's own place at which somebody answers.</summary>
internal static class WhistleTargets
{
    private sealed record Above(Guid Id, string Path, string Kind);

    public static async Task<IReadOnlyList<WhistleTarget>> Of(LinliDb db, IPosts posts, Guid ticket, Guid compound, Actor actor, CancellationToken cancel)
    {
        var above = await db.Database.SqlQuery<Above>($"""
            select a.id as "Id", a.path as "Path", a.kind as "Kind"
              from registry.places c join registry.places a on c.path like a.path || '%' where c.id = {compound} and a.kind in ('Community', 'Subdistrict', 'District')
            """).ToListAsync(cancel);
        var called = await db.Set<TicketWhistle>().Where(w => w.TicketId == ticket).Select(w => w.Level).ToListAsync(cancel);
        var holders = await posts.HoldersAt(compound, Permission.AnswerWhistles, cancel);
        var own = Scope.Of(actor, Permission.ViewTickets);
        return
        [
            .. from level in Enum.GetValues<WhistleLevel>()
               let place = above.FirstOrDefault(a => a.Kind == level.ToString())
               // A community calls the subdistrict, not itself.
               where place is not null && !own.Covers(place.Path)
               let people = holders.Where(holder => holder.PlaceId == place.Id).Select(holder => holder.PersonId).Distinct().ToList()
               where people.Count > 0
               select new WhistleTarget(level, place.Id, people, called.Contains(level)),
        ];
    }
}
