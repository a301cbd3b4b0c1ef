using Linli.Domain.Kernel;

namespace Linli.Domain.Registry;

/// <summary>
/// Decides what importing a table of divisions does, whatever the order of its rows (requirements A1). The rules:
/// <list type="bullet">
/// <item>One faulty row and nothing is imported; every faulty row is told with its line.</item>
/// <item>A place of the registry that the table does not name stays as it is; a table may cover one province or one district.</item>
/// <item>Same code: it is the same place; another name renames it, another parent moves it with its subtree.</item>
/// <item>A previous code that the registry holds, beside a code that it does not: the same place, renumbered, with its subtree.
/// Where the registry holds neither, the place is new. Where it holds both, or another row uses the old code, that is refused.
/// So importing a table twice changes nothing the second time.</item>
/// <item>A parent stands at a higher level, usually the next one; levels may be skipped (直辖县 have no city).</item>
/// <item>A code begins with its parent's code. Only a place that exists already may have another parent: that is a move;
/// for a new place it is taken for a slip.</item>
/// </list>
/// </summary>
public static class DivisionTable
{
    /// <summary>Most characters of a name.</summary>
    public const int MaxNameLength = 100;

    /// <summary>The plan, or the faults of all rows in the order of their lines.</summary>
    /// <param name="rows">The table.</param>
    /// <param name="existing">All divisions of the registry; their codes differ, their parents exist.</param>
    public static Outcome<DivisionPlan> Plan(IEnumerable<DivisionRow> rows, IEnumerable<ExistingDivision> existing)
    {
        var cleaned = rows.Select(Cleaned).OrderBy(row => row.Line).ToArray();
        var registry = existing.ToDictionary(place => place.Code, StringComparer.Ordinal);
        var faults = new DivisionCheck(cleaned, registry).Faults();
        return faults.Count > 0
            ? Outcome<DivisionPlan>.Refused(faults)
            : new DivisionPlanner(cleaned, registry).Plan();
    }

    /// <summary>The paths of divisions that stand in the registry, by code.</summary>
    public static IReadOnlyDictionary<string, PlacePath> PathsOf(IEnumerable<ExistingDivision> existing) =>
        DivisionPaths.Of(existing.Select(place => (place.Code, place.ParentCode)));

    /// <summary>The place of the registry that a row speaks of, or null when it is new.</summary>
    internal static ExistingDivision? PlaceOf(DivisionRow row, IReadOnlyDictionary<string, ExistingDivision> registry) =>
        registry.TryGetValue(row.Code, out var same) ? same
        : row.PreviousCode is not null && registry.TryGetValue(row.PreviousCode, out var renumbered) ? renumbered
        : null;

    private static DivisionRow Cleaned(DivisionRow row) => row with
    {
        Code = row.Code.Trim(),
        // A name that cannot be cleaned stays as it is, for the check to refuse.
        Name = PlainText.TryClean(row.Name, severalLines: false, out var name) ? name : row.Name,
        ParentCode = NullWhenEmpty(row.ParentCode),
        PreviousCode = NullWhenEmpty(row.PreviousCode) is { } previous && previous != row.Code.Trim() ? previous : null,
    };

    private static string? NullWhenEmpty(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();
}
