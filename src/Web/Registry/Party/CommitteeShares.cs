using Linli.Domain.Kernel;
using Linli.Domain.Registry;
using Linli.Domain.Registry.Committees;
using Linli.Web.Platform.Access;
using Linli.Web.Platform.Store;
using Linli.Web.Registry.Store;
using Microsoft.EntityFrameworkCore;

namespace Linli.Web.Registry.Party;

/// <summary>What part of an owners' committee belongs to the Party, and whether the committee is being formed: a reminder then, and no bar ever.</summary>
internal sealed class CommitteeShares(LinliDb db, TimeProvider clock)
{
    private static readonly BodyState[] Forming =
        [BodyState.Forming, BodyState.CandidatesPublished, BodyState.Election, BodyState.Filed, BodyState.ReelectionGroup];

    // Where no life of the committee is on record: fewer seats are filled than a committee has at least (domain.md §1.6).
    private const int LeastSeats = 5;

    /// <summary>Whether each of the committees is being formed or chosen anew, by its recorded state (§1.6), else by the seats that are filled.</summary>
    public async Task<IReadOnlySet<Guid>> BeingFormed(IReadOnlyDictionary<Guid, int> members, Actor actor, CancellationToken cancel)
    {
        if (Scope.Of(actor, Permission.ViewRegistry).IsNothing)
        {
            return new HashSet<Guid>();
        }

        Guid[] ids = [.. members.Keys];
        var states = (await (
            from o in db.Set<Organisation>()
            join b in db.Set<GoverningBody>() on o.PlaceId equals b.CompoundId
            where ids.Contains(o.Id) && o.Kind == OrganisationKind.OwnersCommittee && b.Kind == BodyKind.OwnersCommittee && b.State != BodyState.Dissolved
                && (b.OrganisationId == null || b.OrganisationId == o.Id)
            select new { o.Id, b.State }).ToListAsync(cancel)).ToLookup(x => x.Id, x => x.State);
        return members.Where(m => states.Contains(m.Key) ? states[m.Key].Any(Forming.Contains) : m.Value < LeastSeats).Select(m => m.Key).ToHashSet();
    }

    /// <summary>The share of one committee; null for any other organisation, and outside the scope.</summary>
    public async Task<CommitteeShare?> Of(Guid organisationId, Actor actor, CancellationToken cancel)
    {
        var committee = await db.Organisations(actor, Permission.ViewRegistry).FirstOrDefaultAsync(o => o.Id == organisationId && o.Kind == OrganisationKind.OwnersCommittee, cancel);
        if (committee is null)
        {
            return null;
        }

        var today = ChinaTime.DayOf(clock.GetUtcNow());
        var people = await (
            from post in db.Set<PostHeld>().HeldOn(today)
            join person in db.Set<Person>() on post.PersonId equals person.Id
            where post.OrganisationId == organisationId
            select new
            {
                person.Id,
                PartyMember = person.PartyMember || db.Set<PartyMembership>().Any(m => m.PersonId == person.Id && Terms.Holds(m.Since, m.Until, today)),
            }).Distinct().ToListAsync(cancel);
        var forming = await BeingFormed(new Dictionary<Guid, int> { [organisationId] = people.Count }, actor, cancel);
        return new CommitteeShare(committee.Id, committee.ShortName, people.Count, people.Count(p => p.PartyMember), forming.Count > 0);
    }
}
