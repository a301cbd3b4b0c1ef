using Linli.Domain.Kernel;
using Linli.Domain.Registry;
using Linli.Domain.Registry.Party;
using Linli.Web.Platform.Access;
using Linli.Web.Platform.Store;
using Linli.Web.Registry.Queries;
using Linli.Web.Registry.Store;
using Microsoft.EntityFrameworkCore;

namespace Linli.Web.Registry.Party;

/// <summary>A Party organisation. Members are named to those who may see them; others see how many there are.</summary>
public sealed record PartyOrganisationView
{
    public required Guid Id { get; init; }

    public required OrganisationKind Kind { get; init; }

    /// <summary>1 to 5 in the five-level structure; null beside it.</summary>
    public int? Level { get; init; }

    public required string Name { get; init; }

    public required PlaceLink Place { get; init; }

    public OrganisationLink? Above { get; init; }

    /// <summary>The company or committee whose organisation it is.</summary>
    public OrganisationLink? Of { get; init; }

    public DateOnly? FoundedOn { get; init; }

    public string? FoundingDocument { get; init; }

    public DateOnly? EndedOn { get; init; }

    public string? EndReason { get; init; }

    public required IReadOnlyList<OrganisationLink> Below { get; init; }

    public required IReadOnlyList<PostView> Posts { get; init; }

    /// <summary>How people belong to it; null where it has no members of its own.</summary>
    public MembershipWay? Holds { get; init; }

    public required int FullMembers { get; init; }

    public required int Probationary { get; init; }

    /// <summary>By name, those of today first; null when the capacity sees counts only.</summary>
    public IReadOnlyList<PartyMemberRow>? Members { get; init; }

    public required bool MayManage { get; init; }

    /// <summary>May give and end posts here.</summary>
    public required bool MayAppoint { get; init; }
}

public sealed record PartyMemberRow(
    Guid MembershipId, Guid PersonId, string Name, MemberStanding Standing, DateOnly Since, DateOnly? Until, bool IsPast, string? FormalIn);

internal sealed class ShowPartyOrganisation(LinliDb db, TimeProvider clock)
{
    public async Task<PartyOrganisationView?> Execute(Guid id, Actor actor, CancellationToken cancel)
    {
        var found = await (
            from organisation in db.PartyOrganisations(actor, Permission.ViewRegistry).AsNoTracking()
            join place in db.Set<Place>() on organisation.PlaceId equals place.Id
            where organisation.Id == id
            select new { organisation, place }).FirstOrDefaultAsync(cancel);
        if (found is null)
        {
            return null;
        }

        var (o, at) = (found.organisation, found.place);
        var today = ChinaTime.DayOf(clock.GetUtcNow());
        var current = await db.Set<PartyMembership>().NotOver(today).Where(m => m.OrganisationId == id && m.Since <= today)
            .GroupBy(m => m.Standing).Select(g => new { g.Key, Count = g.Count() }).ToListAsync(cancel);
        return new PartyOrganisationView
        {
            Id = id,
            Kind = o.Kind,
            Level = o.Kind.PartyLevel(),
            Name = o.Name,
            Place = new PlaceLink(at.Code, at.Name, at.Kind, true),
            Above = await Link(o.ParentId, cancel),
            Of = await Link(o.OfOrganisationId, cancel),
            FoundedOn = o.FoundedOn,
            FoundingDocument = o.FoundingDocument,
            EndedOn = o.EndedOn,
            EndReason = o.EndReason,
            Below = await db.Set<Organisation>().OpenOn(today).Where(b => b.ParentId == id).OrderBy(b => b.Kind).ThenBy(b => b.Name)
                .Select(b => new OrganisationLink(b.Id, b.Kind, b.Name, null)).ToListAsync(cancel),
            Posts = await ShowOrganisation.Posts(db, db.Set<PostHeld>().Where(p => p.OrganisationId == id), today, cancel),
            Holds = PartyTree.RuleOf(o.Kind).Holds,
            FullMembers = current.Where(c => c.Key == MemberStanding.Full).Sum(c => c.Count),
            Probationary = current.Where(c => c.Key == MemberStanding.Probationary).Sum(c => c.Count),
            Members = Scope.Of(actor, Permission.ViewPartyMembers).Covers(at.Path) ? await Members(id, today, cancel) : null,
            MayManage = Scope.Of(actor, Permission.ManageParty).Covers(at.Path) && Terms.NotOver(o.EndedOn, today),
            MayAppoint = Scope.Of(actor, Permission.ManageRegistry).Covers(at.Path) && Terms.NotOver(o.EndedOn, today),
        };
    }

    private async Task<OrganisationLink?> Link(Guid? id, CancellationToken cancel) => id is null ? null : await db.Set<Organisation>()
        .Where(o => o.Id == id).Select(o => new OrganisationLink(o.Id, o.Kind, o.Name, null)).FirstOrDefaultAsync(cancel);

    private async Task<IReadOnlyList<PartyMemberRow>> Members(Guid id, DateOnly today, CancellationToken cancel) => await (
        from membership in db.Set<PartyMembership>().AsNoTracking()
        join person in db.Set<Person>() on membership.PersonId equals person.Id
        where membership.OrganisationId == id
        let formal = db.Set<PartyMembership>().Where(m => m.PersonId == person.Id && m.Way == MembershipWay.Formal && m.Until == null && m.OrganisationId != id)
            .Select(m => db.Set<Organisation>().First(o => o.Id == m.OrganisationId).Name).FirstOrDefault()
        orderby membership.Until != null && membership.Until < today, membership.Since, person.Name, membership.Id
        select new PartyMemberRow(
            membership.Id, person.Id, person.Name, membership.Standing, membership.Since, membership.Until,
            membership.Until != null && membership.Until < today, formal)).Take(500).ToListAsync(cancel);
}
