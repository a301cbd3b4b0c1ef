using Linli.Domain.Kernel;
using Linli.Domain.Registry.Committees;
using Linli.Web.Platform.Access;
using Linli.Web.Platform.Changes;
using Linli.Web.Platform.Jobs;
using Linli.Web.Platform.Store;
using Linli.Web.Registry.Store;
using Microsoft.EntityFrameworkCore;

namespace Linli.Web.Registry.Committees;

/// <summary>Raises the alerts of terms that end and of periods that passed, each step once, higher and higher until somebody acts.</summary>
internal sealed class ClimbTermAlerts(LinliDb db, IServiceScopeFactory scopes) : IScheduledJob
{
    // No profile looks further ahead than this.
    private const int FurthestAhead = 800;

    public static string Name => "climb-term-alerts";

    public static TimeSpan Every => TimeSpan.FromHours(1);

    public async Task Run(DateTimeOffset now, CancellationToken cancel)
    {
        var today = ChinaTime.DayOf(now);
        var ids = await db.Set<GoverningBody>().AsNoTracking()
            .Where(b => b.State != BodyState.Dissolved && (b.TermTo <= today.AddDays(FurthestAhead) || b.DueOn < today))
            .OrderBy(b => b.TermTo).Select(b => b.Id).ToListAsync(cancel);
        foreach (var id in ids)
        {
            await using var scope = scopes.CreateAsyncScope();
            var context = new ProcessContext { Actor = Actor.System, At = now, RequestId = Guid.CreateVersion7(now) };
            await scope.ServiceProvider.GetRequiredService<TermAlertDesk>().Raise(id, context, cancel);
        }
    }
}
