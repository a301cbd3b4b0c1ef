using Linli.Web.Platform.Access;
using Linli.Web.Platform.Files;
using Linli.Web.Platform.Store;
using Linli.Web.Registry.Contract;
using Linli.Web.Tickets.Handling;
using Linli.Web.Tickets.Store;
using Microsoft.EntityFrameworkCore;

namespace Linli.Web.Tickets;

/// <summary>A ticket's photos are seen by those who see the ticket.</summary>
internal sealed class TicketPhotos(LinliDb db, IPlaces places) : IFileSubject
{
    public string SubjectKind => TicketProcesses.Subject;

    public async Task<bool> IsVisibleTo(Actor actor, Guid subjectId, CancellationToken cancel)
    {
        var ticket = await db.Set<Ticket>().AsNoTracking().SingleOrDefaultAsync(t => t.Id == subjectId, cancel);
        return ticket is not null && await places.PathOf(ticket.CompoundId, cancel) is { } compound
            && TicketAccess.IsVisible(
                actor, TicketAccess.RolesOf(actor, ticket, compound, await TicketSituation.Of(db, ticket, actor.Capacity?.OrganisationId, cancel)), compound);
    }
}
