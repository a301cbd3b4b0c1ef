using Linli.Domain.Kernel;
using Linli.Domain.Tickets;
using Linli.Web.Platform.Access;
using Linli.Web.Platform.Changes;
using Linli.Web.Platform.Jobs;
using Linli.Web.Platform.Store;
using Linli.Web.Tickets.Store;
using Microsoft.EntityFrameworkCore;

namespace Linli.Web.Tickets;

/// <summary>Closes what its reporter has not answered within the confirmation period. It stays unrated: silence is not satisfaction.</summary>
internal sealed class CloseUnratedTickets(LinliDb db, IServiceScopeFactory scopes, TicketDeadlines deadlines) : IScheduledJob
{
    public static string Name => "close-unrated-tickets";

    public static TimeSpan Every => TimeSpan.FromMinutes(10);

    public async Task Run(DateTimeOffset now, CancellationToken cancel)
    {
        var waiting = await db.Set<Ticket>().AsNoTracking().Where(t => t.State == TicketState.Replied && t.RepliedAt < now.AddDays(-1))
            .OrderBy(t => t.RepliedAt).Select(t => new { t.Number, t.RepliedAt }).ToListAsync(cancel);
        foreach (var ticket in waiting.Where(t => deadlines.ConfirmationIsOver(t.RepliedAt!.Value, now)))
        {
            await using var scope = scopes.CreateAsyncScope();
            var desk = scope.ServiceProvider.GetRequiredService<TicketDesk>();
            var context = new ProcessContext { Actor = Actor.System, At = now, RequestId = Guid.CreateVersion7(now) };
            await desk.Act(ticket.Number, null, TicketAct.CloseUnrated, context, open =>
            {
                open.Ticket.ClosedAt = now;
                return Task.FromResult(Outcome<TicketDesk.Step>.Of(new()));
            }, cancel);
        }
    }
}
