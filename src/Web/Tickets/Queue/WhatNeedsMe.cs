using Linli.Domain.Kernel;
using Linli.Domain.Registry;
using Linli.Domain.Tickets;
using Linli.Domain.Tickets.Queue;
using Linli.Web.Platform.Access;
using Linli.Web.Tickets.Handling;
using Linli.Web.Tickets.Store;
using Npgsql;

namespace Linli.Web.Tickets.Queue;

/// <summary>待我处理: the tickets that need the actor now, in the order of <see cref="QueueRule"/>, each with its reasons.</summary>
internal sealed class WhatNeedsMe(NpgsqlDataSource database, TimeProvider clock)
{
    // The facts are those of TicketSituation, for many tickets at once.
    private const string Facts = """
        select t.number, t.place_text, t.category, left(t.description, 60) || case when length(t.description) > 60 then '…' else '' end, t.state, t.urgency, p.name, h.name,
               t.received_at, t.contact_due_at, t.resolve_due_at, t.replied_at, t.id, t.xmin,
               t.contacted_at is not null, t.reporter_id, t.assigned_to, t.lead_organisation_id, p.path,
               t.lead_organisation_id = @unit or (t.lead_organisation_id is null and {0}),
               r.asked_by, case when r.by_unit then r.asked_for end, r.decide_due_at, e.asked_by, w.due_at, wp.path,
               exists (select from tickets.whistles a where a.ticket_id = t.id and a.answered_at is not null and a.assessed_at is null),
               (select min(j.due_on) from tickets.joint_parties j where j.ticket_id = t.id and j.organisation_id = @unit and j.reported_at is null),
               array(select x.id from tickets.follow_up_steps s cross join lateral unnest(array[s.answerable_id, s.answerable_for]) as x(id)
                      where s.ticket_id = t.id and s.answered_at is null and s.kind in ('YellowCard', 'RedCard') and x.id is not null),
               (select min(s.at) from tickets.follow_up_steps s where s.ticket_id = t.id and s.answered_at is null and s.kind in ('YellowCard', 'RedCard')
                   and (s.answerable_id = @person or s.answerable_for = @unit)),
               (select min(coalesce(s.until_on::timestamp at time zone 'Asia/Shanghai', s.at)) from tickets.follow_up_steps s where s.ticket_id = t.id and (
                     (s.answered_at is null and s.kind in ('ListingProposal', 'InterviewProposal') and (s.answerable_id = @person or s.answerable_for = @unit))
                  or (s.ended_at is null and s.kind in ('Listing', 'Interview') and s.until_on <= @today and s.taken_by = @person))),
               (select min(v.due_on) from tickets.return_visits v where v.ticket_id = t.id and v.state = 'Open')
          from candidates c
          join tickets.tickets t on t.id = c.id
          join registry.places p on p.id = t.compound_id
          left join registry.people h on h.id = t.assigned_to
          left join tickets.returns r on r.ticket_id = t.id and r.decided_at is null
          left join tickets.extensions e on e.ticket_id = t.id and e.decided_at is null
          left join tickets.whistles w on w.ticket_id = t.id and w.answered_at is null and w.raised_at is null
          left join registry.places wp on wp.id = w.place_id
        """;

    public Task<NeededTickets> Execute(Actor actor, CancellationToken cancel) => Among(null, actor, cancel);

    /// <summary>The same among the tickets of a statement; without one, among those that may need the actor.</summary>
    internal async Task<NeededTickets> Among(string? candidates, Actor actor, CancellationToken cancel)
    {
        var now = clock.GetUtcNow();
        var most = QueueLimits.On(ChinaTime.DayOf(now)).MostNeeded;
        await using var command = database.CreateCommand();
        if (!Ask(command, candidates, actor, now, most))
        {
            return new NeededTickets([], HasMore: false);
        }

        var found = new List<NeededTicket>();
        await using var row = await command.ExecuteReaderAsync(cancel);
        while (await row.ReadAsync(cancel))
        {
            if (QueueRule.Needs(FactsOf(row, actor), now) is { Count: > 0 } needs)
            {
                found.Add(new NeededTicket(TicketQueue.Of(row), [.. needs.Select(need => new NeededAct(need.Reason, need.DueAt, need.Band))]));
            }
        }

        var ordered = QueueRule.Ordered(found, one => Soonest(one), one => one.Ticket.ReceivedAt, one => one.Ticket.Number);
        return new NeededTickets([.. ordered.Take(most)], ordered.Count > most);
    }

    /// <summary>Writes the statement; false when nothing can need this actor. The bench asks the same without the rule.</summary>
    internal static bool Ask(NpgsqlCommand command, string? candidates, Actor actor, DateTimeOffset now, int most)
    {
        var ways = NeedCandidates.Of(actor, now, most, command.Parameters);
        var accepts = !Scope.Of(actor, Permission.AcceptTickets).IsNothing;
        command.CommandText = $"""
            with {(accepts ? $"asked_first as materialized ({NeedCandidates.AskedFirst}), " : string.Empty)}candidates as ({candidates ?? string.Join(" union ", ways)})
            {Facts.Replace("{0}", accepts ? "t.compound_id in (select id from asked_first)" : "false", StringComparison.Ordinal)}
            """;
        return ways.Count > 0;
    }

    private static QueueNeed Soonest(NeededTicket one) => new(one.Needs[0].Reason, one.Needs[0].DueAt, one.Needs[0].Band);

    private static QueueFacts FactsOf(NpgsqlDataReader row, Actor actor)
    {
        T? Value<T>(int column)
            where T : struct => row.IsDBNull(column) ? null : row.GetFieldValue<T>(column);
        var ticket = new Ticket { State = Enum.Parse<TicketState>(row.GetString(4)), ReporterId = row.GetGuid(15), AssignedTo = Value<Guid>(16), LeadOrganisationId = Value<Guid>(17) };
        var situation = new TicketSituation
        {
            ReturnAskedBy = Value<Guid>(20), ReturnAskedForUnit = Value<Guid>(21), ExtensionAskedBy = Value<Guid>(23), WhistlePath = row.IsDBNull(25) ? null : row.GetString(25),
            IsParty = !row.IsDBNull(27), CardsOf = row.GetFieldValue<Guid[]>(28),
        };
        return new QueueFacts
        {
            State = ticket.State,
            Urgency = Enum.Parse<Urgency>(row.GetString(5)),
            ContactDueAt = row.GetFieldValue<DateTimeOffset>(9),
            ResolveDueAt = Value<DateTimeOffset>(10),
            IsContacted = row.GetBoolean(14),
            Roles = TicketAccess.RolesOf(actor, ticket, new PlacePath(row.GetString(18)), situation),
            IsOurs = !row.IsDBNull(19) && row.GetBoolean(19),
            ReturnDueAt = Value<DateTimeOffset>(22),
            WhistleDueAt = Value<DateTimeOffset>(24),
            IsToAssess = row.GetBoolean(26),
            PartDueAt = Value<DateOnly>(27) is { } part ? ChinaTime.EndOf(part) : null,
            CardSince = Value<DateTimeOffset>(29),
            SuperviseSince = Value<DateTimeOffset>(30),
            VisitDueAt = Value<DateOnly>(31) is { } visit ? ChinaTime.EndOf(visit) : null,
        };
    }
}
