using Linli.Domain.Kernel;
using Linli.Domain.Tickets;
using Linli.Web.Platform.Changes;

namespace Linli.Web.Tickets.Handling;

/// <summary>抢单: a worker takes an accepted ticket of the own organisation that nobody holds; the first one has it.</summary>
internal sealed class ClaimTicket(TicketDesk desk)
{
    public sealed record Input
    {
        public required string Number { get; init; }

        public uint? Version { get; init; }
    }

    public Task<Outcome<Saved>> Execute(Input input, ProcessContext context, CancellationToken cancel) =>
        desk.Act(input.Number, input.Version, TicketAct.Claim, context, open =>
        {
            (open.Ticket.AssignedTo, open.Ticket.AssignedAt) = (context.Actor.PersonId, context.At);
            desk.Tell(open, context, "TicketHasHandler", open.Ticket.ReporterId);
            return Task.FromResult(Outcome<TicketDesk.Step>.Of(new(context.Actor.Name)));
        }, cancel);
}
