using Linli.Domain.Kernel;
using Linli.Domain.Tickets;
using Linli.Domain.Tickets.Handling;
using Linli.Web.Platform.Changes;
using Linli.Web.Platform.Store;
using Linli.Web.Tickets.Handling.Store;
using Microsoft.EntityFrameworkCore;

namespace Linli.Web.Tickets.Handling;

/// <summary>报到: the level that was called says what it does, and whether the call was warranted (one half of 双考核).</summary>
internal sealed class AnswerWhistle(TicketDesk desk, LinliDb db)
{
    public sealed record Input
    {
        public required string Number { get; init; }

        public uint? Version { get; init; }

        public required string? Answer { get; init; }

        public required bool? Warranted { get; init; }

        /// <summary>Why it was not; needed then.</summary>
        public string? Reason { get; init; }
    }

    public Task<Outcome<Saved>> Execute(Input input, ProcessContext context, CancellationToken cancel) =>
        desk.Act(input.Number, input.Version, TicketAct.AnswerWhistle, context, async open =>
        {
            var answer = HandlingTexts.Answer.Check(input.Answer);
            var reason = (input.Warranted == false ? HandlingTexts.Why : HandlingTexts.Remark).Check(input.Reason);
            List<Refusal> refusals = [.. answer.Refusals, .. reason.Refusals];
            if (input.Warranted is null)
            {
                refusals.Add(new WarrantedIsMissing());
            }

            if (refusals.Count > 0)
            {
                return Outcome<TicketDesk.Step>.Refused(refusals);
            }

            var whistle = await db.Set<TicketWhistle>().SingleAsync(w => w.TicketId == open.Ticket.Id && w.AnsweredAt == null && w.RaisedAt == null, cancel);
            (whistle.AnsweredBy, whistle.AnsweredFor, whistle.AnsweredAt, whistle.Answer) =
                (context.Actor.PersonId, context.Actor.Capacity?.OrganisationId, context.At, answer.Value);
            (whistle.Warranted, whistle.WarrantedNote) = (input.Warranted, reason.Value.Length > 0 ? reason.Value : null);
            desk.Tell(open, context, "WhistleAnswered", whistle.BlownBy, open.Ticket.AssignedTo);
            return new TicketDesk.Step(answer.Value);
        }, cancel);
}
