using Linli.Domain.Kernel;
using Linli.Domain.Tickets;
using Linli.Domain.Tickets.Handling;
using Linli.Web.Platform.Changes;
using Linli.Web.Platform.Store;
using Linli.Web.Tickets.Handling.Store;
using Microsoft.EntityFrameworkCore;

namespace Linli.Web.Tickets.Handling;

/// <summary>退单裁定: somebody else sends it back to dispatch, or leaves it with its worker; either way with a reason.</summary>
internal sealed class DecideReturn(TicketDesk desk, LinliDb db)
{
    public sealed record Input
    {
        public required string Number { get; init; }

        public uint? Version { get; init; }

        public required bool Accept { get; init; }

        public required string? Reason { get; init; }
    }

    public Task<Outcome<Saved>> Execute(Input input, ProcessContext context, CancellationToken cancel) =>
        desk.Act(input.Number, input.Version, input.Accept ? TicketAct.AcceptReturn : TicketAct.RejectReturn, context, async open =>
        {
            var reason = HandlingTexts.Why.Check(input.Reason);
            if (reason.IsRefused)
            {
                return Outcome<TicketDesk.Step>.Refused(reason.Refusals);
            }

            var asked = await db.Set<TicketReturn>().SingleAsync(r => r.TicketId == open.Ticket.Id && r.DecidedAt == null, cancel);
            var own = context.Actor.Capacity?.OrganisationId;
            (asked.DecidedBy, asked.DecidedFor, asked.DecidedAt, asked.Accepted, asked.Decision) = (context.Actor.PersonId, own, context.At, input.Accept, reason.Value);
            desk.Tell(open, context, input.Accept ? "ReturnAccepted" : "ReturnRejected", asked.AskedBy, open.Ticket.AssignedTo);
            if (input.Accept)
            {
                // Whoever takes it back sends it on.
                (open.Ticket.AssignedTo, open.Ticket.AssignedAt, open.Ticket.LeadOrganisationId) = (null, null, own);
                await OpenRequests.Lapse(db, open.Ticket.Id, context.At, cancel);
            }

            return new TicketDesk.Step(reason.Value);
        }, cancel);
}
