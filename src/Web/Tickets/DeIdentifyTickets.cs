using Linli.Web.Platform.Store;
using Linli.Web.Registry.Contract;
using Linli.Web.Tickets.Handling;
using Linli.Web.Tickets.Intake;
using Microsoft.EntityFrameworkCore;

namespace Linli.Web.Tickets;

/// <summary>
/// Takes out of closed tickets what tells who reported them: texts, photos, home, names. Figures stay: place, kind, times,
/// rating. An open ticket is never touched. Called by what retention and a decided deletion set off, never by a page.
/// </summary>
internal static class DeIdentifyTickets
{
    private const int AtOnce = 1000;

    /// <summary>Those closed before a moment; how many there were.</summary>
    internal static Task<long> ClosedBefore(LinliDb db, IErasedPeople erased, DateTimeOffset before, DateTimeOffset now, CancellationToken cancel)
    {
        var moment = before.ToUniversalTime();
        return All(db, erased, () => db.Database.SqlQuery<Guid>(
            $"""
            select id as "Value" from tickets.tickets
             where state in ('Closed', 'Withdrawn') and closed_at < {moment} and deidentified_at is null order by id limit {AtOnce}
            """).ToListAsync(cancel), now, cancel);
    }

    /// <summary>Those that a person reported; how many there were.</summary>
    internal static Task<long> ReportedBy(LinliDb db, IErasedPeople erased, Guid person, DateTimeOffset now, CancellationToken cancel) => All(db, erased, () => db.Database.SqlQuery<Guid>(
        $"""
        select id as "Value" from tickets.tickets
         where state in ('Closed', 'Withdrawn') and reporter_id = {person} and deidentified_at is null order by id limit {AtOnce}
        """).ToListAsync(cancel), now, cancel);

    private static async Task<long> All(LinliDb db, IErasedPeople erased, Func<Task<List<Guid>>> next, DateTimeOffset now, CancellationToken cancel)
    {
        var count = 0L;
        while (await next() is { Count: > 0 } ids)
        {
            await Empty(db, erased, [.. ids], now, cancel);
            count += ids.Count;
        }

        return count;
    }

    private static async Task Empty(LinliDb db, IErasedPeople erased, Guid[] ids, DateTimeOffset now, CancellationToken cancel)
    {
        var (nobody, words) = (await erased.Nobody(cancel), erased.Words);
        // Inside the caller's transaction, or one statement after the other in one of its own.
        await using var own = db.Database.CurrentTransaction is null ? await db.Database.BeginTransactionAsync(cancel) : null;
        await db.Database.ExecuteSqlAsync(
            $"""
            update platform.attachments set subject_kind = null, subject_id = null
             where id in (select p.attachment_id from tickets.timeline_photos p join tickets.timeline t on t.id = p.timeline_id where t.ticket_id = any({ids}))
            """, cancel);
        await db.Database.ExecuteSqlAsync(
            $"delete from tickets.timeline_photos where timeline_id in (select id from tickets.timeline where ticket_id = any({ids}))", cancel);
        await db.Database.ExecuteSqlAsync(
            $"""
            update tickets.timeline l set note = null, person_name = null, person_id = null, acted_as = case when l.person_id = t.reporter_id then {words} else l.acted_as end
              from tickets.tickets t where t.id = l.ticket_id and t.id = any({ids})
            """, cancel);
        await db.Database.ExecuteSqlAsync($"update tickets.exclusions set note = null, ended_note = null where ticket_id = any({ids})", cancel);
        await db.Database.ExecuteSqlAsync(
            $"""
            update tickets.tickets set description = {words}, place_text = {words}, unit_id = null, reporter_id = {nobody}, reported_as = {words}, deidentified_at = {now}
             where id = any({ids})
            """, cancel);
        await db.Database.ExecuteSqlAsync($"update tickets.duplicate_groups set reason = null where lead_id = any({ids})", cancel);
        await EmptyHandling.Of(db, ids, words, cancel);
        await EmptyIntake.Of(db, ids, cancel);
        await db.Database.ExecuteSqlAsync(
            $"""
            update tickets.follow_up_steps set note = case when note is null then null else {words} end, answer = case when answer is null then null else {words} end,
                   talked_with = null, ended_note = null where ticket_id = any({ids})
            """, cancel);
        if (own is not null)
        {
            await own.CommitAsync(cancel);
        }
    }
}
