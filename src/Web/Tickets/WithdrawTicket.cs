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

    public async Task<Outcome<Saved>> Execute(Input input, ProcessContext context, CancellationToken cancel)
    {
        var taken = await desk.Take(input.Number, input.Version, TicketAct.Withdraw, context, cancel);
        if (!taken.Succeeded(out var open))
        {
            return Outcome<Saved>.Refused(taken.Refusals);
        }

        open.Ticket.ClosedAt = context.At;
        desk.Tell(open, [open.Ticket.AcceptedBy], "TicketWithdrawn", context);
        return await desk.Write(open, TicketAct.Withdraw, null, [], context, cancel);
    }
}
