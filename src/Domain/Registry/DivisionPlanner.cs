namespace Linli.Domain.Registry;

/// <summary>Makes the plan of a table that has no fault.</summary>
internal sealed class DivisionPlanner(IReadOnlyList<DivisionRow> rows, IReadOnlyDictionary<string, ExistingDivision> registry)
{
    private readonly Dictionary<string, string> newCodes = rows
        .Select(row => (Place: DivisionTable.PlaceOf(row, registry), row.Code))
        .Where(pair => pair.Place is not null && pair.Place.Code != pair.Code)
        .ToDictionary(pair => pair.Place!.Code, pair => pair.Code, StringComparer.Ordinal);

    public DivisionPlan Plan()
    {
        var ordered = rows.OrderBy(row => row.Level).ThenBy(row => row.Code, StringComparer.Ordinal).ToArray();
        var before = DivisionTable.PathsOf(registry.Values);
        var after = PathsAfter();
        var added = new List<AddedDivision>();
        var renamed = new List<ChangedDivision>();
        var moved = new List<ChangedDivision>();
        var unchanged = new List<ExistingDivision>();
        foreach (var row in ordered)
        {
            if (DivisionTable.PlaceOf(row, registry) is not { } place)
            {
                added.Add(new AddedDivision(row, after[row.Code]));
            }
            else if (place.Code != row.Code || Current(place.ParentCode) != row.ParentCode)
            {
                moved.Add(new ChangedDivision(place, row));
            }
            else if (place.Name != row.Name)
            {
                renamed.Add(new ChangedDivision(place, row));
            }
            else
            {
                unchanged.Add(place);
            }
        }

        return new DivisionPlan
        {
            Added = added,
            Renamed = renamed,
            Moved = moved,
            Unchanged = unchanged,
            PathChanges =
            [
                .. registry.Values
                    .OrderBy(place => place.Level).ThenBy(place => place.Code, StringComparer.Ordinal)
                    .Select(place => new PathChange(place.Id, before[place.Code], after[Current(place.Code)!]))
                    .Where(change => change.From != change.To),
            ],
        };
    }

    // Places that the table does not name follow their parent under its new code.
    private Dictionary<string, PlacePath> PathsAfter()
    {
        var named = rows.Select(row => row.Code).ToHashSet(StringComparer.Ordinal);
        return DivisionPaths.Of(rows
            .Select(row => (row.Code, row.ParentCode))
            .Concat(registry.Values
                .Where(place => !named.Contains(Current(place.Code)!))
                .Select(place => (place.Code, Current(place.ParentCode)))));
    }

    private string? Current(string? code) => code is not null && newCodes.TryGetValue(code, out var renumbered) ? renumbered : code;
}
