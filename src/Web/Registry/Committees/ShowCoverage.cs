using Linli.Domain.Kernel;
using Linli.Domain.Registry.Committees;
using Linli.Domain.Registry;
using Linli.Web.Platform.Access;
using Linli.Web.Platform.Http;
using Linli.Web.Platform.Store;
using Linli.Web.Registry.Queries;
using Linli.Web.Registry.Store;
using Microsoft.EntityFrameworkCore;

namespace Linli.Web.Registry.Committees;

/// <summary>How many compounds of a place have a committee or a 物管会, and what is next in each.</summary>
public sealed record CoverageView
{
    public required PlaceLink Place { get; init; }

    public required IReadOnlyList<PlaceLink> Above { get; init; }

    /// <summary>Compounds that are to have one: all but business grids and parks.</summary>
    public required int Compounds { get; init; }

    public required int Covered { get; init; }

    public required IReadOnlyDictionary<Standing, int> ByStanding { get; init; }

    /// <summary>The communities, where the place holds several.</summary>
    public required IReadOnlyList<CoverageBelow> Below { get; init; }

    public required PageOf<CoverageRow> List { get; init; }
}

public sealed record CoverageBelow(string Code, string Name, int Compounds, int Covered);

public sealed record CoverageRow
{
    public required string Code { get; init; }

    public required string Name { get; init; }

    public required string Community { get; init; }

    public required CompoundType Type { get; init; }

    public required Standing Standing { get; init; }

    public BodyKind? Body { get; init; }

    public BodyState? State { get; init; }

    public DateOnly? TermEnds { get; init; }

    /// <summary>Days until the end of the term, below zero after it.</summary>
    public int? DaysLeft { get; init; }

    public required LawfulStep NextStep { get; init; }

    public DateOnly? DueOn { get; init; }

    public required bool IsOverdue { get; init; }

    /// <summary>The rules on which the next step rests.</summary>
    public required IReadOnlyList<RuleView> Rules { get; init; }
}

internal sealed class ShowCoverage(LinliDb db, GovernanceReader reader, ListRules rules, TimeProvider clock)
{
    public const int PageSize = 50;

    /// <summary>The place with the code, or without one the place that the actor's capacity is for; what is most pressing first.</summary>
    public async Task<CoverageView?> Execute(string? code, Standing? standing, int page, Actor actor, CancellationToken cancel, int size = PageSize)
    {
        code ??= await db.Places(actor, Permission.ViewRegistry).OrderBy(p => p.Path.Length).Select(p => p.Code).FirstOrDefaultAsync(cancel);
        if (await db.PlaceByCode(code, actor, Permission.ViewRegistry, cancel) is not { Kind: <= PlaceKind.Compound } place)
        {
            return null;
        }

        var today = ChinaTime.DayOf(clock.GetUtcNow());
        var all = await reader.Below(place.Path, Scope.Of(actor, Permission.ViewRegistry), today, cancel);
        var communities = await db.Places(actor, Permission.ViewRegistry).AsNoTracking()
            .Where(p => p.Kind == PlaceKind.Community && (p.Path.StartsWith(place.Path) || place.Path.StartsWith(p.Path))).ToDictionaryAsync(p => p.Id, cancel);
        var standings = all.ToDictionary(compound => compound.Place.Id, compound => Standings.Of(compound.Facts));
        var wanted = all.Where(compound => standing is null || standings[compound.Place.Id] == standing)
            .OrderBy(compound => Urgency(compound, today)).ThenBy(compound => compound.Leading?.TermTo).ThenBy(compound => compound.Place.Path, StringComparer.Ordinal).ToArray();
        return new CoverageView
        {
            Place = new PlaceLink(place.Code, place.Name, place.Kind, IsInScope: true),
            Above = await BrowsePlace.Above(db, place.Path, actor, cancel),
            Compounds = all.Count(compound => compound.Facts.IsToBeCovered),
            Covered = all.Count(IsCovered),
            ByStanding = standings.Values.GroupBy(s => s).OrderBy(group => group.Key).ToDictionary(group => group.Key, group => group.Count()),
            Below = place.Kind >= PlaceKind.Community ? [] : Below(all, communities),
            List = new PageOf<CoverageRow>(
                [.. wanted.Skip((Paging.At(page) - 1) * size).Take(size).Select(compound => Row(compound, communities.GetValueOrDefault(compound.Place.ParentId ?? default), today))],
                wanted.Length, Paging.At(page), Paging.Count(wanted.Length, size)),
        };
    }

    private static bool IsCovered(Governance compound) => compound.Facts is { IsToBeCovered: true, IsCovered: true };

    private static IReadOnlyList<CoverageBelow> Below(IReadOnlyList<Governance> all, Dictionary<Guid, Place> communities) =>
        [.. all.Where(compound => compound.Facts.IsToBeCovered && compound.Place.ParentId is not null).GroupBy(compound => compound.Place.ParentId!.Value)
            .Where(group => communities.ContainsKey(group.Key)).OrderBy(group => communities[group.Key].Path, StringComparer.Ordinal)
            .Select(group => new CoverageBelow(communities[group.Key].Code, communities[group.Key].Name, group.Count(), group.Count(IsCovered)))];

    // What is overdue, then what ends, then what has none; what is in order comes last.
    private static int Urgency(Governance compound, DateOnly today) => compound.Next switch
    {
        { DueOn: { } due } when due < today => 0,
        { DueOn: not null } => 1,
        { Step: LawfulStep.NotApplicable } => 4,
        { Step: LawfulStep.InOrder } => 3,
        _ => 2,
    };

    private CoverageRow Row(Governance compound, Place? community, DateOnly today) => new()
    {
        Code = compound.Place.Code,
        Name = compound.Place.Name,
        Community = community?.Name ?? string.Empty,
        Type = compound.Compound.Type,
        Standing = Standings.Of(compound.Facts),
        Body = compound.Leading?.Kind,
        State = compound.Leading?.ToBody().AsOf(today).State,
        TermEnds = compound.Leading?.TermTo,
        DaysLeft = compound.Leading?.TermTo is { } end ? end.DayNumber - today.DayNumber : null,
        NextStep = compound.Next.Step,
        DueOn = compound.Next.DueOn,
        IsOverdue = compound.Next.DueOn < today,
        Rules = [.. compound.Next.Rules.Select(key => rules.View(compound.Rules.Of(key)))],
    };
}
