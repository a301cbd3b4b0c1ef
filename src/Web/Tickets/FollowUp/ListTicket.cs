using Linli.Domain.Kernel;
using Linli.Domain.Tickets;
using Linli.Domain.Tickets.FollowUp;
using Linli.Web.Platform.Changes;
using Linli.Web.Platform.Store;
using Linli.Web.Tickets.FollowUp.Store;
using Microsoft.EntityFrameworkCore;

namespace Linli.Web.Tickets.FollowUp;

/// <summary>挂牌督办: a person decides it, with a reason and the day by which it is to be done; who decides is answerable for it.</summary>
internal sealed class ListTicket(TicketDesk desk, LinliDb db)
{
    public sealed record Input
    {
        public required string Number { get; init; }

        public uint? Version { get; init; }

        public required string? Reason { get; init; }

        public required DateOnly? Until { get; init; }
    }

    public Task<Outcome<Saved>> Execute(Input input, ProcessContext context, CancellationToken cancel) =>
        desk.Act(input.Number, input.Version, TicketAct.ListPublicly, context, async open =>
        {
            var today = ChinaTime.DayOf(context.At);
            var ladder = FollowUpLadder.On(today);
            if (!FollowUpAccess.Takes(context.Actor, ladder.Listing))
            {
                return new ThisPostDoesNotTakeThisStep();
            }

            var steps = await db.Set<FollowUpEntry>().Where(step => step.TicketId == open.Ticket.Id).ToListAsync(cancel);
            if (steps.Exists(step => step is { Kind: FollowUpKind.Listing, EndedAt: null }))
            {
                return new TicketIsListed();
            }

            var reason = FollowUpTexts.Why.Check(input.Reason);
            List<Refusal> refusals = [.. reason.Refusals, .. new[] { FollowUpTexts.CheckUntil(input.Until, today, ladder.Listing) }.OfType<Refusal>()];
            if (refusals.Count > 0)
            {
                return Outcome<TicketDesk.Step>.Refused(refusals);
            }

            foreach (var proposed in steps.Where(step => step is { Kind: FollowUpKind.ListingProposal, AnsweredAt: null }))
            {
                (proposed.AnsweredBy, proposed.AnsweredAt, proposed.Answer) = (context.Actor.PersonId, context.At, reason.Value);
            }

            var listed = FollowUpSteps.ByPerson(open, FollowUpKind.Listing, FollowUpEntry.ListingStep, steps, ladder, context);
            (listed.Note, listed.UntilOn) = (reason.Value, input.Until);
            db.Add(listed);
            desk.Tell(open, context, "TicketListed", open.Ticket.AssignedTo, open.Ticket.AcceptedBy);
            desk.Tell(open, context, "TicketSupervised", open.Ticket.ReporterId);
            return new TicketDesk.Step(reason.Value);
        }, cancel);
}
