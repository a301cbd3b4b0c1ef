using Linli.Domain.Tickets;
using Linli.Domain.Tickets.Handling;
using Linli.Web.Platform.Store;
using Linli.Web.Tickets.Handling.Store;
using Linli.Web.Tickets.Store;
using Microsoft.EntityFrameworkCore;

namespace Linli.Web.Tickets.Handling;

/// <summary>Sets a ticket's due moment anew from its whole story: receipt, pauses, extensions. Nothing is added to what stood before, so nothing adds up wrongly.</summary>
internal static class TicketClock
{
    /// <summary>Call it when pauses and extensions of this act are in the context already, saved or not.</summary>
    public static async Task Set(LinliDb db, TicketDeadlines deadlines, Ticket ticket, CancellationToken cancel)
    {
        await db.Set<TicketPause>().Where(p => p.TicketId == ticket.Id).LoadAsync(cancel);
        await db.Set<TicketExtension>().Where(e => e.TicketId == ticket.Id && e.Granted == true).LoadAsync(cancel);
        var pauses = db.Set<TicketPause>().Local.Where(p => p.TicketId == ticket.Id).Select(p => new Pause(p.FromAt, p.ToAt)).ToList();
        var granted = db.Set<TicketExtension>().Local.Where(e => e.TicketId == ticket.Id && e.Granted == true).OrderBy(e => e.AskedAt)
            .Select(e => new GrantedExtension(new Limit(e.Days, TimeUnit.Days), e.CountsFrom)).ToList();
        (ticket.ResolveDueAt, ticket.TimesExtended) = (deadlines.ResolveDue(ticket, pauses, granted), granted.Count);
    }
}
