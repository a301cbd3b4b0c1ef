using Linli.Domain.Kernel;
using Linli.Domain.Tickets;
using Linli.Web.Platform.Changes;

namespace Linli.Web.Tickets;

/// <summary>确认评价: the reporter says whether it is solved and how satisfying, and thereby closes the ticket.</summary>
internal sealed class ConfirmTicket(TicketDesk desk)
{
    public sealed record Input
    {
        public required string Number { get; init; }

        public uint? Version { get; init; }

        public required bool? Solved { get; init; }

        public required Satisfaction? Satisfaction { get; init; }

        public string? Comment { get; init; }
    }

    public async Task<Outcome<Saved>> Execute(Input input, ProcessContext context, CancellationToken cancel)
    {
        var taken = await desk.Take(input.Number, input.Version, TicketAct.Confirm, context, cancel);
        var judged = Rating.Of(input.Solved, input.Satisfaction, input.Comment);
        if (!taken.Succeeded(out var open) || !judged.Succeeded(out var rating))
        {
            return Outcome<Saved>.Refused(taken.IsRefused ? taken.Refusals : judged.Refusals);
        }

        (open.Ticket.Solved, open.Ticket.Satisfaction, open.Ticket.ClosedAt) = (rating.Solved, rating.Satisfaction, context.At);
        desk.Tell(open, [open.Ticket.AssignedTo, open.Ticket.AcceptedBy], "TicketRated", context);
        return await desk.Write(open, TicketAct.Confirm, rating.Comment, [], context, cancel);
    }
}
