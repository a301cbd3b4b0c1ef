using Linli.Domain.Kernel;

namespace Linli.Domain.Registry;

/// <summary>Finds the faults of a table. Rows stand in the order of their lines and are cleaned.</summary>
internal sealed class DivisionCheck
{
    private readonly IReadOnlyList<DivisionRow> rows;
    private readonly IReadOnlyDictionary<string, ExistingDivision> registry;
    private readonly Dictionary<string, DivisionRow> byCode = new(StringComparer.Ordinal);
    private readonly Dictionary<string, DivisionRow> byPreviousCode = new(StringComparer.Ordinal);

    public DivisionCheck(IReadOnlyList<DivisionRow> rows, IReadOnlyDictionary<string, ExistingDivision> registry)
    {
        this.rows = rows;
        this.registry = registry;
        foreach (var row in rows)
        {
            byCode.TryAdd(row.Code, row);
            if (row.PreviousCode is { } previous)
            {
                byPreviousCode.TryAdd(previous, row);
            }
        }
    }

    /// <summary>All faults in the order of lines; a row can have several.</summary>
    public IReadOnlyList<Refusal> Faults()
    {
        var circles = RowsInCircles();
        return [.. rows.SelectMany(row => OfCode(row).Concat(OfName(row)).Concat(OfPrevious(row)).Concat(OfParent(row, circles)))];
    }

    private IEnumerable<DivisionFault> OfCode(DivisionRow row)
    {
        if (row.Level is < 1 or > DivisionCode.DeepestLevel)
        {
            yield return new DivisionLevelIsUnknown(row.Line, row.Code, row.Level);
        }
        else if (!DivisionCode.FitsLevel(row.Code, row.Level))
        {
            yield return new DivisionCodeIsMalformed(row.Line, row.Code, row.Level);
        }

        if (byCode[row.Code] is var first && !ReferenceEquals(first, row))
        {
            yield return new DivisionIsDuplicate(row.Line, row.Code, first.Line);
        }
    }

    private static IEnumerable<DivisionFault> OfName(DivisionRow row)
    {
        if (!PlainText.TryClean(row.Name, severalLines: false, out var name))
        {
            yield return new DivisionNameHasForbiddenCharacters(row.Line, row.Code);
        }
        else if (name.Length == 0)
        {
            yield return new DivisionNameIsMissing(row.Line, row.Code);
        }
        else if (PlainText.LengthOf(name) > DivisionTable.MaxNameLength)
        {
            yield return new DivisionNameIsTooLong(row.Line, row.Code, DivisionTable.MaxNameLength);
        }
    }

    private IEnumerable<DivisionFault> OfPrevious(DivisionRow row)
    {
        if (row.PreviousCode is not { } previous)
        {
            yield break;
        }

        if (byPreviousCode[previous] is var first && !ReferenceEquals(first, row))
        {
            yield return new PreviousCodeIsClaimedTwice(row.Line, row.Code, previous, first.Line);
        }

        if (byCode.ContainsKey(previous) || (registry.ContainsKey(previous) && registry.ContainsKey(row.Code)))
        {
            yield return new PreviousCodeIsStillInUse(row.Line, row.Code, previous);
        }
        else if (DivisionTable.PlaceOf(row, registry) is { } place && place.Level != row.Level)
        {
            yield return new DivisionLevelMayNotChange(row.Line, row.Code, previous, place.Level);
        }
    }

    private IEnumerable<DivisionFault> OfParent(DivisionRow row, HashSet<DivisionRow> circles)
    {
        if (row.ParentCode is not { } parent)
        {
            if (row.Level is > 1 and <= DivisionCode.DeepestLevel)
            {
                yield return new DivisionParentDoesNotFitLevel(row.Line, row.Code, row.Level);
            }
        }
        else if (row.Level == 1)
        {
            yield return new DivisionParentDoesNotFitLevel(row.Line, row.Code, row.Level);
        }
        else if (circles.Contains(row))
        {
            yield return new DivisionStandsBelowItself(row.Line, row.Code);
        }
        else if (LevelOf(parent) is not { } parentLevel)
        {
            yield return new DivisionIsOrphan(row.Line, row.Code, parent);
        }
        else if (parentLevel >= row.Level)
        {
            yield return new DivisionIsNotBelowItsParent(row.Line, row.Code, parent, parentLevel);
        }
        else if (DivisionCode.FitsLevel(row.Code, row.Level) && !row.Code.StartsWith(parent, StringComparison.Ordinal)
            && DivisionTable.PlaceOf(row, registry) is null)
        {
            yield return new DivisionCodeDoesNotBeginWithParent(row.Line, row.Code, parent);
        }
    }

    // A place of the registry that this table renumbers no longer answers to its old code.
    private int? LevelOf(string code) =>
        byCode.TryGetValue(code, out var row) ? row.Level
        : registry.TryGetValue(code, out var place) && !byPreviousCode.ContainsKey(code) ? place.Level
        : null;

    private HashSet<DivisionRow> RowsInCircles()
    {
        var circles = new HashSet<DivisionRow>(ReferenceEqualityComparer.Instance);
        var seenFrom = new Dictionary<DivisionRow, DivisionRow>(ReferenceEqualityComparer.Instance);
        foreach (var start in byCode.Values)
        {
            var row = start;
            while (row is not null && seenFrom.TryAdd(row, start))
            {
                row = ParentRow(row);
            }

            // Walking from this row met a row that was first seen on this same walk: everything round from there is a circle.
            while (row is not null && ReferenceEquals(seenFrom[row], start) && circles.Add(row))
            {
                row = ParentRow(row);
            }
        }

        return circles;
    }

    private DivisionRow? ParentRow(DivisionRow row) => row.ParentCode is { } parent ? byCode.GetValueOrDefault(parent) : null;
}
