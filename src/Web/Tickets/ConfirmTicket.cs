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

    public Task<Outcome<Saved>> Execute(Input input, ProcessContext context, CancellationToken cancel) =>
        desk.Act(input.Number, input.Version, TicketAct.Confirm, context, open =>
        {
            var judged = Rating.Of(input.Solved, input.Satisfaction, input.Comment);
            if (!judged.Succeeded(out var rating))
            {
                return Task.FromResult(Outcome<TicketDesk.Step>.Refused(judged.Refusals));
            }

            (open.Ticket.Solved, open.Ticket.Satisfaction, open.Ticket.ClosedAt) = (rating.Solved, rating.Satisfaction, context.At);
            desk.Tell(open, context, "TicketRated", open.Ticket.AssignedTo, open.Ticket.AcceptedBy);
            return Task.FromResult(Outcome<TicketDesk.Step>.Of(new(rating.Comment) { Solved = rating.Solved, Satisfaction = rating.Satisfaction }));
        }, cancel);
}
