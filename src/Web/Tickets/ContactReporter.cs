using Linli.Domain.Kernel;
using Linli.Domain.Tickets;
using Linli.Web.Platform.Changes;

namespace Linli.Web.Tickets;

/// <summary>联系: the worker has reached the reporter; that is when the ticket counts as answered.</summary>
internal sealed class ContactReporter(TicketDesk desk)
{
    public sealed record Input
    {
        public required string Number { get; init; }

        public uint? Version { get; init; }

        public string? Note { get; init; }
    }

    public async Task<Outcome<Saved>> Execute(Input input, ProcessContext context, CancellationToken cancel)
    {
        var taken = await desk.Take(input.Number, input.Version, TicketAct.Contact, context, cancel);
        var note = TicketTexts.ContactNote.Check(input.Note);
        if (!taken.Succeeded(out var open) || note.IsRefused)
        {
            return Outcome<Saved>.Refused(taken.IsRefused ? taken.Refusals : note.Refusals);
        }

        // The first contact counts for the response rate; later ones only stand in the timeline.
        open.Ticket.ContactedAt ??= context.At;
        desk.Tell(open, [open.Ticket.ReporterId], "TicketContacted", context);
        return await desk.Write(open, TicketAct.Contact, note.Value, [], context, cancel);
    }
}
