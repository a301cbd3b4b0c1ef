using Linli.Domain.Tickets;
using Linli.Domain.Tickets.Intake;
using Linli.Web.Platform.Changes;
using Linli.Web.Platform.Notifications;
using Linli.Web.Platform.Store;
using Linli.Web.Tickets.Intake.Store;
using Linli.Web.Tickets.Store;
using Microsoft.EntityFrameworkCore;

namespace Linli.Web.Tickets.Intake;

/// <summary>Tells those who follow a ticket of the steps that matter to them, by its number alone: the place is in the reporter's words.</summary>
internal sealed class Followers(LinliDb db, Notifier notifier, FollowAccess access)
{
    public async Task Tell(Ticket ticket, TicketAct act, ProcessContext context, CancellationToken cancel)
    {
        if (!FollowedSteps.IsTold(act))
        {
            return;
        }

        var followers = await db.Set<TicketFollow>().Where(f => f.TicketId == ticket.Id && f.PersonId != context.Actor.PersonId).Select(f => f.PersonId).ToListAsync(cancel);
        // What has turned out to be a dispute is nobody's to follow any more.
        if (followers.Count > 0 && await access.IsShown(ticket, cancel))
        {
            notifier.Tell(followers, $"Followed.{act}", new() { ["Number"] = ticket.Number }, TicketLinks.Followed(ticket.Number), context.At);
        }
    }
}
