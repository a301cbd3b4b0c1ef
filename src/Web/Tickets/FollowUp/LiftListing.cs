using Linli.Domain.Kernel;
using Linli.Domain.Tickets;
using Linli.Domain.Tickets.FollowUp;
using Linli.Web.Platform.Changes;
using Linli.Web.Platform.Store;
using Linli.Web.Tickets.FollowUp.Store;
using Microsoft.EntityFrameworkCore;

namespace Linli.Web.Tickets.FollowUp;

/// <summary>摘牌: a listing ends before the ticket does, with a reason.</summary>
internal sealed class LiftListing(TicketDesk desk, LinliDb db)
{
    public sealed record Input
    {
        public required string Number { get; init; }

        public uint? Version { get; init; }

        public required string? Reason { get; init; }
    }

    public Task<Outcome<Saved>> Execute(Input input, ProcessContext context, CancellationToken cancel) =>
        desk.Act(input.Number, input.Version, TicketAct.LiftListing, context, async open =>
        {
            if (!FollowUpAccess.Takes(context.Actor, FollowUpLadder.On(ChinaTime.DayOf(context.At)).Listing))
            {
                return new ThisPostDoesNotTakeThisStep();
            }

            var listed = await db.Set<FollowUpEntry>().SingleOrDefaultAsync(
                step => step.TicketId == open.Ticket.Id && step.Kind == FollowUpKind.Listing && step.EndedAt == null, cancel);
            var reason = FollowUpTexts.Why.Check(input.Reason);
            if (listed is null || reason.IsRefused)
            {
                return Outcome<TicketDesk.Step>.Refused(listed is null ? [new TicketIsNotListed()] : reason.Refusals);
            }

            (listed.EndedBy, listed.EndedAt, listed.EndedNote) = (context.Actor.PersonId, context.At, reason.Value);
            desk.Tell(open, context, "ListingLifted", new[] { open.Ticket.AssignedTo, listed.TakenBy }.Where(told => told != open.Ticket.ReporterId));
            return new TicketDesk.Step(reason.Value);
        }, cancel);
}
