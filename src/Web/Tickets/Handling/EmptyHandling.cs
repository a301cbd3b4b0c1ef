using Linli.Web.Platform.Store;
using Microsoft.EntityFrameworkCore;

namespace Linli.Web.Tickets.Handling;

/// <summary>Takes the words out of how tickets were handled when their time is over; figures stay: grounds, moments, decisions.</summary>
internal static class EmptyHandling
{
    internal static async Task Of(LinliDb db, Guid[] ids, string words, CancellationToken cancel)
    {
        await db.Database.ExecuteSqlAsync($"delete from tickets.internal_notes where ticket_id = any({ids})", cancel);
        await db.Database.ExecuteSqlAsync($"update tickets.pauses set reason = {words} where ticket_id = any({ids})", cancel);
        await db.Database.ExecuteSqlAsync($"update tickets.extensions set reason = {words}, decision = null where ticket_id = any({ids})", cancel);
        await db.Database.ExecuteSqlAsync($"update tickets.returns set reason = {words}, decision = null where ticket_id = any({ids})", cancel);
        await db.Database.ExecuteSqlAsync(
            $"update tickets.whistles set matter = {words}, answer = null, warranted_note = null, assessment = null where ticket_id = any({ids})", cancel);
        await db.Database.ExecuteSqlAsync($"update tickets.joint_parties set task = {words}, report = null where ticket_id = any({ids})", cancel);
    }
}
