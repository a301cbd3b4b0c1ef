using Linli.Domain.Registry;
using Linli.Domain.Tickets.Finding;
using Linli.Web.Platform.Changes;
using Linli.Web.Platform.Notifications;
using Linli.Web.Platform.Store;
using Linli.Web.Registry.Contract;
using Linli.Web.Tickets.Finding.Store;
using Microsoft.EntityFrameworkCore;

namespace Linli.Web.Tickets.Finding;

/// <summary>Writes what the look at a week found, all of it in one transaction, so that a week is there whole or not at all.</summary>
internal sealed class WriteFound(LinliDb db, IPosts posts, Notifier notifier, Changes changes)
{
    public const string Subject = "FindingRun";

    private int compounds;
    private int compared;
    private int found;

    public async Task Add(Guid compound, WeekFound week, IReadOnlyList<RisingTopic> topics, FindingRules rules, ProcessContext context, CancellationToken cancel)
    {
        compounds++;
        compared += week.Compared;
        found += week.Spots.Count;
        db.Add(new FindingWeekRow { CompoundId = compound, Week = week.Week, PastWeeks = week.PastWeeks, Reporters = week.Reporters, Compared = week.Compared });
        db.AddRange(week.Spots.Select(spot => new HotSpotFound
        {
            Id = Guid.CreateVersion7(context.At), CompoundId = compound, Week = week.Week, BuildingId = spot.Spot.Building, Category = spot.Spot.Category,
            Reporters = spot.Reporters, PastReporters = spot.PastReporters, PastWeeks = spot.PastWeeks, Size = spot.Size is { } size ? Said(size) : null,
            Chance = Said(spot.Chance), Corrected = Said(spot.Corrected), Compared = week.Compared, Rules = rules.Code, FoundAt = context.At,
        }));
        var fresh = topics.Count == 0 ? [] : await Fresh(compound, topics, rules, context, cancel);
        if (fresh.Count == 0)
        {
            return;
        }

        var answerable = await AnswerableAt(posts, compound, cancel);
        db.AddRange(fresh.Select(topic => new TopicProposal
        {
            Id = Guid.CreateVersion7(context.At), CompoundId = compound, Week = week.Week, Origin = Origin(topic), Label = topic.Label, Reporters = topic.Reporters,
            Said = topic.With, OutOf = topic.Of, PastSaid = topic.PastWith, PastOutOf = topic.PastOf, Likelihood = Said(topic.Likelihood), Rules = rules.Code, FoundAt = context.At,
            AnswerableId = answerable?.PersonId, AnswerableFor = answerable?.OrganisationId, State = TopicState.Proposed,
        }));
        if (answerable is { } who)
        {
            notifier.Tell([who.PersonId], "TopicsProposed", new() { ["Count"] = $"{fresh.Count}" }, FindingLinks.Findings, context.At);
        }
    }

    public Task Save(DateOnly week, FindingRules rules, ProcessContext context, CancellationToken cancel)
    {
        db.Add(new FindingRun { Week = week, At = context.At, Rules = rules.Code, Compounds = compounds, Compared = compared, Found = found });
        return changes.Save(context, nameof(FindEarly), Subject, context.RequestId, new { week, compounds, compared, found }, cancel);
    }

    /// <summary>Who owes the answer to a topic: the branch that keeps the agenda, else who holds the nearest post that may decide.</summary>
    public static async Task<PostHolder?> AnswerableAt(IPosts posts, Guid compound, CancellationToken cancel)
    {
        var holders = await posts.HoldersAt(compound, Permission.ManageFindings, cancel);
        return holders.FirstOrDefault(holder => holder.PostKind == PostKinds.BranchSecretary.Code) ?? (holders.Count > 0 ? holders[0] : null);
    }

    // What stands proposed, or was decided a short while ago, is not proposed again.
    private async Task<List<RisingTopic>> Fresh(Guid compound, IReadOnlyList<RisingTopic> topics, FindingRules rules, ProcessContext context, CancellationToken cancel)
    {
        var since = context.At.AddDays(-7 * rules.Topics.RestWeeks);
        var known = await db.Set<TopicProposal>().AsNoTracking().Where(topic => topic.CompoundId == compound && (topic.State == TopicState.Proposed || topic.DecidedAt > since))
            .Select(topic => new { topic.Origin, topic.Label }).ToListAsync(cancel);
        return [.. topics.Where(topic => !known.Exists(one => one.Origin == Origin(topic) && one.Label.Split('/').Intersect(topic.Label.Split('/')).Any()))];
    }

    private static TopicOrigin Origin(RisingTopic topic) => topic.IsCategory ? TopicOrigin.Category : TopicOrigin.Words;

    // As many digits as a decimal has; what is smaller still is told as the smallest.
    internal static decimal Said(double value) => decimal.Round((decimal)Math.Clamp(value, 1e-20, 1e12), 24);
}
