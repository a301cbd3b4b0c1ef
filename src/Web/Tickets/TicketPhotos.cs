using Linli.Domain.Registry;
using Linli.Web.Platform.Access;
using Linli.Web.Platform.Files;
using Linli.Web.Platform.Store;
using Linli.Web.Registry.Store;
using Linli.Web.Tickets.Store;
using Microsoft.EntityFrameworkCore;

namespace Linli.Web.Tickets;

/// <summary>A ticket's photos are seen by those who see the ticket.</summary>
internal sealed class TicketPhotos(LinliDb db) : IFileSubject
{
    public string SubjectKind => TicketProcesses.Subject;

    public async Task<bool> IsVisibleTo(Actor actor, Guid subjectId, CancellationToken cancel)
    {
        var ticket = await db.Set<Ticket>().Where(t => t.Id == subjectId)
            .Join(db.Set<Place>(), t => t.CompoundId, p => p.Id, (t, p) => new { t.ReporterId, t.AssignedTo, p.Path }).SingleOrDefaultAsync(cancel);
        return ticket is not null && new PlacePath(ticket.Path) is var compound
            && TicketAccess.IsVisible(actor, TicketAccess.RolesOf(actor, ticket.ReporterId, ticket.AssignedTo, compound), compound);
    }
}
