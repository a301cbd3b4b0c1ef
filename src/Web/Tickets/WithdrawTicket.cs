using Linli.Domain.Kernel;
using Linli.Domain.Tickets;
using Linli.Web.Platform.Changes;

namespace Linli.Web.Tickets;

/// <summary>撤回: the reporter takes it back before a worker is named.</summary>
internal sealed class WithdrawTicket(TicketDesk desk)
{
    public sealed record Input
    {
        public required string Number { get; init; }

        public uint? Version { get; init; }
    }

    public Task<Outcome<Saved>> Execute(Input input, ProcessContext context, CancellationToken cancel) =>
        desk.Act(input.Number, input.Version, TicketAct.Withdraw, context, open =>
        {
            open.Ticket.ClosedAt = context.At;
            desk.Tell(open, context, "TicketWithdrawn", open.Ticket.AcceptedBy);
            return Task.FromResult(Outcome<TicketDesk.Step>.Of(new()));
        }, cancel);
}
