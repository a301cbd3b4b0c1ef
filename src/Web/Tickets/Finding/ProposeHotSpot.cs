using Linli.Domain.Kernel;
using Linli.Domain.Tickets.Finding;
using Linli.Web.Platform.Changes;
using Linli.Web.Platform.Notifications;
using Linli.Web.Platform.Store;
using Linli.Web.Registry.Contract;
using Linli.Web.Tickets.Finding.Store;
using Microsoft.EntityFrameworkCore;

namespace Linli.Web.Tickets.Finding;

/// <summary>提请: anyone of the three parties puts a hot spot forward as a topic for the joint meeting.</summary>
internal sealed class ProposeHotSpot(LinliDb db, IPlaces places, IPosts posts, Notifier notifier, Changes changes)
{
    public async Task<Outcome<Saved>> Execute(Guid hotSpot, ProcessContext context, CancellationToken cancel)
    {
        context = context.On(hotSpot);
        if (await changes.HandledBefore(context, nameof(ProposeHotSpot), cancel) is { } before)
        {
            return new Saved(before, Before: true);
        }

        if (await db.Set<HotSpotFound>().AsNoTracking().SingleOrDefaultAsync(h => h.Id == hotSpot, cancel) is not { } spot
            || await places.PathOf(spot.CompoundId, cancel) is not { } compound || !FindingAccess.MayPropose(context.Actor, compound))
        {
            return new NotFound();
        }

        if (await db.Set<TopicProposal>().AnyAsync(topic => topic.HotSpotId == hotSpot, cancel))
        {
            return new HotSpotIsProposedAlready();
        }

        var answerable = await WriteFound.AnswerableAt(posts, spot.CompoundId, cancel);
        var topic = new TopicProposal
        {
            Id = context.RequestId, CompoundId = spot.CompoundId, Week = spot.Week, Origin = TopicOrigin.HotSpot, Label = spot.Category ?? string.Empty, HotSpotId = spot.Id,
            Reporters = spot.Reporters, Said = spot.Reporters, OutOf = spot.Reporters, PastSaid = spot.PastReporters, PastOutOf = spot.PastReporters, Likelihood = 0, Rules = spot.Rules,
            FoundAt = context.At, ProposedBy = context.Actor.PersonId, AnswerableId = answerable?.PersonId, AnswerableFor = answerable?.OrganisationId, State = TopicState.Proposed,
        };
        db.Add(topic);
        if (answerable is { } who && who.PersonId != context.Actor.PersonId)
        {
            notifier.Tell([who.PersonId], "TopicsProposed", new() { ["Count"] = "1" }, FindingLinks.Findings, context.At);
        }

        return await changes.Save(context, nameof(ProposeHotSpot), DecideTopic.Subject, topic.Id, new { compound = spot.CompoundId, hotSpot }, cancel);
    }
}
