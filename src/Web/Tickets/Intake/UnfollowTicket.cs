using Linli.Domain.Kernel;
using Linli.Domain.Registry;
using Linli.Web.Platform.Access;
using Linli.Web.Platform.Changes;
using Linli.Web.Platform.Store;
using Linli.Web.Tickets.Intake.Store;
using Linli.Web.Tickets.Store;
using Microsoft.EntityFrameworkCore;

namespace Linli.Web.Tickets.Intake;

/// <summary>不再跟进: whoever follows a ticket stops; also after moving away, and when the ticket is no longer shown to neighbours.</summary>
internal sealed class UnfollowTicket(LinliDb db, Changes changes)
{
    private const string Process = nameof(UnfollowTicket);

    public async Task<Outcome<Saved>> Execute(string number, ProcessContext context, CancellationToken cancel)
    {
        context = context.On(number);
        if (Scope.Of(context.Actor, Permission.ViewOwnTickets).IsNothing)
        {
            return new NotAllowedInThisCapacity();
        }

        if (await changes.HandledBefore(context, Process, cancel) is { } before)
        {
            return new Saved(before, Before: true);
        }

        var follow = await db.Set<TicketFollow>().SingleOrDefaultAsync(
            f => f.PersonId == context.Actor.PersonId && db.Set<Ticket>().Any(t => t.Id == f.TicketId && t.Number == number), cancel);
        if (follow is null)
        {
            return new NotFound();
        }

        db.Remove(follow);
        return await changes.Save(context, Process, TicketProcesses.Subject, follow.TicketId, new { follow = follow.Id }, cancel);
    }
}
