using Linli.Domain.Kernel;
using Linli.Domain.Tickets;
using Linli.Web.Platform.Changes;

namespace Linli.Web.Tickets;

/// <summary>反映未解决: the reporter reopens the ticket; handler and first-asked person hear of it.</summary>
internal sealed class ReportUnsolved(TicketDesk desk)
{
    public sealed record Input
    {
        public required string Number { get; init; }

        public uint? Version { get; init; }

        public required string? Reason { get; init; }

        public IReadOnlyList<Guid> Photos { get; init; } = [];
    }

    public Task<Outcome<Saved>> Execute(Input input, ProcessContext context, CancellationToken cancel) =>
        desk.Act(input.Number, input.Version, TicketAct.ReportUnsolved, context, open =>
        {
            var said = TicketTexts.Reason.Check(input.Reason);
            if (!said.Succeeded(out var text))
            {
                return Task.FromResult(Outcome<TicketDesk.Step>.Refused(said.Refusals));
            }

            open.Ticket.RepliedAt = null;
            open.Ticket.TimesReopened++;
            desk.Tell(open, context, "TicketReopened", open.Ticket.AssignedTo, open.Ticket.AcceptedBy);
            return Task.FromResult(Outcome<TicketDesk.Step>.Of(new(text, input.Photos)));
        }, cancel);
}
