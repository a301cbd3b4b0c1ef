using Linli.Domain.Kernel;
using Linli.Domain.Registry;
using Linli.Domain.Tickets;
using Linli.Domain.Tickets.Finding;
using Linli.Web.Platform.Access;
using Linli.Web.Platform.Changes;
using Linli.Web.Platform.Store;
using Linli.Web.Registry.Contract;
using Linli.Web.Tickets.Finding.Store;
using Microsoft.EntityFrameworkCore;

namespace Linli.Web.Tickets.Finding;

/// <summary>把关: whoever keeps the agenda takes a topic for the joint meeting, or drops it with a reason. Whoever decides is answerable from then on.</summary>
internal sealed class DecideTopic(LinliDb db, IPlaces places, Changes changes)
{
    public const string Subject = "Topic";

    private static readonly TextRule Note = new("Reason", 500, SeveralLines: true, WhenMissing: null);

    public sealed record Input
    {
        public required Guid Topic { get; init; }

        public uint? Version { get; init; }

        /// <summary>Whether it goes to the meeting.</summary>
        public required bool Take { get; init; }

        /// <summary>Why not; a note where it is taken.</summary>
        public required string? Reason { get; init; }
    }

    public async Task<Outcome<Saved>> Execute(Input input, ProcessContext context, CancellationToken cancel)
    {
        context = context.On(input.Topic);
        if (await changes.HandledBefore(context, nameof(DecideTopic), cancel) is { } before)
        {
            return new Saved(before, Before: true);
        }

        if (await db.Set<TopicProposal>().SingleOrDefaultAsync(t => t.Id == input.Topic, cancel) is not { } topic
            || await places.PathOf(topic.CompoundId, cancel) is not { } compound || !Scope.Of(context.Actor, Permission.ManageFindings).Covers(compound))
        {
            return new NotFound();
        }

        if (input.Version is { } seen && seen != topic.Version)
        {
            return new ChangedMeanwhile();
        }

        var next = FindingFlow.Decide(topic.State, input.Take ? TopicState.Taken : TopicState.Dropped);
        var said = (input.Take ? Note : TicketTexts.Reason).Check(input.Reason);
        if (next.IsRefused || said.IsRefused)
        {
            return Outcome<Saved>.Refused([.. next.Refusals, .. said.Refusals]);
        }

        (topic.State, topic.DecidedAt, topic.DecidedBy, topic.DecidedAs) = (next.Value, context.At, context.Actor.PersonId, TicketDesk.SaidAs(context));
        (topic.Reason, topic.AnswerableId, topic.AnswerableFor) = (said.Value is { Length: > 0 } words ? words : null, context.Actor.PersonId, context.Actor.Capacity?.OrganisationId);
        return await changes.Save(context, nameof(DecideTopic), Subject, topic.Id, new { compound = topic.CompoundId, state = topic.State }, cancel);
    }
}
