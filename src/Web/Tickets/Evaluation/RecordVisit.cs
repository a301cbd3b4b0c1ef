using Linli.Domain.Kernel;
using Linli.Domain.Registry;
using Linli.Domain.Tickets;
using Linli.Domain.Tickets.Evaluation;
using Linli.Web.Platform.Access;
using Linli.Web.Platform.Changes;
using Linli.Web.Platform.Store;
using Linli.Web.Tickets.Evaluation.Store;
using Microsoft.EntityFrameworkCore;

namespace Linli.Web.Tickets.Evaluation;

/// <summary>回访: writes down a call. Answers count for the rates; "not solved" reopens the ticket and tells its handler.</summary>
internal sealed class RecordVisit(LinliDb db, VisitDesk visits, TicketDesk desk)
{
    public sealed record Input
    {
        public required Guid Visit { get; init; }

        /// <summary>The version of the visit that the actor saw; null when a program does not say.</summary>
        public uint? Version { get; init; }

        public required VisitResult? Result { get; init; }

        public bool? Solved { get; init; }

        public Satisfaction? Satisfaction { get; init; }

        public string? Note { get; init; }
    }

    public async Task<Outcome<Saved>> Execute(Input input, ProcessContext context, CancellationToken cancel)
    {
        if (await visits.Find(input.Visit, context.Actor, cancel) is not var (visit, ticket) || Scope.Of(context.Actor, Permission.MakeReturnVisits).IsNothing)
        {
            return new NotFound();
        }

        var act = input.Solved == false ? TicketAct.ReopenOnVisit : TicketAct.Visit;
        db.ChangeTracker.Clear();
        return await desk.Act(ticket.Number, null, act, context, async open =>
        {
            var made = await db.Set<ReturnVisit>().SingleAsync(v => v.Id == visit.Id, cancel);
            if (input.Version is { } seen && seen != made.Version)
            {
                return new ChangedMeanwhile();
            }

            var answer = VisitAnswer.Of(input.Result, input.Solved, input.Satisfaction, input.Note);
            return made.State != VisitState.Open || made.Round != open.Ticket.TimesReopened ? new VisitIsMade()
                : await visits.IsOneOfTheHandlers(open.Ticket, context.Actor, context.At, cancel) ? new HandlersOwnMayNotVisit()
                : answer.IsRefused ? Outcome<TicketDesk.Step>.Refused(answer.Refusals)
                : Write(made, open, answer.Value, context);
        }, cancel);
    }

    private TicketDesk.Step Write(ReturnVisit visit, TicketDesk.Open open, VisitAnswer answer, ProcessContext context)
    {
        visit.Attempts++;
        var last = VisitPolicy.BuiltIn.First(policy => policy.Code == visit.Policy).Attempts;
        visit.State = answer.Result == VisitResult.Answered ? VisitState.Answered : visit.Attempts >= last ? VisitState.Unreachable : VisitState.Open;
        visit.DoneAt = visit.State == VisitState.Open ? null : context.At;
        var ticket = open.Ticket;
        if (answer.Reopens)
        {
            // What was answered before the reopening counts no more.
            (ticket.Solved, ticket.Satisfaction, ticket.RepliedAt, ticket.ClosedAt) = (null, null, null, null);
            ticket.TimesReopened++;
            desk.Tell(open, context, "VisitFoundUnsolved", ticket.AssignedTo, ticket.AcceptedBy);
            desk.Tell(open, context, "TicketReopenedForYou", ticket.ReporterId);
        }
        else
        {
            // No answer does not replace an earlier one.
            (ticket.Solved, ticket.Satisfaction) = (answer.Solved ?? ticket.Solved, answer.Satisfaction ?? ticket.Satisfaction);
        }

        return new TicketDesk.Step(answer.Note) { Solved = answer.Solved, Satisfaction = answer.Satisfaction };
    }
}
