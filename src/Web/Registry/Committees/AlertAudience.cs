using Linli.Domain.Registry;
using Linli.Domain.Registry.Committees;
using Linli.Web.Platform.Changes;
using Linli.Web.Platform.Store;
using Linli.Web.Registry.Store;
using Microsoft.EntityFrameworkCore;

namespace Linli.Web.Registry.Committees;

/// <summary>Who hears of an alert. Where a level has nobody, the next one above hears in its place, so that none is told to nobody while there is somebody.</summary>
internal sealed class AlertAudience(LinliDb db)
{
    private static readonly string[][] Levels =
    [
        [PostKinds.CommitteeChair.Code, PostKinds.CommitteeMember.Code],
        [PostKinds.CommunityWorker.Code, PostKinds.CommunitySecretary.Code],
        [PostKinds.SubdistrictOfficer.Code, PostKinds.SubdistrictHousingClerk.Code],
        [PostKinds.HousingOfficer.Code],
    ];

    public async Task<IReadOnlyList<Guid>> Of(AlertStep step, Place compound, DateOnly today, ProcessContext context, CancellationToken cancel)
    {
        var covering = Posts.PathsAbove(compound.Path);
        var held = await (
            from post in db.Set<PostHeld>().HeldOn(today)
            join place in db.Set<Place>() on post.PlaceId equals place.Id
            where covering.Contains(place.Path)
            select new { post.PersonId, post.Kind }).ToListAsync(cancel);
        var byLevel = Levels.Select(kinds => held.Where(post => kinds.Contains(post.Kind)).Select(post => post.PersonId).Distinct().ToArray()).ToArray();
        var people = new List<Guid>();
        foreach (var level in LevelsOf(step))
        {
            people.AddRange(byLevel.Skip(level).FirstOrDefault(who => who.Length > 0) ?? []);
        }

        return [.. people.Distinct().Where(person => person != context.Actor.PersonId)];
    }

    private static int[] LevelsOf(AlertStep step) => step switch
    {
        AlertStep.EarlyToCommittee or AlertStep.ReportIsDue => [0],
        AlertStep.ToCommunity => [0, 1],
        AlertStep.ToSubdistrict => [1, 2],
        AlertStep.DeadlineMissed => [1, 2],
        _ => [0, 1, 2],
    };
}
