namespace Linli.Web.Registry.Queries;

/// <summary>One page of a list.</summary>
public sealed record PageOf<T>(IReadOnlyList<T> Rows, int Total, int Page, int Pages);

internal static class Paging
{
    /// <summary>A page number as asked for, kept within what can be counted.</summary>
    public static int At(int page) => Math.Clamp(page, 1, 1_000_000);

    public static int Count(int total, int size) => (total + size - 1) / size;
}
