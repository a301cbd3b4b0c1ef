using Linli.Domain.Kernel;
using Linli.Domain.Registry;
using Linli.Web.Platform.Changes;
using Linli.Web.Platform.Text;
using Linli.Web.Tickets.Evaluation.Store;

namespace Linli.Web.Tickets.Evaluation;

/// <summary>同意剔除: the first of two words, or the second, whereby the ticket leaves the rates. The database keeps it too.</summary>
internal sealed class ApproveExclusion(ExclusionDesk desk, Changes changes)
{
    public sealed record Input
    {
        public required Guid Exclusion { get; init; }

        /// <summary>The version that the actor saw; null when a program does not say.</summary>
        public uint? Version { get; init; }
    }

    public async Task<Outcome<Saved>> Execute(Input input, ProcessContext context, CancellationToken cancel)
    {
        context = context.On(input.Exclusion);
        if (await changes.HandledBefore(context, nameof(ApproveExclusion), cancel) is { } before)
        {
            return new Saved(before, Before: true);
        }

        if (await desk.Find(input.Exclusion, Permission.ApproveExclusions, context.Actor, cancel) is not var (round, ticket))
        {
            return new NotFound();
        }

        if (input.Version is { } seen && seen != round.Version)
        {
            return new ChangedMeanwhile();
        }

        var approved = round.ToRound().Approve(new(Exclusion.KeyOf(context.Actor.PersonId, null), context.At));
        if (approved.IsRefused)
        {
            return Outcome<Saved>.Refused(approved.Refusals);
        }

        var said = context.Actor.Capacity is { } capacity ? CapacityNames.ForRecord(capacity) : CapacityNames.SystemForRecord;
        if (!approved.Value.IsGranted)
        {
            (round.FirstAt, round.FirstBy, round.FirstAs) = (context.At, context.Actor.PersonId, said);
        }
        else
        {
            (round.SecondAt, round.SecondBy, round.SecondAs) = (context.At, context.Actor.PersonId, said);
            await desk.Judge(ticket, round, context.Actor, cancel);
            desk.Tell(ticket, context.Actor, context.At, "ExclusionGranted", round.RequestedBy, round.FirstBy);
        }

        return await changes.Save(
            context, nameof(ApproveExclusion), ExclusionDesk.Subject, round.Id, new { ticket = ticket.Id, granted = approved.Value.IsGranted, excluded = ticket.Excluded }, cancel);
    }
}
