namespace Linli.Domain.Registry;

/// <summary>A division to be made.</summary>
/// <param name="Row">What the table says of it.</param>
/// <param name="Path">Where it will stand.</param>
public sealed record AddedDivision(DivisionRow Row, PlacePath Path);

/// <summary>A division that the table changes.</summary>
/// <param name="Before">As it is.</param>
/// <param name="After">What the table says: name, code and parent are to be taken from here.</param>
public sealed record ChangedDivision(ExistingDivision Before, DivisionRow After);

/// <summary>A path that changes. All changes of a plan hold at once, told by the paths before the import.</summary>
/// <param name="Id">The division.</param>
/// <param name="From">Its path before.</param>
/// <param name="To">Its path after.</param>
public sealed record PathChange(Guid Id, PlacePath From, PlacePath To);

/// <summary>What an import will do. Lists stand in the order of level and code, so parents come before children.</summary>
public sealed record DivisionPlan
{
    /// <summary>Divisions to be made.</summary>
    public required IReadOnlyList<AddedDivision> Added { get; init; }

    /// <summary>Same code, same parent, another name.</summary>
    public required IReadOnlyList<ChangedDivision> Renamed { get; init; }

    /// <summary>Another parent or another code (and perhaps another name); id and subtree stay with the place.</summary>
    public required IReadOnlyList<ChangedDivision> Moved { get; init; }

    /// <summary>Nothing to do.</summary>
    public required IReadOnlyList<ExistingDivision> Unchanged { get; init; }

    /// <summary>
    /// Every division whose path changes: the moved ones and all divisions below them, also those that the table does not name.
    /// A compound or building below takes the change of its deepest ancestor among these.
    /// </summary>
    public required IReadOnlyList<PathChange> PathChanges { get; init; }

    /// <summary>Whether the import changes nothing.</summary>
    public bool ChangesNothing => Added.Count + Renamed.Count + Moved.Count + PathChanges.Count == 0;
}
