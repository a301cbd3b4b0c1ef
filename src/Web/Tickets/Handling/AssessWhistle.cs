using Linli.Domain.Kernel;
using Linli.Domain.Tickets;
using Linli.Domain.Tickets.Handling;
using Linli.Web.Platform.Changes;
using Linli.Web.Platform.Store;
using Linli.Web.Tickets.Handling.Store;
using Microsoft.EntityFrameworkCore;

namespace Linli.Web.Tickets.Handling;

/// <summary>双考核, the other half: those who called say whether the answer helped. Said once.</summary>
internal sealed class AssessWhistle(TicketDesk desk, LinliDb db)
{
    public sealed record Input
    {
        public required string Number { get; init; }

        public uint? Version { get; init; }

        public required bool? Helped { get; init; }

        /// <summary>Needed where it did not.</summary>
        public string? Reason { get; init; }
    }

    public Task<Outcome<Saved>> Execute(Input input, ProcessContext context, CancellationToken cancel) =>
        desk.Act(input.Number, input.Version, TicketAct.AssessWhistle, context, async open =>
        {
            var waiting = await db.Set<TicketWhistle>().Where(w => w.TicketId == open.Ticket.Id && w.AnsweredAt != null && w.AssessedAt == null)
                .OrderBy(w => w.BlownAt).FirstOrDefaultAsync(cancel);
            if (waiting is null)
            {
                return new NoAnswerToAssess();
            }

            var reason = (input.Helped == false ? HandlingTexts.Why : HandlingTexts.Remark).Check(input.Reason);
            if (input.Helped is null || reason.IsRefused)
            {
                return Outcome<TicketDesk.Step>.Refused([.. input.Helped is null ? [new HelpedIsMissing()] : Array.Empty<Refusal>(), .. reason.Refusals]);
            }

            (waiting.AssessedBy, waiting.AssessedAt, waiting.Helped, waiting.Assessment) =
                (context.Actor.PersonId, context.At, input.Helped, reason.Value.Length > 0 ? reason.Value : null);
            desk.Tell(open, context, "WhistleAssessed", waiting.AnsweredBy);
            return new TicketDesk.Step(reason.Value);
        }, cancel);
}
