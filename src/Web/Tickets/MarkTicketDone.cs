using Linli.Domain.Kernel;
using Linli.Domain.Tickets;
using Linli.Web.Platform.Changes;

namespace Linli.Web.Tickets;

/// <summary>办结回复: the worker says what was done, with photos; the reporter has the word then.</summary>
internal sealed class MarkTicketDone(TicketDesk desk)
{
    public sealed record Input
    {
        public required string Number { get; init; }

        public uint? Version { get; init; }

        public required string? Result { get; init; }

        public IReadOnlyList<Guid> Photos { get; init; } = [];
    }

    public async Task<Outcome<Saved>> Execute(Input input, ProcessContext context, CancellationToken cancel)
    {
        var taken = await desk.Take(input.Number, input.Version, TicketAct.MarkDone, context, cancel);
        var result = TicketTexts.Result.Check(input.Result);
        if (!taken.Succeeded(out var open) || result.IsRefused)
        {
            return Outcome<Saved>.Refused(taken.IsRefused ? taken.Refusals : result.Refusals);
        }

        if (input.Photos.Count > TicketReport.MaxPhotos)
        {
            return new PhotosAreTooMany(TicketReport.MaxPhotos, input.Photos.Count);
        }

        open.Ticket.RepliedAt = context.At;
        desk.Tell(open, [open.Ticket.ReporterId], "TicketDone", context);
        return await desk.Write(open, TicketAct.MarkDone, result.Value, input.Photos, context, cancel);
    }
}
