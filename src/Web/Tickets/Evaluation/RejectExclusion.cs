using Linli.Domain.Kernel;
using Linli.Domain.Registry;
using Linli.Domain.Tickets.Evaluation;
using Linli.Web.Platform.Changes;
using Linli.Web.Platform.Text;
using Linli.Web.Tickets.Evaluation.Store;

namespace Linli.Web.Tickets.Evaluation;

/// <summary>不同意剔除, with a reason; whoever asked may take the request back the same way.</summary>
internal sealed class RejectExclusion(ExclusionDesk desk, Changes changes)
{
    public sealed record Input
    {
        public required Guid Exclusion { get; init; }

        public uint? Version { get; init; }

        /// <summary>Why not.</summary>
        public required string? Note { get; init; }
    }

    public async Task<Outcome<Saved>> Execute(Input input, ProcessContext context, CancellationToken cancel)
    {
        context = context.On(input.Exclusion);
        if (await changes.HandledBefore(context, nameof(RejectExclusion), cancel) is { } before)
        {
            return new Saved(before, Before: true);
        }

        var decided = await desk.Find(input.Exclusion, Permission.ApproveExclusions, context.Actor, cancel);
        if ((decided ?? await desk.Find(input.Exclusion, Permission.AcceptTickets, context.Actor, cancel)) is not var (round, ticket))
        {
            return new NotFound();
        }

        if (decided is null && round.RequestedBy != context.Actor.PersonId)
        {
            return new OnlyTheRequesterTakesItBack();
        }

        if (input.Version is { } seen && seen != round.Version)
        {
            return new ChangedMeanwhile();
        }

        var said = EvaluationTextRules.Grounds.Check(input.Note);
        var rejected = round.ToRound().Reject(new(Exclusion.KeyOf(context.Actor.PersonId, null), context.At));
        List<Refusal> refusals = [.. rejected.Refusals, .. said.Refusals];
        if (refusals.Count > 0)
        {
            return Outcome<Saved>.Refused(refusals);
        }

        (round.EndedAt, round.EndedBy, round.EndedNote) = (context.At, context.Actor.PersonId, said.Value);
        round.EndedAs = context.Actor.Capacity is { } capacity ? CapacityNames.ForRecord(capacity) : CapacityNames.SystemForRecord;
        round.Ended = round.RequestedBy == context.Actor.PersonId ? ExclusionEnd.TakenBack : ExclusionEnd.Rejected;
        desk.Tell(ticket, context.Actor, context.At, "ExclusionRejected", round.RequestedBy, round.FirstBy);
        return await changes.Save(context, nameof(RejectExclusion), ExclusionDesk.Subject, round.Id, new { ticket = ticket.Id, how = round.Ended }, cancel);
    }
}
