using Linli.Domain.Registry;

namespace Linli.Domain.Tests.Registry;

/// <summary>A registry in memory that does what plans say.</summary>
internal static class DivisionWorld
{
    public static IReadOnlyList<ExistingDivision> After(IEnumerable<DivisionRow> rows, IReadOnlyList<ExistingDivision> registry) =>
        Applied(DivisionTable.Plan(rows, registry).Value, registry);

    public static IReadOnlyList<ExistingDivision> Applied(DivisionPlan plan, IReadOnlyList<ExistingDivision> registry)
    {
        var changed = plan.Renamed.Concat(plan.Moved).ToDictionary(change => change.Before.Id, change => change.After);
        var newCodes = plan.Moved.ToDictionary(change => change.Before.Code, change => change.After.Code);
        return
        [
            .. registry.Select(place => changed.TryGetValue(place.Id, out var row)
                ? new ExistingDivision(place.Id, row.Code, row.Name, row.Level, row.ParentCode)
                : place with { ParentCode = place.ParentCode is { } parent ? newCodes.GetValueOrDefault(parent, parent) : null }),
            .. plan.Added.Select(added => new ExistingDivision(Guid.NewGuid(), added.Row.Code, added.Row.Name, added.Row.Level, added.Row.ParentCode)),
        ];
    }

    /// <summary>Where a place of any kind lies after the plan: with the deepest ancestor that it moves.</summary>
    public static PlacePath PathAfter(this DivisionPlan plan, PlacePath path)
    {
        var deepest = plan.PathChanges.Where(change => change.From.Covers(path)).MaxBy(change => change.From.Value.Length);
        return deepest is null ? path : path.Moved(deepest.From, deepest.To);
    }
}
