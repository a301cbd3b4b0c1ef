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

    public async Task<Outcome<Saved>> Execute(Input input, ProcessContext context, CancellationToken cancel)
    {
        var taken = await desk.Take(input.Number, input.Version, TicketAct.ReportUnsolved, context, cancel);
        var reason = TicketTexts.Reason.Check(input.Reason);
        if (!taken.Succeeded(out var open) || reason.IsRefused)
        {
            return Outcome<Saved>.Refused(taken.IsRefused ? taken.Refusals : reason.Refusals);
        }

        open.Ticket.RepliedAt = null;
        open.Ticket.TimesReopened++;
        desk.Tell(open, [open.Ticket.AssignedTo, open.Ticket.AcceptedBy], "TicketReopened", context);
        return await desk.Write(open, TicketAct.ReportUnsolved, reason.Value, input.Photos, context, cancel);
    }
}
