using Linli.Domain.Kernel;
using Linli.Domain.Registry;
using Linli.Domain.Registry.Committees;
using Linli.Web.Platform.Access;
using Linli.Web.Platform.Store;
using Linli.Web.Registry.Store;
using Microsoft.EntityFrameworkCore;

namespace Linli.Web.Registry.Committees;

/// <summary>本小区业委会, as its owners and residents see it.</summary>
public sealed record MyCommitteeView
{
    public required string CompoundName { get; init; }

    public required Standing Standing { get; init; }

    public BodyKind? Kind { get; init; }

    public BodyState? State { get; init; }

    public DateOnly? TermFrom { get; init; }

    public DateOnly? TermTo { get; init; }

    public int? DaysLeft { get; init; }

    public required LawfulStep NextStep { get; init; }

    public DateOnly? DueOn { get; init; }

    public required IReadOnlyList<RuleView> Rules { get; init; }

    /// <summary>Chair and members, whose names are posted in the compound anyway.</summary>
    public required IReadOnlyList<CommitteeMemberView> Members { get; init; }

    public required IReadOnlyList<PublicActView> Acts { get; init; }

    /// <summary>The own household's next turns of duty.</summary>
    public required IReadOnlyList<DutyView> OwnTurns { get; init; }
}

public sealed record CommitteeMemberView(string Name, string PostKind);

/// <summary>What happened, without who wrote it down.</summary>
public sealed record PublicActView(BodyAct Act, DateOnly Day);

/// <summary>Posts have the overview instead: an own committee is that of the compound in which one owns or lives.</summary>
public sealed record OwnCommitteeIsForHouseholds : Refusal;

internal sealed class ShowMyCommittee(LinliDb db, GovernanceReader reader, ListRules rules, TimeProvider clock)
{
    public async Task<MyCommitteeView?> Execute(Actor actor, CancellationToken cancel)
    {
        if (actor.Capacity is not { IsHousehold: true } household)
        {
            return null;
        }

        var today = ChinaTime.DayOf(clock.GetUtcNow());
        var scope = Scope.Of(actor, Permission.ViewOwnTickets);
        if ((await reader.Below(household.Path.Value, scope, today, cancel)).FirstOrDefault(c => c.Place.Id == household.PlaceId) is not { } compound)
        {
            return null;
        }

        var body = compound.Leading;
        return new MyCommitteeView
        {
            CompoundName = compound.Place.Name,
            Standing = Standings.Of(compound.Facts),
            Kind = body?.Kind,
            State = body?.ToBody().AsOf(today).State,
            TermFrom = body?.TermFrom,
            TermTo = body?.TermTo,
            DaysLeft = body?.TermTo is { } end ? end.DayNumber - today.DayNumber : null,
            NextStep = compound.Next.Step,
            DueOn = compound.Next.DueOn,
            Rules = [.. compound.Next.Rules.Select(key => rules.View(compound.Rules.Of(key)))],
            Members = await Members(compound.Place.Id, today, cancel),
            Acts = body is null ? [] : await db.Set<BodyRecord>().AsNoTracking().Where(a => a.BodyId == body.Id).OrderByDescending(a => a.OnDay).ThenByDescending(a => a.At)
                .Select(a => new PublicActView(a.Act, a.OnDay)).Take(20).ToListAsync(cancel),
            OwnTurns = household.UnitId is { } unit ? await Turns(unit, today, cancel) : [],
        };
    }

    private async Task<IReadOnlyList<CommitteeMemberView>> Members(Guid compoundId, DateOnly today, CancellationToken cancel) => await (
        from post in db.Set<PostHeld>().HeldOn(today)
        join organisation in db.Set<Organisation>() on post.OrganisationId equals organisation.Id
        join person in db.Set<Person>() on post.PersonId equals person.Id
        where organisation.PlaceId == compoundId && organisation.Kind == OrganisationKind.OwnersCommittee && organisation.EndedOn == null
        orderby post.Kind, person.Name
        select new CommitteeMemberView(person.Name, post.Kind)).ToListAsync(cancel);

    private async Task<IReadOnlyList<DutyView>> Turns(Guid unitId, DateOnly today, CancellationToken cancel) => await (
        from duty in db.Set<BodyDuty>()
        join unit in db.Set<Unit>() on duty.UnitId equals unit.Id
        where duty.UnitId == unitId && duty.ToDay >= today
        orderby duty.FromDay
        select new DutyView(duty.FromDay, duty.ToDay, unit.Label, duty.Task)).Take(3).ToListAsync(cancel);
}
