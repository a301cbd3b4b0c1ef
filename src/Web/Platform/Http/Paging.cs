namespace Linli.Web.Platform.Http;

/// <summary>The number of a list's page, as an address asks for it.</summary>
internal static class Paging
{
    // Further down nobody looks for anything by turning pages, and the database would count all rows before.
    private const int Deepest = 10_000;

    public static int At(int page) => Math.Clamp(page, 1, Deepest);

    public static int Offset(int page, int size) => (At(page) - 1) * size;

    public static int Count(int total, int size) => (total + size - 1) / size;
}
