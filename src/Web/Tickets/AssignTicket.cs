using Linli.Domain.Kernel;
using Linli.Domain.Registry;
using Linli.Domain.Tickets;
using Linli.Web.Platform.Changes;
using Linli.Web.Registry.Contract;

namespace Linli.Web.Tickets;

/// <summary>派单, 改派: the dispatcher names the worker. Giving it to another one says why.</summary>
internal sealed class AssignTicket(TicketDesk desk, IPosts posts)
{
    public sealed record Input
    {
        public required string Number { get; init; }

        public uint? Version { get; init; }

        public required Guid? Handler { get; init; }

        public string? Reason { get; init; }
    }

    public async Task<Outcome<Saved>> Execute(Input input, ProcessContext context, CancellationToken cancel)
    {
        var taken = await desk.Take(input.Number, input.Version, TicketAct.Assign, context, cancel);
        if (!taken.Succeeded(out var open))
        {
            return Outcome<Saved>.Refused(taken.Refusals);
        }

        if (input.Handler is not { } handler)
        {
            return new HandlerIsMissing();
        }

        var workers = await posts.HoldersAt(open.Ticket.CompoundId, Permission.HandleTickets, cancel);
        if (workers.FirstOrDefault(w => w.PersonId == handler) is not { } worker)
        {
            return new HandlerDoesNotWorkHere();
        }

        var before = open.Ticket.AssignedTo;
        var reason = TicketTexts.Reason.Check(input.Reason);
        if (reason.IsRefused && (before is not null && before != handler || !string.IsNullOrWhiteSpace(input.Reason)))
        {
            return Outcome<Saved>.Refused(reason.Refusals);
        }

        (open.Ticket.AssignedTo, open.Ticket.AssignedAt) = (handler, context.At);
        desk.Tell(open, [handler], "TicketAssigned", context);
        desk.Tell(open, [open.Ticket.ReporterId], "TicketHasHandler", context);
        var note = reason.Succeeded(out var why) ? $"{worker.Name}：{why}" : worker.Name;
        return await desk.Write(open, TicketAct.Assign, note, [], context, cancel);
    }
}
