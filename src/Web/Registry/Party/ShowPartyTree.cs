using Linli.Domain.Kernel;
using Linli.Domain.Registry;
using Linli.Domain.Registry.Party;
using Linli.Web.Platform.Access;
using Linli.Web.Platform.Store;
using Linli.Web.Registry.Queries;
using Linli.Web.Registry.Store;
using Microsoft.EntityFrameworkCore;

namespace Linli.Web.Registry.Party;

/// <summary>An organisation in the tree with what stands below it. Members count the whole branch of the tree.</summary>
public sealed record PartyBranch(
    Guid Id, OrganisationKind Kind, string Name, string PlaceName, int Members, int Attached, IReadOnlyList<PartyBranch> Below);

/// <summary>How many organisations a level has.</summary>
public sealed record PartyLevelCount(int Level, OrganisationKind Kind, int Organisations);

/// <summary>The Party organisations of a place.</summary>
public sealed record PartyTreeView
{
    public required PlaceLink Place { get; init; }

    public required IReadOnlyList<PlaceLink> Above { get; init; }

    /// <summary>The places right below, for going down.</summary>
    public required IReadOnlyList<PlaceLink> Places { get; init; }

    /// <summary>Organisations that stand highest in this place, each with its branch.</summary>
    public required IReadOnlyList<PartyBranch> Roots { get; init; }

    public required IReadOnlyList<PartyLevelCount> Levels { get; init; }

    /// <summary>Organisations outside the five levels: functional, courtyard, industry, company …</summary>
    public required int BesideLevels { get; init; }

    /// <summary>There are more than can be drawn at once; those of the places below are left out.</summary>
    public required bool IsCut { get; init; }

    public required bool MayManage { get; init; }
}

internal sealed class ShowPartyTree(LinliDb db, TimeProvider clock)
{
    private const int Most = 400;

    public async Task<PartyTreeView?> Execute(string? code, Actor actor, CancellationToken cancel)
    {
        code ??= await db.Places(actor, Permission.ViewRegistry).OrderBy(p => p.Path.Length).Select(p => p.Code).FirstOrDefaultAsync(cancel);
        if (await db.PlaceByCode(code, actor, Permission.ViewRegistry, cancel) is not { } place)
        {
            return null;
        }

        var nodes = await Nodes(place.Path, actor, cancel);
        var shown = nodes.Take(Most).ToList();
        var counts = await Counts(place.Path, actor, cancel);
        var places = await db.Set<Place>().AsNoTracking().Where(p => p.ParentId == place.Id && p.Kind <= PlaceKind.Compound)
            .OrderBy(p => p.Path).Take(300).Select(p => new PlaceLink(p.Code, p.Name, p.Kind, true)).ToListAsync(cancel);
        return new PartyTreeView
        {
            Place = new PlaceLink(place.Code, place.Name, place.Kind, true),
            Above = await BrowsePlace.Above(db, place.Path, actor, cancel),
            Places = places,
            Roots = Grow(shown, counts),
            Levels =
            [
                .. Enumerable.Range(1, 5).Select(level => (Level: level, Kind: PartyTree.Rules.First(rule => rule.Kind.PartyLevel() == level).Kind))
                    .Select(at => new PartyLevelCount(at.Level, at.Kind, nodes.Count(node => node.Kind == at.Kind))),
            ],
            BesideLevels = nodes.Count(node => node.Kind.PartyLevel() is null),
            IsCut = nodes.Count > Most,
            MayManage = Scope.Of(actor, Permission.ManageParty).Covers(place.Path),
        };
    }

    private sealed record Node(Guid Id, Guid? ParentId, OrganisationKind Kind, string Name, string PlaceName, string Path);

    // Those of the higher places come first, so that a cut leaves out the lowest.
    private async Task<List<Node>> Nodes(string path, Actor actor, CancellationToken cancel)
    {
        var rows = await (
            from organisation in db.PartyOrganisations(actor, Permission.ViewRegistry).OpenOn(ChinaTime.DayOf(clock.GetUtcNow())).AsNoTracking()
            join place in db.Set<Place>() on organisation.PlaceId equals place.Id
            where place.Path.StartsWith(path)
            orderby place.Path.Length, place.Path, organisation.Kind, organisation.Name, organisation.Id
            select new { organisation.Id, organisation.ParentId, organisation.Kind, organisation.Name, PlaceName = place.Name, place.Path }).ToListAsync(cancel);
        return rows.ConvertAll(r => new Node(r.Id, r.ParentId, r.Kind, r.Name, r.PlaceName, r.Path));
    }

    private async Task<Dictionary<Guid, (int Formal, int Attached)>> Counts(string path, Actor actor, CancellationToken cancel)
    {
        var today = ChinaTime.DayOf(clock.GetUtcNow());
        var organisations = db.PartyOrganisations(actor, Permission.ViewRegistry);
        var rows = await (
            from membership in db.Set<PartyMembership>().NotOver(today)
            join organisation in organisations on membership.OrganisationId equals organisation.Id
            join place in db.Set<Place>() on organisation.PlaceId equals place.Id
            where place.Path.StartsWith(path) && membership.Since <= today
            group membership by new { membership.OrganisationId, membership.Way } into one
            select new { one.Key.OrganisationId, one.Key.Way, Count = one.Count() }).ToListAsync(cancel);
        return rows.GroupBy(r => r.OrganisationId).ToDictionary(
            one => one.Key,
            one => (one.Where(r => r.Way == MembershipWay.Formal).Sum(r => r.Count), one.Where(r => r.Way == MembershipWay.Attached).Sum(r => r.Count)));
    }

    // Those of the five levels before those beside them.
    private static IEnumerable<Node> InOrder(IEnumerable<Node> nodes) => nodes.OrderBy(node => node.Kind.PartyLevel() ?? int.MaxValue);

    private static List<PartyBranch> Grow(List<Node> nodes, Dictionary<Guid, (int Formal, int Attached)> counts)
    {
        var ids = nodes.Select(node => node.Id).ToHashSet();
        var below = nodes.ToLookup(node => node.ParentId is { } parent && ids.Contains(parent) ? parent : Guid.Empty);

        PartyBranch Branch(Node node)
        {
            var branches = InOrder(below[node.Id]).Select(Branch).ToList();
            var (formal, attached) = counts.GetValueOrDefault(node.Id);
            return new PartyBranch(node.Id, node.Kind, node.Name, node.PlaceName, formal + branches.Sum(b => b.Members), attached + branches.Sum(b => b.Attached), branches);
        }

        return [.. InOrder(below[Guid.Empty]).Select(Branch)];
    }
}
