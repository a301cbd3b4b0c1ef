using Linli.Domain.Kernel;
using Linli.Web.Grid.Store;
using Linli.Web.Platform.Jobs;
using Linli.Web.Platform.Store;
using Microsoft.EntityFrameworkCore;

namespace Linli.Web.Grid.Households;

/// <summary>Removes notes on households whose time is over (PIPL 19).</summary>
internal sealed class PurgeHouseholdNotes(LinliDb db) : IScheduledJob
{
    public static string Name => "purge-household-notes";

    public static TimeSpan Every => TimeSpan.FromHours(6);

    public async Task Run(DateTimeOffset now, CancellationToken cancel)
    {
        var today = ChinaTime.DayOf(now);
        await db.Set<HouseholdNote>().Where(n => n.KeepUntil < today).ExecuteDeleteAsync(cancel);
    }
}
