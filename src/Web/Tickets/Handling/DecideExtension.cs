using Linli.Domain.Kernel;
using Linli.Domain.Tickets;
using Linli.Domain.Tickets.Handling;
using Linli.Web.Platform.Changes;
using Linli.Web.Platform.Store;
using Linli.Web.Tickets.Handling.Store;
using Microsoft.EntityFrameworkCore;

namespace Linli.Web.Tickets.Handling;

/// <summary>延期审批: by another person than who asked. Granted days move the due moment and are counted; a refusal says why.</summary>
internal sealed class DecideExtension(TicketDesk desk, LinliDb db, TicketDeadlines deadlines)
{
    public sealed record Input
    {
        public required string Number { get; init; }

        public uint? Version { get; init; }

        public required bool Grant { get; init; }

        public string? Reason { get; init; }
    }

    public Task<Outcome<Saved>> Execute(Input input, ProcessContext context, CancellationToken cancel) =>
        desk.Act(input.Number, input.Version, input.Grant ? TicketAct.GrantExtension : TicketAct.RefuseExtension, context, async open =>
        {
            var said = (input.Grant ? HandlingTexts.Remark : HandlingTexts.Why).Check(input.Reason);
            if (!said.Succeeded(out var text))
            {
                return Outcome<TicketDesk.Step>.Refused(said.Refusals);
            }

            var asked = await db.Set<TicketExtension>().SingleAsync(e => e.TicketId == open.Ticket.Id && e.DecidedAt == null, cancel);
            (asked.DecidedBy, asked.DecidedAt, asked.Granted, asked.Decision) = (context.Actor.PersonId, context.At, input.Grant, text.Length > 0 ? text : null);
            if (input.Grant)
            {
                await TicketClock.Set(db, deadlines, open.Ticket, cancel);
                desk.Tell(open, context, "TicketExtended", open.Ticket.ReporterId);
            }

            desk.Tell(open, context, input.Grant ? "ExtensionGranted" : "ExtensionRefused", new[] { asked.AskedBy, open.Ticket.AssignedTo }.OfType<Guid>().Where(p => p != open.Ticket.ReporterId).Cast<Guid?>());
            return new TicketDesk.Step(text);
        }, cancel);
}
