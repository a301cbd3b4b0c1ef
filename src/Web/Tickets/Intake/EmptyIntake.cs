using Linli.Web.Platform.Store;
using Microsoft.EntityFrameworkCore;

namespace Linli.Web.Tickets.Intake;

/// <summary>Takes callers and followers out of tickets whose time is over; the way in stays, for it is counted.</summary>
internal static class EmptyIntake
{
    internal static async Task Of(LinliDb db, Guid[] ids, CancellationToken cancel)
    {
        await db.Database.ExecuteSqlAsync($"update tickets.intakes set caller_name = null, caller_phone = null, hotline_called_at = null where ticket_id = any({ids})", cancel);
        await db.Database.ExecuteSqlAsync($"delete from tickets.follows where ticket_id = any({ids})", cancel);
    }
}
