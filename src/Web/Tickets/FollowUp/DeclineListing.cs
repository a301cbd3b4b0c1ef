using Linli.Domain.Kernel;
using Linli.Domain.Tickets;
using Linli.Domain.Tickets.FollowUp;
using Linli.Web.Platform.Changes;
using Linli.Web.Platform.Store;
using Linli.Web.Tickets.FollowUp.Store;
using Microsoft.EntityFrameworkCore;

namespace Linli.Web.Tickets.FollowUp;

/// <summary>不挂牌: a proposed listing is decided against, with a reason.</summary>
internal sealed class DeclineListing(TicketDesk desk, LinliDb db)
{
    public sealed record Input
    {
        public required string Number { get; init; }

        public uint? Version { get; init; }

        public required string? Reason { get; init; }
    }

    public Task<Outcome<Saved>> Execute(Input input, ProcessContext context, CancellationToken cancel) =>
        desk.Act(input.Number, input.Version, TicketAct.DeclineListing, context, async open =>
        {
            if (!FollowUpAccess.Takes(context.Actor, FollowUpLadder.On(ChinaTime.DayOf(context.At)).Listing))
            {
                return new ThisPostDoesNotTakeThisStep();
            }

            var proposed = await db.Set<FollowUpEntry>()
                .Where(step => step.TicketId == open.Ticket.Id && step.Kind == FollowUpKind.ListingProposal && step.AnsweredAt == null).ToListAsync(cancel);
            var reason = FollowUpTexts.Why.Check(input.Reason);
            if (proposed.Count == 0 || reason.IsRefused)
            {
                return Outcome<TicketDesk.Step>.Refused(proposed.Count == 0 ? [new NoListingIsProposed()] : reason.Refusals);
            }

            foreach (var step in proposed)
            {
                (step.AnsweredBy, step.AnsweredAt, step.Answer) = (context.Actor.PersonId, context.At, reason.Value);
            }

            return new TicketDesk.Step(reason.Value);
        }, cancel);
}
