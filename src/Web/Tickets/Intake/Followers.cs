using Linli.Domain.Kernel;
using Linli.Domain.Tickets;
using Linli.Domain.Tickets.Intake;
using Linli.Web.Platform.Changes;
using Linli.Web.Platform.Notifications;
using Linli.Web.Platform.Store;
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

        // Whoever has moved away hears no more of the compound.
        var today = ChinaTime.DayOf(context.At);
        var followers = await db.Database.SqlQuery<Guid>($"""
            select f.person_id as "Value" from tickets.follows f
             where f.ticket_id = {ticket.Id} and f.person_id <> {context.Actor.PersonId}
               and exists (select from registry.capacities c where c.person_id = f.person_id and c.place_id = {ticket.CompoundId} and c.kind <> 'Post' and registry.holds(c.from_day, c.to_day, {today}))
            """).ToListAsync(cancel);
        // What has turned out to be a dispute is nobody's to follow any more.
        if (followers.Count > 0 && await access.IsShown(ticket, cancel))
        {
            notifier.Tell(followers, $"Followed.{act}", new() { ["Number"] = ticket.Number }, TicketLinks.Followed(ticket.Number), context.At);
        }
    }
}
