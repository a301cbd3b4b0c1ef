using Linli.Domain.Kernel;
using Linli.Domain.Tickets;
using Linli.Web.Platform.Changes;

namespace Linli.Web.Tickets;

/// <summary>补充: the reporter adds words or photos; the state stays.</summary>
internal sealed class SupplementTicket(TicketDesk desk)
{
    public sealed record Input
    {
        public required string Number { get; init; }

        public required string? Note { get; init; }

        public IReadOnlyList<Guid> Photos { get; init; } = [];
    }

    public async Task<Outcome<Saved>> Execute(Input input, ProcessContext context, CancellationToken cancel)
    {
        var taken = await desk.Take(input.Number, null, TicketAct.Supplement, context, cancel);
        var note = TicketTexts.Note.Check(input.Note);
        if (!taken.Succeeded(out var open) || note.IsRefused)
        {
            return Outcome<Saved>.Refused(taken.IsRefused ? taken.Refusals : note.Refusals);
        }

        desk.Tell(open, [open.Ticket.AssignedTo, open.Ticket.AcceptedBy], "TicketSupplemented", context);
        return await desk.Write(open, TicketAct.Supplement, note.Value, input.Photos, context, cancel);
    }
}
