using Linli.Domain.Kernel;
using Linli.Domain.Tickets;
using Linli.Web.Platform.Access;
using Linli.Web.Platform.Calendar;
using Linli.Web.Platform.Changes;
using Linli.Web.Platform.Jobs;
using Npgsql;

namespace Linli.Web.Tickets.Categories;

/// <summary>
/// After a year of the calendar was entered or corrected, open tickets are computed anew. A later due moment is taken over: the law moves a last
/// day that is a holiday (Civil Code 203). An earlier one is not: the reporter was promised, and the handler planned by, what stood there. Both
/// are written down beside the ticket. What is answered already keeps the deadline that it was judged by. Time that pauses and extensions have
/// added stays added: the deadline moves by as much as the calendar moved it.
/// </summary>
internal sealed class RecomputeDeadlines(NpgsqlDataSource database, WorkCalendars calendars, CategoryBook categories, DeadlineWriter writer) : IScheduledJob
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

        var (before, after) = (calendars.After(waiting.Before), calendars.After(waiting.Calendar));
        var (looked, moved, kept) = (0L, 0L, 0L);
        var last = Guid.Empty;
        while (await Some(last, cancel) is { Count: > 0 } tickets)
        {
            DeadlineChange[] changes = [.. tickets.Select(ticket => Change(ticket, before, after)).OfType<DeadlineChange>()];
            await writer.Write(changes, waiting.Calendar, Context(now), cancel);
            (looked, moved, kept) = (looked + tickets.Count, moved + changes.Count(c => !c.IsKept), kept + changes.Count(c => c.IsKept));
            last = tickets[^1].Id;
        }

        await writer.Finish(waiting.Calendar, Context(now), looked, moved, kept, cancel);
    }

    private static ProcessContext Context(DateTimeOffset now) => new() { Actor = Actor.System, At = now, RequestId = Guid.CreateVersion7(now) };

    private DeadlineChange? Change(OpenTicket ticket, WorkCalendar before, WorkCalendar after)
    {
        var category = categories.At(ticket.Compound).Find(ticket.Category);
        var (_, contactBefore, resolveBefore) = TicketDeadlines.Of(ticket.Urgency, ticket.ReceivedAt, category, before);
        var (_, contactAfter, resolveAfter) = TicketDeadlines.Of(ticket.Urgency, ticket.ReceivedAt, category, after);
        var contact = Moved(ticket.ContactDueAt, contactBefore, contactAfter);
        var resolve = Moved(ticket.ResolveDueAt, resolveBefore, resolveAfter);
        return contactBefore == contactAfter && resolveBefore == resolveAfter
            ? null
            : new(ticket.Id, ticket.ContactDueAt, contact, ticket.ResolveDueAt, resolve, contact == ticket.ContactDueAt && resolve == ticket.ResolveDueAt);
    }

    // A ticket that was received with the new calendar stands right already.
    private static DateTimeOffset Moved(DateTimeOffset due, DateTimeOffset before, DateTimeOffset after) =>
        after <= before || due == after ? due : due + (after - before);

    // A change is taken up when every node knows it, so that no ticket is made with the old calendar afterwards.
    private async Task<(long Before, long Calendar)?> Waiting(DateTimeOffset now, CancellationToken cancel)
    {
        await using var command = database.CreateCommand(
            """
            select (select coalesce(max(calendar), 0) from tickets.deadline_runs), count(*)
              from platform.calendar_years having max(entered_at) <= $1
            """);
        command.Parameters.AddWithValue(now - WorkCalendars.KnownEverywhere);
        await using var row = await command.ExecuteReaderAsync(cancel);
        return await row.ReadAsync(cancel) && row.GetInt64(0) < row.GetInt64(1) ? (row.GetInt64(0), row.GetInt64(1)) : null;
    }

    private async Task<List<OpenTicket>> Some(Guid after, CancellationToken cancel)
    {
        await using var command = database.CreateCommand(
            """
            select t.id, t.urgency, t.category, t.received_at, t.contact_due_at, t.resolve_due_at, p.path
              from tickets.tickets t join registry.places p on p.id = t.compound_id
             where t.id > $1 and t.state not in ('Closed', 'Withdrawn', 'Replied') order by t.id limit $2
            """);
        command.Parameters.AddWithValue(after);
        command.Parameters.AddWithValue(AtOnce);
        await using var row = await command.ExecuteReaderAsync(cancel);
        var read = new List<OpenTicket>();
        while (await row.ReadAsync(cancel))
        {
            read.Add(new(
                row.GetGuid(0), Enum.Parse<Urgency>(row.GetString(1)), row.GetString(2), row.GetFieldValue<DateTimeOffset>(3), row.GetFieldValue<DateTimeOffset>(4),
                row.GetFieldValue<DateTimeOffset>(5), new(row.GetString(6))));
        }

        return read;
    }

    private sealed record OpenTicket(
        Guid Id, Urgency Urgency, string Category, DateTimeOffset ReceivedAt, DateTimeOffset ContactDueAt, DateTimeOffset ResolveDueAt, Domain.Registry.PlacePath Compound);
}

/// <summary>A deadline that a calendar moved, or that was kept though the calendar would have it earlier.</summary>
internal sealed record DeadlineChange(
    Guid Ticket, DateTimeOffset ContactFrom, DateTimeOffset ContactTo, DateTimeOffset ResolveFrom, DateTimeOffset ResolveTo, bool IsKept);
