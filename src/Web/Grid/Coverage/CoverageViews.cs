using Linli.Domain.Grid;

namespace Linli.Web.Grid.Coverage;

/// <summary>How far households are looked after in a place. A household is a dwelling that has been delivered.</summary>
/// <param name="Households">All of them: the denominator.</param>
/// <param name="Covered">Those whose holder is in post: the numerator.</param>
/// <param name="Nobody">Those that nobody was ever given, or no longer.</param>
/// <param name="Left">Those whose holder has left without a hand-over.</param>
/// <param name="Buildings">Buildings with households.</param>
/// <param name="BuildingsWithout">Buildings without anybody in post.</param>
/// <param name="BuildingsShared">Buildings with more than one holder.</param>
/// <param name="OpenHandOvers">Hand-over lists that are not complete.</param>
public sealed record CoverageFigures(
    string Code, string Name, string Kind, int Households, int Covered, int Nobody, int Left, int Buildings, int BuildingsWithout, int BuildingsShared, int OpenHandOvers);

/// <summary>The figures of a place and its parts; what a source reports stands apart.</summary>
public sealed record CoverageView(
    GridPlace Place, IReadOnlyList<GridPlace> Way, LeaderRole Role, CoverageFigures Total, IReadOnlyList<CoverageFigures> Parts, int TwiceInGrids, int Leaders,
    Members.ReportedCount? Reported, bool MayManage);

/// <summary>Which list stands behind a figure.</summary>
public enum GapKind
{
    /// <summary>Households without anybody.</summary>
    Nobody,

    /// <summary>Households whose holder left without a hand-over.</summary>
    Left,

    /// <summary>Households whose holder is in post.</summary>
    Covered,

    /// <summary>Buildings without anybody.</summary>
    BuildingsWithout,

    /// <summary>Buildings with more than one holder.</summary>
    BuildingsShared,

    /// <summary>Households that lie in more than one micro-grid.</summary>
    TwiceInGrids,
}

/// <summary>A household or a building on such a list; no names.</summary>
public sealed record GapRow(string CompoundCode, string CompoundName, string Label, string? UnitCode, string? PlaceCode, int Count);
