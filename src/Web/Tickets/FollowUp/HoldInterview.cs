using System.Globalization;
using Linli.Domain.Kernel;
using Linli.Domain.Tickets;
using Linli.Domain.Tickets.FollowUp;
using Linli.Web.Platform.Changes;
using Linli.Web.Platform.Store;
using Linli.Web.Tickets.FollowUp.Store;
using Microsoft.EntityFrameworkCore;

namespace Linli.Web.Tickets.FollowUp;

/// <summary>约谈: who talked with whom on which day, what was agreed, and when they talk again. It answers a proposal that waits.</summary>
internal sealed class HoldInterview(TicketDesk desk, LinliDb db)
{
    public sealed record Input
    {
        public required string Number { get; init; }

        public uint? Version { get; init; }

        public required string? With { get; init; }

        public required DateOnly? HeldOn { get; init; }

        public required string? Agreed { get; init; }

        public DateOnly? NextOn { get; init; }
    }

    public Task<Outcome<Saved>> Execute(Input input, ProcessContext context, CancellationToken cancel) =>
        desk.Act(input.Number, input.Version, TicketAct.HoldInterview, context, async open =>
        {
            var today = ChinaTime.DayOf(context.At);
            var ladder = FollowUpLadder.On(today);
            if (!FollowUpAccess.Takes(context.Actor, ladder.Interview))
            {
                return new ThisPostDoesNotTakeThisStep();
            }

            var (with, agreed) = (FollowUpTexts.With.Check(input.With), FollowUpTexts.Agreed.Check(input.Agreed));
            Refusal?[] days =
            [
                FollowUpTexts.CheckHeldOn(input.HeldOn, ChinaTime.DayOf(open.Ticket.ReceivedAt), today), FollowUpTexts.CheckNextOn(input.NextOn, today, ladder.Interview),
            ];
            List<Refusal> refusals = [.. with.Refusals, .. agreed.Refusals, .. days.OfType<Refusal>()];
            if (refusals.Count > 0)
            {
                return Outcome<TicketDesk.Step>.Refused(refusals);
            }

            var steps = await db.Set<FollowUpEntry>().Where(step => step.TicketId == open.Ticket.Id).ToListAsync(cancel);
            foreach (var step in steps.Where(step => step is { Kind: FollowUpKind.InterviewProposal, AnsweredAt: null }))
            {
                (step.AnsweredBy, step.AnsweredAt, step.Answer) = (context.Actor.PersonId, context.At, agreed.Value);
            }

            // The talk that was due by this one is not due any more.
            foreach (var earlier in steps.Where(step => step is { Kind: FollowUpKind.Interview, EndedAt: null }))
            {
                (earlier.EndedAt, earlier.EndedBy) = (context.At, context.Actor.PersonId);
            }

            var talk = FollowUpSteps.ByPerson(open, FollowUpKind.Interview, FollowUpEntry.InterviewStep, steps, ladder, context);
            (talk.TalkedWith, talk.Note, talk.UntilOn, talk.DueAt) = (with.Value, agreed.Value, input.NextOn, ChinaTime.StartOf(input.HeldOn!.Value).ToUniversalTime());
            db.Add(talk);
            desk.Tell(open, context, "InterviewHeld", new[] { open.Ticket.AssignedTo, open.Ticket.AcceptedBy }.Where(told => told != open.Ticket.ReporterId));
            return new TicketDesk.Step(string.Create(CultureInfo.InvariantCulture, $"{input.HeldOn.Value:yyyy-MM-dd} · {with.Value} · {agreed.Value}"));
        }, cancel);
}
