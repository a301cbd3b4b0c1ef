using Linli.Domain.Registry;
using Linli.Web.Platform.Access;
using Linli.Web.Platform.Store;
using Linli.Web.Tickets.Store;
using Microsoft.EntityFrameworkCore;

namespace Linli.Web.Tickets.Handling;

/// <summary>What is open about a ticket beside its state: it decides what others than handler and dispatcher are to it.</summary>
internal sealed record TicketSituation
{
    public Guid? ReturnAskedBy { get; init; }

    /// <summary>The unit that gives it back as a unit; null when its worker does.</summary>
    public Guid? ReturnAskedForUnit { get; init; }

    public Guid? ExtensionAskedBy { get; init; }

    /// <summary>The path of the place that an open whistle calls.</summary>
    public string? WhistlePath { get; init; }

    /// <summary>Whether the actor's organisation has an open part in it.</summary>
    public required bool IsParty { get; init; }

    /// <summary>The people and units who are answerable for cards that wait for an answer.</summary>
    public required Guid[] CardsOf { get; init; }

    /// <summary>Reads it for somebody of the organisation.</summary>
    public static Task<TicketSituation> Of(LinliDb db, Ticket ticket, Guid? organisation, CancellationToken cancel) => db.Database.SqlQuery<TicketSituation>($"""
            select r.asked_by as "ReturnAskedBy", case when r.by_unit then r.asked_for end as "ReturnAskedForUnit", e.asked_by as "ExtensionAskedBy", p.path as "WhistlePath",
                   exists (select from tickets.joint_parties j where j.ticket_id = {ticket.Id} and j.organisation_id = {organisation} and j.reported_at is null) as "IsParty",
                   array(select w.id from tickets.follow_up_steps s cross join lateral unnest(array[s.answerable_id, s.answerable_for]) as w(id)
                          where s.ticket_id = {ticket.Id} and s.answered_at is null and s.kind in ('YellowCard', 'RedCard') and w.id is not null) as "CardsOf"
              from (select 1) as one
              left join tickets.returns r on r.ticket_id = {ticket.Id} and r.decided_at is null
              left join tickets.extensions e on e.ticket_id = {ticket.Id} and e.decided_at is null
              left join tickets.whistles w on w.ticket_id = {ticket.Id} and w.answered_at is null and w.raised_at is null
              left join registry.places p on p.id = w.place_id
            """).SingleAsync(cancel);

    /// <summary>Whether the actor's post is that of the place which the whistle calls.</summary>
    public bool Calls(Actor actor) => WhistlePath is { } called && actor.May(Permission.AnswerWhistles) && actor.Capacity!.Path.Value == called;
}
