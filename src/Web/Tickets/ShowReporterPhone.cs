using Linli.Domain.Kernel;
using Linli.Domain.Tickets;
using Linli.Web.Platform.Changes;
using Linli.Web.Platform.Store;
using Linli.Web.Registry.Contract;
using Linli.Web.Tickets.Intake;
using Linli.Web.Tickets.Store;
using Microsoft.EntityFrameworkCore;

namespace Linli.Web.Tickets;

/// <summary>
/// Shows the reporter's number whole to the handler and the dispatcher, who have to call, while the ticket is open and unless
/// the reporter does not want to be called. Each look is logged with the ticket's number as its reason.
/// </summary>
internal sealed class ShowReporterPhone(LinliDb db, IPlaces places, CallerPhones phones)
{
    public async Task<Outcome<string>> Execute(string number, ProcessContext context, CancellationToken cancel)
    {
        var ticket = await db.Set<Ticket>().AsNoTracking().SingleOrDefaultAsync(t => t.Number == number, cancel);
        if (ticket is null || await places.PathOf(ticket.CompoundId, cancel) is not { } compound)
        {
            return new NotFound();
        }

        var roles = TicketAccess.RolesOf(context.Actor, ticket.ReporterId, ticket.AssignedTo, compound);
        if (!TicketAccess.IsVisible(context.Actor, roles, compound))
        {
            return new NotFound();
        }

        return (roles & (TicketRoles.Handler | TicketRoles.Dispatcher)) == TicketRoles.None ? new NotAllowedInThisCapacity()
            : TicketFlow.IsFinal(ticket.State) || ticket.ContactBy == ContactWish.None ? new PhoneIsNotNeeded()
            : await phones.Show(ticket, context, cancel);
    }
}
