using Linli.Web.Platform.Http;

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

    public static int Offset(int at, int size = Size) => Paging.Offset(at, size);

    /// <summary>A page from rows of which one more than fits was read.</summary>
    public static GridPage<T> Of<T>(IReadOnlyList<T> rows, int at, int size = Size) => new([.. rows.Take(size)], Paging.At(at), rows.Count > size);
}
