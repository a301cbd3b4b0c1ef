using Linli.Domain.Kernel;
using Linli.Domain.Tickets;
using Linli.Web.Platform.Changes;
using Linli.Web.Platform.Store;
using Linli.Web.Tickets.Handling;

namespace Linli.Web.Tickets;

/// <summary>办结回复: the worker says what was done, with photos; the reporter has the word then.</summary>
internal sealed class MarkTicketDone(TicketDesk desk, LinliDb db)
{
    public sealed record Input
    {
        public required string Number { get; init; }

        public uint? Version { get; init; }

        public required string? Result { get; init; }

        public IReadOnlyList<Guid> Photos { get; init; } = [];
    }

    public Task<Outcome<Saved>> Execute(Input input, ProcessContext context, CancellationToken cancel) =>
        desk.Act(input.Number, input.Version, TicketAct.MarkDone, context, async open =>
        {
            var said = TicketTexts.Result.Check(input.Result);
            if (!said.Succeeded(out var text))
            {
                return Outcome<TicketDesk.Step>.Refused(said.Refusals);
            }

            open.Ticket.RepliedAt = context.At;
            await OpenRequests.Lapse(db, open.Ticket.Id, context.At, cancel);
            desk.Tell(open, context, "TicketDone", open.Ticket.ReporterId);
            return new TicketDesk.Step(text, input.Photos);
        }, cancel);
}
