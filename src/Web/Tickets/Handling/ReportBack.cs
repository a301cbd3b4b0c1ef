using Linli.Domain.Kernel;
using Linli.Domain.Tickets;
using Linli.Web.Platform.Changes;
using Linli.Web.Platform.Store;
using Linli.Web.Tickets.Handling.Store;
using Microsoft.EntityFrameworkCore;

namespace Linli.Web.Tickets.Handling;

/// <summary>联办反馈: an invited organisation tells the lead unit what it did.</summary>
internal sealed class ReportBack(TicketDesk desk, LinliDb db)
{
    public sealed record Input
    {
        public required string Number { get; init; }

        public uint? Version { get; init; }

        public required string? Result { get; init; }
    }

    public Task<Outcome<Saved>> Execute(Input input, ProcessContext context, CancellationToken cancel) =>
        desk.Act(input.Number, input.Version, TicketAct.ReportBack, context, async open =>
        {
            var said = TicketTexts.Result.Check(input.Result);
            if (!said.Succeeded(out var text))
            {
                return Outcome<TicketDesk.Step>.Refused(said.Refusals);
            }

            var own = context.Actor.Capacity?.OrganisationId;
            var part = await db.Set<JointParty>().SingleAsync(p => p.TicketId == open.Ticket.Id && p.OrganisationId == own && p.ReportedAt == null, cancel);
            (part.ReportedBy, part.ReportedAt, part.Report) = (context.Actor.PersonId, context.At, text);
            desk.Tell(open, context, "PartyReported", part.InvitedBy, open.Ticket.AssignedTo);
            return new TicketDesk.Step(text);
        }, cancel);
}
