using Linli.Domain.Kernel;
using Linli.Domain.Tickets;
using Linli.Web.Platform.Changes;

namespace Linli.Web.Tickets;

/// <summary>联系: the worker has reached the reporter; that is when the ticket counts as answered.</summary>
internal sealed class ContactReporter(TicketDesk desk)
{
    public sealed record Input
    {
        public required string Number { get; init; }

        public uint? Version { get; init; }

        public string? Note { get; init; }
    }

    public Task<Outcome<Saved>> Execute(Input input, ProcessContext context, CancellationToken cancel) =>
        desk.Act(input.Number, input.Version, TicketAct.Contact, context, open =>
        {
            var said = TicketTexts.ContactNote.Check(input.Note);
            if (!said.Succeeded(out var text))
            {
                return Task.FromResult(Outcome<TicketDesk.Step>.Refused(said.Refusals));
            }

            // The first contact counts for the response rate; later ones only stand in the timeline.
            open.Ticket.ContactedAt ??= context.At;
            desk.Tell(open, context, "TicketContacted", open.Ticket.ReporterId);
            return Task.FromResult(Outcome<TicketDesk.Step>.Of(new(text)));
        }, cancel);
}
