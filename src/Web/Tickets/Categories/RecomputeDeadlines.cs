using Linli.Domain.Tickets;
using Linli.Domain.Tickets.Categories;
using Linli.Domain.Tickets.Handling;
using Linli.Web.Platform.Access;
using Linli.Web.Platform.Calendar;
using Linli.Web.Platform.Changes;
using Linli.Web.Platform.Jobs;
using Linli.Web.Platform.Store;
using Linli.Web.Tickets.Handling.Store;
using Linli.Web.Tickets.Store;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace Linli.Web.Tickets.Categories;

/// <summary>
/// After a year of the calendar was entered or corrected, open tickets are computed anew from their whole story. A later due moment is taken
/// over: the law moves a last day that is a holiday (Civil Code 203). An earlier one is not: the reporter was promised, and the handler planned
/// by, what stood there. Both are written down beside the ticket. What is answered already keeps the deadline that it was judged by.
/// </summary>
internal sealed class RecomputeDeadlines(LinliDb db, NpgsqlDataSource database, WorkCalendars calendars, DeadlineWriter writer) : IScheduledJob
{
    private const int AtOnce = 1000;

    public static string Name => "recompute-deadlines";

    public static TimeSpan Every => TimeSpan.FromMinutes(1);

    public async Task Run(DateTimeOffset now, CancellationToken cancel)
    {
        if (await Waiting(now, cancel) is not { } waiting)
        {
            return;
        }

        var (before, after) = (TicketDeadlines.By(calendars.After(waiting.Before)), TicketDeadlines.By(calendars.After(waiting.Calendar)));
        var context = new ProcessContext { Actor = Actor.System, At = now, RequestId = Guid.CreateVersion7(now) };
        var (looked, moved, kept) = (0L, 0L, 0L);
        var last = Guid.Empty;
        while (await Some(last, cancel) is { Count: > 0 } tickets)
        {
            Guid[] ids = [.. tickets.Select(t => t.Id)];
            var pauses = (await db.Set<TicketPause>().AsNoTracking().Where(p => ids.Contains(p.TicketId)).ToListAsync(cancel)).ToLookup(p => p.TicketId, p => new Pause(p.FromAt, p.ToAt));
            var granted = (await db.Set<TicketExtension>().AsNoTracking().Where(e => ids.Contains(e.TicketId) && e.Granted == true).OrderBy(e => e.AskedAt).ToListAsync(cancel))
                .ToLookup(e => e.TicketId, e => new GrantedExtension(new Limit(e.Days, TimeUnit.Days), e.CountsFrom));
            DeadlineChange[] changes = [.. tickets.Select(t => Change(t, [.. pauses[t.Id]], [.. granted[t.Id]], before, after)).OfType<DeadlineChange>()];
            await writer.Write(changes, waiting.Calendar, context with { RequestId = Guid.CreateVersion7(now) }, cancel);
            (looked, moved, kept) = (looked + tickets.Count, moved + changes.Count(c => !c.IsKept), kept + changes.Count(c => c.IsKept));
            last = tickets[^1].Id;
        }

        await writer.Finish(waiting.Calendar, context, looked, moved, kept, cancel);
    }

    // Only what the calendar itself changes: what else stands otherwise than computed was decided by somebody.
    private static DeadlineChange? Change(Ticket ticket, Pause[] pauses, GrantedExtension[] granted, TicketDeadlines before, TicketDeadlines after)
    {
        var limits = TicketLimits.Read(ticket.LocalLimits);
        var (contactBefore, contactAfter) = (before.Of(ticket.Urgency, ticket.ReceivedAt, limits).ContactDueAt, after.Of(ticket.Urgency, ticket.ReceivedAt, limits).ContactDueAt);
        // While a pause holds the clock there is no due moment; resuming computes it with the calendar of then.
        var (resolveBefore, resolveAfter) = ticket.ResolveDueAt is null ? (null, null) : (before.ResolveDue(ticket, pauses, granted), after.ResolveDue(ticket, pauses, granted));
        if (contactBefore == contactAfter && resolveBefore == resolveAfter)
        {
            return null;
        }

        var contact = Later(contactAfter, ticket.ContactDueAt);
        var resolve = ticket.ResolveDueAt is { } due && resolveAfter is { } computed ? Later(computed, due) : ticket.ResolveDueAt;
        return new(ticket.Id, ticket.ContactDueAt, contact, ticket.ResolveDueAt, resolve, contact == ticket.ContactDueAt && resolve == ticket.ResolveDueAt);
    }

    private static DateTimeOffset Later(DateTimeOffset one, DateTimeOffset other) => one > other ? one : other;

    // A change is taken up when every node knows it, so that no ticket is made with the old calendar afterwards.
    private async Task<(long Before, long Calendar)?> Waiting(DateTimeOffset now, CancellationToken cancel)
    {
        await using var command = database.CreateCommand(
            "select (select coalesce(max(calendar), 0) from tickets.deadline_runs), count(*) from platform.calendar_years having max(entered_at) <= $1");
        command.Parameters.AddWithValue(now - WorkCalendars.KnownEverywhere);
        await using var row = await command.ExecuteReaderAsync(cancel);
        return await row.ReadAsync(cancel) && row.GetInt64(0) < row.GetInt64(1) ? (row.GetInt64(0), row.GetInt64(1)) : null;
    }

    private Task<List<Ticket>> Some(Guid after, CancellationToken cancel) => db.Set<Ticket>().AsNoTracking()
        .Where(t => t.Id > after && t.State != TicketState.Closed && t.State != TicketState.Withdrawn && t.State != TicketState.Replied)
        .OrderBy(t => t.Id).Take(AtOnce).ToListAsync(cancel);
}

/// <summary>A deadline that a calendar moved, or that was kept though the calendar would have it earlier.</summary>
internal sealed record DeadlineChange(
    Guid Ticket, DateTimeOffset ContactFrom, DateTimeOffset ContactTo, DateTimeOffset? ResolveFrom, DateTimeOffset? ResolveTo, bool IsKept);
