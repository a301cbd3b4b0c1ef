using Linli.Web.Platform.Store;
using Linli.Web.Tickets.Handling.Store;
using Microsoft.EntityFrameworkCore;

namespace Linli.Web.Tickets.Handling;

/// <summary>A request for more time that nobody decided falls away when there is a result, or when the ticket goes back to dispatch.</summary>
internal static class OpenRequests
{
    public static async Task Lapse(LinliDb db, Guid ticket, DateTimeOffset at, CancellationToken cancel)
    {
        if (await db.Set<TicketExtension>().SingleOrDefaultAsync(e => e.TicketId == ticket && e.DecidedAt == null, cancel) is { } open)
        {
            open.DecidedAt = at;
        }
    }
}
