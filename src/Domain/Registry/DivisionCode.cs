namespace Linli.Domain.Registry;

/// <summary>
/// The statistical division code (国家统计局 统计用区划代码): digits, each level longer than the one above and usually
/// beginning with it: 50, 5001, 500118, 500118001, 500118001009.
/// </summary>
public static class DivisionCode
{
    /// <summary>The deepest level: community or village.</summary>
    public const int DeepestLevel = (int)PlaceKind.Community;

    private static readonly int[] LengthOfLevel = [0, 2, 4, 6, 9, 12];

    /// <summary>Whether the code has the digits that a code of the level has.</summary>
    public static bool FitsLevel(string code, int level) =>
        level is >= 1 and <= DeepestLevel && code.Length == LengthOfLevel[level] && code.All(char.IsAsciiDigit);

    /// <summary>
    /// The segment of a place in the <see cref="PlacePath"/>: what its code adds to its parent's code, or the whole code where it
    /// does not begin with it (a place that was put under another parent and kept its code).
    /// </summary>
    public static string Segment(string code, string? parentCode) =>
        parentCode is not null && code.Length > parentCode.Length && code.StartsWith(parentCode, StringComparison.Ordinal)
            ? code[parentCode.Length..]
            : code;
}
