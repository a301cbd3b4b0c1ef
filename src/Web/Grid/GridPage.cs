namespace Linli.Web.Grid;

/// <summary>A page of a list.</summary>
/// <param name="HasMore">Whether another page follows.</param>
public sealed record GridPage<T>(IReadOnlyList<T> Rows, int At, bool HasMore)
{
    /// <summary>Pages as far as they are known.</summary>
    public int Pages => HasMore ? At + 1 : At;
}

internal static class GridPage
{
    public const int Size = 50;

    public static int Offset(int at) => (Math.Clamp(at, 1, 2000) - 1) * Size;

    /// <summary>A page from rows of which one more than fits was read.</summary>
    public static GridPage<T> Of<T>(IReadOnlyList<T> rows, int at) => new([.. rows.Take(Size)], Math.Clamp(at, 1, 2000), rows.Count > Size);
}
