using Linli.Domain.Kernel;
using Linli.Domain.Registry;
using Linli.Domain.Tickets.Evaluation;
using Linli.Domain.Tickets;
using Linli.Web.Platform.Access;
using Linli.Web.Platform.Changes;
using Linli.Web.Platform.Http;
using Linli.Web.Platform.Store;
using Linli.Web.Tickets.Evaluation.Store;
using Microsoft.EntityFrameworkCore;

namespace Linli.Web.Tickets.Evaluation;

/// <summary>A return visit in the list.</summary>
public sealed record VisitView
{
    public required Guid Id { get; init; }

    public required uint Version { get; init; }

    public required string Number { get; init; }

    public required string CompoundName { get; init; }

    public required string PlaceText { get; init; }

    public required string Category { get; init; }

    public required string Description { get; init; }

    public required VisitCause Cause { get; init; }

    public required VisitState State { get; init; }

    public required int Attempts { get; init; }

    public required DateOnly DueOn { get; init; }

    public required bool IsOverdue { get; init; }

    public required string Policy { get; init; }

    public required DateTimeOffset? DoneAt { get; init; }
}

/// <summary>A page of return visits.</summary>
public sealed record VisitList(IReadOnlyList<VisitView> Visits, long Open, long Overdue, int Page, int Pages);

/// <summary>A return visit to be made, with what one asks about.</summary>
public sealed record VisitDetails(
    VisitView Visit, string ReportedAs, string? PhoneMasked, string? HandlerName, string? Result, bool? Solved, Satisfaction? Satisfaction,
    IReadOnlyList<VisitCall> Calls, bool IsOwn, int MostAttempts);

/// <summary>An earlier call of the visit.</summary>
public sealed record VisitCall(DateTimeOffset At, string ActedAs, string? PersonName, string? Note);

/// <summary>Return visits of the actor's area: those to be made, soonest due first, and those that were made.</summary>
internal sealed class ListVisits(LinliDb db, VisitDesk desk, TimeProvider clock)
{
    public const int PageSize = 30;

    private sealed record Row(
        Guid Id, long Version, string Number, string CompoundName, string PlaceText, string Category, string Description, string Cause, string State,
        int Attempts, DateOnly DueOn, string Policy, DateTimeOffset? DoneAt);

    private sealed record About(string? PhoneMasked, string? HandlerName, string? Result);

    private const string Columns = """
        select v.id as "Id", v.xmin::text::bigint as "Version", t.number as "Number", p.name as "CompoundName", t.place_text as "PlaceText", t.category as "Category", t.description as "Description",
               v.cause as "Cause", v.state as "State", v.attempts as "Attempts", v.due_on as "DueOn", v.policy as "Policy", v.done_at as "DoneAt"
          from tickets.return_visits v join tickets.tickets t on t.id = v.ticket_id join registry.places p on p.id = v.compound_id
        """;

    private const string Open = Columns + " where v.state = 'Open' and p.path like {0} order by v.due_on, v.id limit {1} offset {2}";
    private const string Made = Columns + " where v.state <> 'Open' and p.path like {0} order by v.done_at desc, v.id limit {1} offset {2}";
    private const string OfVisit = Columns + " where v.id = {0}";

    public async Task<VisitList> Execute(bool done, int page, Actor actor, CancellationToken cancel)
    {
        if (Scope.Of(actor, Permission.MakeReturnVisits).SqlPattern is not { } pattern)
        {
            return new VisitList([], 0, 0, 1, 1);
        }

        var today = ChinaTime.DayOf(clock.GetUtcNow());
        var counts = await db.Database.SqlQueryRaw<Counted>(
            """
            select count(*) as "Open", count(*) filter (where v.due_on < {1}) as "Overdue" from tickets.return_visits v join registry.places p on p.id = v.compound_id
             where v.state = 'Open' and p.path like {0}
            """, pattern, today).SingleAsync(cancel);
        var at = Paging.At(page);
        var rows = await db.Database.SqlQueryRaw<Row>(done ? Made : Open, pattern, PageSize + 1, (at - 1) * PageSize).ToListAsync(cancel);
        return new VisitList([.. rows.Take(PageSize).Select(row => View(row, today))], counts.Open, counts.Overdue, at, rows.Count > PageSize ? at + 1 : at);
    }

    /// <summary>One visit, where it lies in the actor's area.</summary>
    public async Task<Outcome<VisitDetails>> Find(Guid id, Actor actor, CancellationToken cancel)
    {
        if (Scope.Of(actor, Permission.MakeReturnVisits).IsNothing || await desk.Find(id, actor, cancel) is not var (visit, ticket))
        {
            return new NotFound();
        }

        var now = clock.GetUtcNow();
        var row = await db.Database.SqlQueryRaw<Row>(OfVisit, id).SingleAsync(cancel);
        var about = await db.Database.SqlQuery<About>(
            $"""
            select r.phone_masked as "PhoneMasked", h.name as "HandlerName",
                   (select l.note from tickets.timeline l where l.ticket_id = t.id and l.act = 'MarkDone' order by l.at desc limit 1) as "Result"
              from tickets.tickets t join registry.people r on r.id = t.reporter_id left join registry.people h on h.id = t.assigned_to where t.id = {ticket.Id}
            """).SingleAsync(cancel);
        var calls = await db.Set<Tickets.Store.TimelineEntry>().AsNoTracking()
            .Where(e => e.TicketId == ticket.Id && e.At >= visit.DrawnAt && (e.Act == TicketAct.Visit || e.Act == TicketAct.ReopenOnVisit)).OrderBy(e => e.At)
            .Select(e => new VisitCall(e.At, e.ActedAs, e.PersonName, e.Note)).ToListAsync(cancel);
        return new VisitDetails(
            View(row, ChinaTime.DayOf(now)), ticket.ReportedAs, ticket.ContactBy == Tickets.Store.ContactWish.None ? null : about.PhoneMasked, about.HandlerName, about.Result,
            ticket.Solved, ticket.Satisfaction, calls, await desk.IsOneOfTheHandlers(ticket, actor, now, cancel),
            VisitPolicy.BuiltIn.First(policy => policy.Code == visit.Policy).Attempts);
    }

    private sealed record Counted(long Open, long Overdue);

    private static VisitView View(Row row, DateOnly today) => new()
    {
        Id = row.Id,
        Version = (uint)row.Version,
        Number = row.Number,
        CompoundName = row.CompoundName,
        PlaceText = row.PlaceText,
        Category = row.Category,
        Description = row.Description,
        Cause = Enum.Parse<VisitCause>(row.Cause),
        State = Enum.Parse<VisitState>(row.State),
        Attempts = row.Attempts,
        DueOn = row.DueOn,
        IsOverdue = row.State == nameof(VisitState.Open) && row.DueOn < today,
        Policy = row.Policy,
        DoneAt = row.DoneAt,
    };
}
