using Linli.Domain.Kernel;
using Linli.Domain.Registry;
using Linli.Domain.Tickets;
using Linli.Domain.Tickets.Evaluation;
using Linli.Web.Platform.Changes;
using Linli.Web.Platform.Store;
using Linli.Web.Platform.Text;
using Linli.Web.Registry.Contract;
using Linli.Web.Tickets.Evaluation.Store;
using Linli.Web.Tickets.Store;
using Microsoft.EntityFrameworkCore;

namespace Linli.Web.Tickets.Evaluation;

/// <summary>申请剔除: asks that a ticket be left out of the rates; those who may approve hear of it.</summary>
internal sealed class RequestExclusion(LinliDb db, ExclusionDesk desk, IPosts posts, Changes changes)
{
    public sealed record Input
    {
        public required string Number { get; init; }

        public required ExclusionReason? Reason { get; init; }

        public required string? Note { get; init; }
    }

    public async Task<Outcome<Saved>> Execute(Input input, ProcessContext context, CancellationToken cancel)
    {
        context = context.On(input.Number);
        if (await changes.HandledBefore(context, nameof(RequestExclusion), cancel) is { } before)
        {
            return new Saved(before, Before: true);
        }

        if (await desk.Find(input.Number, Permission.AcceptTickets, context.Actor, cancel) is not { } ticket)
        {
            return new NotFound();
        }

        var said = EvaluationTextRules.Grounds.Check(input.Note);
        List<Refusal> refusals = [.. await Against(ticket, input.Reason, context, cancel), .. said.Refusals];
        if (refusals.Count > 0)
        {
            return Outcome<Saved>.Refused(refusals);
        }

        var round = new Exclusion
        {
            Id = context.RequestId,
            TicketId = ticket.Id,
            Reason = input.Reason!.Value,
            Note = said.Value,
            RequestedAt = context.At,
            RequestedBy = context.Actor.PersonId,
            RequestedAs = context.Actor.Capacity is { } capacity ? CapacityNames.ForRecord(capacity) : CapacityNames.SystemForRecord,
        };
        db.Add(round);
        var approvers = await posts.HoldersAt(ticket.CompoundId, Permission.ApproveExclusions, cancel);
        desk.Tell(ticket, context.Actor, context.At, "ExclusionRequested", approvers.Select(holder => (Guid?)holder.PersonId).Distinct());
        return await changes.Save(
            context, nameof(RequestExclusion), ExclusionDesk.Subject, round.Id, new { ticket = ticket.Id, reason = round.Reason }, cancel);
    }

    private async Task<IReadOnlyList<Refusal>> Against(Ticket ticket, ExclusionReason? reason, ProcessContext context, CancellationToken cancel)
    {
        List<Refusal> refusals = [];
        if (reason is not { } chosen || !Enum.IsDefined(chosen))
        {
            refusals.Add(new ExclusionReasonIsMissing());
        }
        else if (chosen == ExclusionReason.WrongDispatch && !await desk.ReturnWasAccepted(ticket.Id, context.Actor, cancel))
        {
            refusals.Add(new ReturnIsNotAccepted());
        }
        else if (chosen == ExclusionReason.NoValidAnswer && (ticket.Solved is not null || ticket.Satisfaction is not null))
        {
            refusals.Add(new ReporterHasAnswered());
        }

        if (ticket.State == TicketState.Withdrawn)
        {
            refusals.Add(new TicketIsWithdrawn());
        }

        if (ticket.Excluded == ExclusionScope.All)
        {
            refusals.Add(new TicketIsExcluded());
        }
        else if (await db.Set<Exclusion>().AnyAsync(e => e.TicketId == ticket.Id && e.SecondAt == null && e.EndedAt == null, cancel))
        {
            refusals.Add(new ExclusionAwaitsDecision());
        }

        return refusals;
    }
}
