using Linli.Domain.Kernel;
using Linli.Domain.Tickets;
using Linli.Web.Platform.Changes;
using Linli.Web.Platform.Store;
using Linli.Web.Tickets.Handling.Store;
using Microsoft.EntityFrameworkCore;

namespace Linli.Web.Tickets.Handling;

/// <summary>恢复办理: what was waited for is there, or the pause has lasted as long as it may; the clock runs on from where it stood.</summary>
internal sealed class ResumeTicket(TicketDesk desk, LinliDb db, TicketDeadlines deadlines)
{
    public sealed record Input
    {
        public required string Number { get; init; }

        public uint? Version { get; init; }

        public string? Note { get; init; }
    }

    public Task<Outcome<Saved>> Execute(Input input, ProcessContext context, CancellationToken cancel) =>
        desk.Act(input.Number, input.Version, TicketAct.Resume, context, async open =>
        {
            var said = TicketTexts.ContactNote.Check(input.Note);
            if (!said.Succeeded(out var text))
            {
                return Outcome<TicketDesk.Step>.Refused(said.Refusals);
            }

            if (await db.Set<TicketPause>().SingleOrDefaultAsync(p => p.TicketId == open.Ticket.Id && p.ToAt == null, cancel) is { } pause)
            {
                // The platform's job comes minutes later than the pause ended.
                pause.ToAt = pause.UntilAt < context.At ? pause.UntilAt : context.At;
            }

            await TicketClock.Set(db, deadlines, open.Ticket, cancel);
            desk.Tell(open, context, "TicketResumed", open.Ticket.ReporterId, open.Ticket.AssignedTo);
            return new TicketDesk.Step(text);
        }, cancel);
}
