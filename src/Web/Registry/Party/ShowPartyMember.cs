using Linli.Domain.Kernel;
using Linli.Domain.Registry;
using Linli.Domain.Registry.Party;
using Linli.Web.Platform.Access;
using Linli.Web.Platform.Store;
using Linli.Web.Registry.Queries;
using Linli.Web.Registry.Store;
using Microsoft.EntityFrameworkCore;

namespace Linli.Web.Registry.Party;

/// <summary>One membership with all that the member's memberships have been, the newest first.</summary>
public sealed record PartyMembershipView
{
    public required Guid Id { get; init; }

    public required Guid PersonId { get; init; }

    public required string Name { get; init; }

    public required MembershipWay Way { get; init; }

    public required MemberStanding Standing { get; init; }

    public required Guid OrganisationId { get; init; }

    public required string OrganisationName { get; init; }

    public required DateOnly Since { get; init; }

    public DateOnly? Until { get; init; }

    public required IReadOnlyList<MembershipStep> History { get; init; }

    /// <summary>Where it can be transferred to; empty when it cannot or the capacity may not.</summary>
    public required IReadOnlyList<Choice> Targets { get; init; }

    public required bool MayManage { get; init; }
}

/// <summary>One stretch of a member's history. Organisations outside the capacity's scope are not named.</summary>
public sealed record MembershipStep(
    string? OrganisationName, MembershipWay Way, DateOnly Since, DateOnly? Until, string? Basis, string? EndReason, DateOnly? FullSince, string? FullMeeting);

internal sealed class ShowPartyMember(LinliDb db, TimeProvider clock)
{
    public async Task<PartyMembershipView?> Execute(Guid membershipId, Actor actor, CancellationToken cancel)
    {
        var visible = db.PartyOrganisations(actor, Permission.ViewPartyMembers);
        var found = await (
            from membership in db.Set<PartyMembership>().AsNoTracking()
            join organisation in visible on membership.OrganisationId equals organisation.Id
            join person in db.Set<Person>() on membership.PersonId equals person.Id
            where membership.Id == membershipId
            select new { membership, organisation, person.Name }).FirstOrDefaultAsync(cancel);
        if (found is null)
        {
            return null;
        }

        var m = found.membership;
        var mayManage = await db.PartyOrganisations(actor, Permission.ManageParty).AnyAsync(o => o.Id == m.OrganisationId, cancel);
        return new PartyMembershipView
        {
            Id = m.Id,
            PersonId = m.PersonId,
            Name = found.Name,
            Way = m.Way,
            Standing = m.Standing,
            OrganisationId = m.OrganisationId,
            OrganisationName = found.organisation.Name,
            Since = m.Since,
            Until = m.Until,
            History = await History(m.PersonId, actor, cancel),
            Targets = mayManage && m is { Way: MembershipWay.Formal, Until: null } ? await Targets(m.OrganisationId, actor, cancel) : [],
            MayManage = mayManage,
        };
    }

    private async Task<IReadOnlyList<MembershipStep>> History(Guid person, Actor actor, CancellationToken cancel)
    {
        var visible = db.PartyOrganisations(actor, Permission.ViewPartyMembers);
        return await (
            from membership in db.Set<PartyMembership>().AsNoTracking()
            where membership.PersonId == person
            orderby membership.Since descending, membership.Id
            select new MembershipStep(
                visible.Where(o => o.Id == membership.OrganisationId).Select(o => o.Name).FirstOrDefault(),
                membership.Way, membership.Since, membership.Until, membership.Basis, membership.EndReason, membership.FullSince, membership.FullMeeting)).ToListAsync(cancel);
    }

    private async Task<IReadOnlyList<Choice>> Targets(Guid from, Actor actor, CancellationToken cancel)
    {
        var formal = PartyTree.Rules.Where(rule => rule.Holds == MembershipWay.Formal).Select(rule => rule.Kind).ToList();
        return await db.PartyOrganisations(actor, Permission.ManageParty)
            .OpenOn(ChinaTime.DayOf(clock.GetUtcNow())).Where(o => o.Id != from && formal.Contains(o.Kind))
            .OrderBy(o => EF.Functions.Collate(o.Name, NaturalOrder.Collation)).ThenBy(o => o.Id).Take(500)
            .Select(o => new Choice(o.Id, o.Name)).ToListAsync(cancel);
    }
}
