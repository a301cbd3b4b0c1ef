using Linli.Domain.Kernel;
using Linli.Domain.Registry;
using Linli.Domain.Tickets.Evaluation;
using Linli.Domain.Tickets;
using Linli.Web.Platform.Access;
using Linli.Web.Platform.Changes;
using Linli.Web.Platform.Http;
using Linli.Web.Platform.Store;
using Microsoft.EntityFrameworkCore;

namespace Linli.Web.Tickets.Evaluation;

/// <summary>A word about an exclusion: who, as what, when.</summary>
public sealed record ExclusionWordView(string? Name, string As, DateTimeOffset At);

/// <summary>An exclusion as it is shown.</summary>
public sealed record ExclusionView
{
    public required Guid Id { get; init; }

    public required uint Version { get; init; }

    public required string Number { get; init; }

    public required string CompoundName { get; init; }

    public required string PlaceText { get; init; }

    public required string Category { get; init; }

    public required ExclusionReason Reason { get; init; }

    public required string? Note { get; init; }

    public required ExclusionWordView Requested { get; init; }

    public required ExclusionWordView? First { get; init; }

    public required ExclusionWordView? Second { get; init; }

    public required ExclusionWordView? Ended { get; init; }

    public required ExclusionEnd? End { get; init; }

    public required string? EndedNote { get; init; }

    /// <summary>Whether the actor may approve it now.</summary>
    public required bool MayApprove { get; init; }

    /// <summary>Whether the actor may reject it now, or take it back.</summary>
    public required bool MayReject { get; init; }

    public bool IsOpen => Second is null && Ended is null;
}

/// <summary>A page of exclusions.</summary>
public sealed record ExclusionList(IReadOnlyList<ExclusionView> Exclusions, long Open, int Page, int Pages);

/// <summary>The exclusions of a ticket with what the actor may ask.</summary>
public sealed record TicketExclusions(string Number, string PlaceText, string Category, ExclusionScope Excluded, bool MayRequest, IReadOnlyList<ExclusionView> Exclusions);

/// <summary>Exclusions in the actor's area: those that wait, or those that are decided.</summary>
internal sealed class ListExclusions(LinliDb db, ExclusionDesk desk)
{
    public const int PageSize = 30;

    private sealed record Row(
        Guid Id, long Version, string Number, string CompoundName, string PlaceText, string Category, string Reason, string? Note,
        DateTimeOffset RequestedAt, Guid? RequestedBy, string RequestedAs, string? RequestedName,
        DateTimeOffset? FirstAt, Guid? FirstBy, string? FirstAs, string? FirstName, DateTimeOffset? SecondAt, string? SecondAs, string? SecondName,
        DateTimeOffset? EndedAt, string? EndedAs, string? EndedName, string? Ended, string? EndedNote);

    private const string Columns = """
        select e.id as "Id", e.xmin::text::bigint as "Version", t.number as "Number", p.name as "CompoundName", t.place_text as "PlaceText", t.category as "Category", e.reason as "Reason", e.note as "Note",
               e.requested_at as "RequestedAt", e.requested_by as "RequestedBy", e.requested_as as "RequestedAs", r.name as "RequestedName",
               e.first_at as "FirstAt", e.first_by as "FirstBy", e.first_as as "FirstAs", f.name as "FirstName", e.second_at as "SecondAt", e.second_as as "SecondAs", s.name as "SecondName",
               e.ended_at as "EndedAt", e.ended_as as "EndedAs", n.name as "EndedName", e.ended as "Ended", e.ended_note as "EndedNote"
          from tickets.exclusions e
          join tickets.tickets t on t.id = e.ticket_id
          join registry.places p on p.id = t.compound_id
          left join registry.people r on r.id = e.requested_by
          left join registry.people f on f.id = e.first_by
          left join registry.people s on s.id = e.second_by
          left join registry.people n on n.id = e.ended_by
        """;

    private const string Waiting = Columns + " where p.path like {0} and e.second_at is null and e.ended_at is null order by e.requested_at, e.id limit {1} offset {2}";
    private const string Decided = Columns + " where p.path like {0} and (e.second_at is not null or e.ended_at is not null) order by e.requested_at desc, e.id limit {1} offset {2}";
    private const string OfTicket = Columns + " where e.ticket_id = {0} order by e.requested_at desc, e.id";

    public async Task<ExclusionList> Execute(bool decided, int page, Actor actor, CancellationToken cancel)
    {
        if (Scope.Of(actor, Permission.ApproveExclusions).SqlPattern is not { } pattern)
        {
            return new ExclusionList([], 0, 1, 1);
        }

        var open = await db.Database.SqlQueryRaw<long>(
            """
            select count(*) as "Value" from tickets.exclusions e join tickets.tickets t on t.id = e.ticket_id join registry.places p on p.id = t.compound_id
             where e.second_at is null and e.ended_at is null and p.path like {0}
            """, pattern).SingleAsync(cancel);
        var at = Paging.At(page);
        var rows = await db.Database.SqlQueryRaw<Row>(decided ? Decided : Waiting, pattern, PageSize + 1, (at - 1) * PageSize).ToListAsync(cancel);
        return new ExclusionList([.. rows.Take(PageSize).Select(row => View(row, actor))], open, at, rows.Count > PageSize ? at + 1 : at);
    }

    /// <summary>The exclusions of one ticket, newest first, for all who see it in their post; a reporter reads no more of the own one than other reporters do.</summary>
    public async Task<Outcome<TicketExclusions>> Of(string number, Actor actor, CancellationToken cancel)
    {
        if (Scope.Of(actor, Permission.ViewTickets).IsNothing || await desk.Find(number, Permission.ViewTickets, actor, cancel) is not { } ticket
            || TicketAccess.AsResident(actor, ticket.ReporterId))
        {
            return new NotFound();
        }

        var rows = await db.Database.SqlQueryRaw<Row>(OfTicket, ticket.Id).ToListAsync(cancel);
        var excluded = ticket.Excluded ?? ExclusionScope.None;
        return new TicketExclusions(
            ticket.Number, ticket.PlaceText, ticket.Category, excluded,
            actor.May(Permission.AcceptTickets) && excluded != ExclusionScope.All && ticket.State != TicketState.Withdrawn && rows.All(row => row.SecondAt is not null || row.EndedAt is not null),
            [.. rows.Select(row => View(row, actor))]);
    }

    private static ExclusionView View(Row row, Actor actor)
    {
        var isOpen = row.SecondAt is null && row.EndedAt is null;
        var decides = actor.May(Permission.ApproveExclusions);
        return new ExclusionView
        {
            Id = row.Id,
            Version = (uint)row.Version,
            Number = row.Number,
            CompoundName = row.CompoundName,
            PlaceText = row.PlaceText,
            Category = row.Category,
            Reason = Enum.Parse<ExclusionReason>(row.Reason),
            Note = row.Note,
            Requested = new(row.RequestedName, row.RequestedAs, row.RequestedAt),
            First = row.FirstAt is { } first ? new(row.FirstName, row.FirstAs!, first) : null,
            Second = row.SecondAt is { } second ? new(row.SecondName, row.SecondAs!, second) : null,
            Ended = row.EndedAt is { } ended ? new(row.EndedName, row.EndedAs!, ended) : null,
            End = row.Ended is { } how ? Enum.Parse<ExclusionEnd>(how) : null,
            EndedNote = row.EndedNote,
            MayApprove = isOpen && decides && row.RequestedBy != actor.PersonId && row.FirstBy != actor.PersonId,
            MayReject = isOpen && (decides || row.RequestedBy == actor.PersonId),
        };
    }
}
