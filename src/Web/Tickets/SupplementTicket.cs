using Linli.Domain.Kernel;
using Linli.Domain.Tickets;
using Linli.Web.Platform.Changes;

namespace Linli.Web.Tickets;

/// <summary>补充: the reporter adds words or photos; the state stays.</summary>
internal sealed class SupplementTicket(TicketDesk desk)
{
    public sealed record Input
    {
        public required string Number { get; init; }

        public required string? Note { get; init; }

        public IReadOnlyList<Guid> Photos { get; init; } = [];
    }

    public Task<Outcome<Saved>> Execute(Input input, ProcessContext context, CancellationToken cancel) =>
        desk.Act(input.Number, null, TicketAct.Supplement, context, open =>
        {
            var said = TicketTexts.Note.Check(input.Note);
            if (!said.Succeeded(out var text))
            {
                return Task.FromResult(Outcome<TicketDesk.Step>.Refused(said.Refusals));
            }

            desk.Tell(open, context, "TicketSupplemented", open.Ticket.AssignedTo, open.Ticket.AcceptedBy);
            return Task.FromResult(Outcome<TicketDesk.Step>.Of(new(text, input.Photos)));
        }, cancel);
}
