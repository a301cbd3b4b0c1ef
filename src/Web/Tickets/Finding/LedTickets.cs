using Linli.Domain.Tickets;
using Linli.Domain.Tickets.Finding;
using Linli.Web.Platform.Changes;
using Linli.Web.Platform.Notifications;
using Linli.Web.Platform.Store;
using Linli.Web.Tickets.Finding.Store;
using Linli.Web.Tickets.Handling;
using Linli.Web.Tickets.Mediation.Store;
using Linli.Web.Tickets.Store;
using Microsoft.EntityFrameworkCore;

namespace Linli.Web.Tickets.Finding;

/// <summary>
/// What is done to a leading ticket is told to all who reported the same matter. With its result the tickets of the group get theirs, so
/// that each reporter confirms and rates the own one.
/// </summary>
internal sealed class LedTickets(LinliDb db, Notifier notifier)
{
    // Steps that say something to whoever waits for the same matter.
    private static readonly TicketAct[] Told = [TicketAct.Accept, TicketAct.Assign, TicketAct.Claim, TicketAct.Pause, TicketAct.Resume, TicketAct.MarkDone];

    public async Task Follow(Ticket lead, TicketAct act, TicketDesk.Step step, ProcessContext context, CancellationToken cancel)
    {
        if (!Told.Contains(act))
        {
            return;
        }

        var led = await (
            from g in db.Set<DuplicateGroup>() join m in db.Set<DuplicateMember>() on g.Id equals m.GroupId join t in db.Set<Ticket>() on m.TicketId equals t.Id
            where g.LeadId == lead.Id && g.State == GroupState.Confirmed && m.State == MemberState.Confirmed && !db.Set<MediationCase>().Any(c => c.TicketId == t.Id)
            select t).ToListAsync(cancel);
        foreach (var ticket in led.Where(ticket => FindingFlow.IsOpen(ticket.State)))
        {
            var next = TicketFlow.Decide(ticket.State, TicketAct.FollowLead, TicketRoles.System);
            if (act == TicketAct.MarkDone && !next.IsRefused)
            {
                await Finish(lead, ticket, next.Value, step, context, cancel);
            }

            notifier.Tell(
                [ticket.ReporterId], act == TicketAct.MarkDone && !next.IsRefused ? "TicketDone" : $"Led.{act}",
                new() { ["Number"] = ticket.Number, ["Place"] = ticket.PlaceText }, TicketLinks.Details(ticket.Number), context.At);
        }
    }

    private async Task Finish(Ticket lead, Ticket ticket, TicketState next, TicketDesk.Step step, ProcessContext context, CancellationToken cancel)
    {
        // Should its reporter say that it is not solved, those who worked on it hear of that.
        ticket.AcceptedBy ??= lead.AcceptedBy;
        ticket.AcceptedAt ??= context.At;
        ticket.AssignedTo ??= lead.AssignedTo;
        ticket.AssignedAt ??= context.At;
        ticket.LeadOrganisationId ??= lead.LeadOrganisationId;
        (ticket.State, ticket.RepliedAt) = (next, context.At);
        await OpenRequests.Lapse(db, ticket.Id, context.At, cancel);
        db.Add(new TimelineEntry
        {
            Id = Guid.CreateVersion7(context.At), TicketId = ticket.Id, At = context.At, Act = TicketAct.FollowLead, State = next, PersonId = context.Actor.PersonId,
            PersonName = context.Actor.Name, ActedAs = TicketDesk.SaidAs(context), Note = step.Note,
        });
    }
}
