using Linli.Domain.Kernel;
using Linli.Domain.Tickets;
using Linli.Domain.Tickets.FollowUp;
using Linli.Web.Platform.Changes;
using Linli.Web.Platform.Store;
using Linli.Web.Tickets.FollowUp.Store;
using Microsoft.EntityFrameworkCore;

namespace Linli.Web.Tickets.FollowUp;

/// <summary>回应: who is answerable for cards of a ticket says what will be done. Proposals are not answered so: they are decided.</summary>
internal sealed class AcknowledgeCard(TicketDesk desk, LinliDb db)
{
    public sealed record Input
    {
        public required string Number { get; init; }

        public uint? Version { get; init; }

        public required string? Plan { get; init; }
    }

    public Task<Outcome<Saved>> Execute(Input input, ProcessContext context, CancellationToken cancel) =>
        desk.Act(input.Number, input.Version, TicketAct.AcknowledgeCard, context, async open =>
        {
            var plan = FollowUpTexts.Plan.Check(input.Plan);
            if (plan.IsRefused)
            {
                return Outcome<TicketDesk.Step>.Refused(plan.Refusals);
            }

            var (person, unit) = (context.Actor.PersonId, FollowUpAccess.UnitOf(context.Actor));
            var waiting = await db.Set<FollowUpEntry>().Where(step => step.TicketId == open.Ticket.Id && step.AnsweredAt == null
                && (step.Kind == FollowUpKind.YellowCard || step.Kind == FollowUpKind.RedCard)
                && (step.AnswerableId == person || (unit != null && step.AnswerableFor == unit))).ToListAsync(cancel);
            foreach (var card in waiting)
            {
                (card.AnsweredBy, card.AnsweredAt, card.Answer) = (person, context.At, plan.Value);
            }

            desk.Tell(open, context, "CardAcknowledged", new[] { open.Ticket.AssignedTo }.Concat(waiting.Select(card => card.AnswerableId)).Where(told => told != open.Ticket.ReporterId));
            return new TicketDesk.Step(plan.Value);
        }, cancel);
}
