using Linli.Domain.Kernel;
using Linli.Domain.Tickets;
using Linli.Web.Platform.Changes;
using Linli.Web.Platform.Store;
using Linli.Web.Tickets.Handling.Store;

namespace Linli.Web.Tickets.Handling;

/// <summary>内部备注: among those who work on it. It stands in a table of its own, and no resident's page, answer or export reads that.</summary>
internal sealed class NoteInternally(TicketDesk desk, LinliDb db)
{
    public sealed record Input
    {
        public required string Number { get; init; }

        public required string? Note { get; init; }
    }

    public Task<Outcome<Saved>> Execute(Input input, ProcessContext context, CancellationToken cancel) =>
        desk.Act(input.Number, null, TicketAct.NoteInternally, context, open =>
        {
            var said = TicketTexts.Note.Check(input.Note);
            if (!said.Succeeded(out var text))
            {
                return Task.FromResult(Outcome<TicketDesk.Step>.Refused(said.Refusals));
            }

            db.Add(new InternalNote
            {
                Id = context.RequestId, TicketId = open.Ticket.Id, At = context.At, PersonId = context.Actor.PersonId, PersonName = context.Actor.Name,
                ActedAs = TicketDesk.SaidAs(context), Note = text,
            });
            desk.Tell(open, context, "TicketNoted", new[] { open.Ticket.AssignedTo, open.Ticket.AcceptedBy }.Where(person => person != open.Ticket.ReporterId));
            return Task.FromResult(Outcome<TicketDesk.Step>.Of(new(InTimeline: false)));
        }, cancel);
}
