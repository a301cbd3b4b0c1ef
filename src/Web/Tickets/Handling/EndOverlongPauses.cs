using Linli.Web.Platform.Access;
using Linli.Web.Platform.Changes;
using Linli.Web.Platform.Jobs;
using Linli.Web.Platform.Store;
using Linli.Web.Tickets.Handling.Store;
using Linli.Web.Tickets.Store;
using Microsoft.EntityFrameworkCore;

namespace Linli.Web.Tickets.Handling;

/// <summary>Lets work go on when a pause has lasted until its day: nobody holds a clock by forgetting.</summary>
internal sealed class EndOverlongPauses(LinliDb db, IServiceScopeFactory scopes) : IScheduledJob
{
    private const int AtOnce = 200;

    public static string Name => "end-overlong-pauses";

    public static TimeSpan Every => TimeSpan.FromMinutes(10);

    public async Task Run(DateTimeOffset now, CancellationToken cancel)
    {
        var over = await (
            from pause in db.Set<TicketPause>()
            join ticket in db.Set<Ticket>() on pause.TicketId equals ticket.Id
            where pause.ToAt == null && pause.UntilAt <= now
            orderby pause.UntilAt
            select ticket.Number).Take(AtOnce).ToListAsync(cancel);
        foreach (var number in over)
        {
            await using var scope = scopes.CreateAsyncScope();
            await scope.ServiceProvider.GetRequiredService<ResumeTicket>().Execute(
                new() { Number = number }, new ProcessContext { Actor = Actor.System, At = now, RequestId = Guid.CreateVersion7(now) }, cancel);
        }
    }
}
