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

    public Task<Outcome<Saved>> Execute(Input input, ProcessContext context, CancellationToken cancel) =>
        desk.Act(input.Number, input.Version, TicketAct.Assign, context, async open =>
        {
            if (input.Handler is not { } handler)
            {
                return new HandlerIsMissing();
            }

            var workers = await posts.HoldersAt(open.Ticket.CompoundId, Permission.HandleTickets, cancel);
            if (workers.FirstOrDefault(w => w.PersonId == handler) is not { } worker)
            {
                return new HandlerDoesNotWorkHere();
            }

            var reason = TicketTexts.Reason.Check(input.Reason);
            var isHandedOn = open.Ticket.AssignedTo is { } before && before != handler;
            if (reason.IsRefused && (isHandedOn || !string.IsNullOrWhiteSpace(input.Reason)))
            {
                return Outcome<TicketDesk.Step>.Refused(reason.Refusals);
            }

            (open.Ticket.AssignedTo, open.Ticket.AssignedAt, open.Ticket.LeadOrganisationId) = (handler, context.At, worker.OrganisationId);
            desk.Tell(open, context, "TicketAssigned", handler);
            desk.Tell(open, context, "TicketHasHandler", open.Ticket.ReporterId);
            return new TicketDesk.Step(reason.Succeeded(out var why) ? $"{worker.Name} · {why}" : worker.Name);
        }, cancel);
}
