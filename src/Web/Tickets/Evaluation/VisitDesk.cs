using Linli.Domain.Kernel;
using Linli.Domain.Registry;
using Linli.Web.Platform.Access;
using Linli.Web.Platform.Store;
using Linli.Web.Registry.Contract;
using Linli.Web.Tickets.Evaluation.Store;
using Linli.Web.Tickets.Store;
using Microsoft.EntityFrameworkCore;

namespace Linli.Web.Tickets.Evaluation;

/// <summary>What the acts of a return visit have in common: the visit if it lies in scope, and who must not make it.</summary>
internal sealed class VisitDesk(LinliDb db, IPlaces places)
{
    public async Task<(ReturnVisit Visit, Ticket Ticket)?> Find(Guid id, Actor actor, CancellationToken cancel)
    {
        if (await db.Set<ReturnVisit>().AsNoTracking().SingleOrDefaultAsync(v => v.Id == id, cancel) is not { } visit
            || await places.PathOf(visit.CompoundId, cancel) is not { } compound || !Scope.Of(actor, Permission.MakeReturnVisits).Covers(compound))
        {
            return null;
        }

        return (visit, await db.Set<Ticket>().AsNoTracking().SingleAsync(t => t.Id == visit.TicketId, cancel));
    }

    /// <summary>Whether the actor reported or handled the ticket, or acts for an organisation for which its handler works.</summary>
    public Task<bool> IsOneOfTheHandlers(Ticket ticket, Actor actor, DateTimeOffset at, CancellationToken cancel)
    {
        var day = ChinaTime.DayOf(at);
        var organisation = Scope.Of(actor, Permission.MakeReturnVisits).IsNothing ? null : actor.Capacity?.OrganisationId;
        return db.Database.SqlQuery<bool>(
            $"""
            select ({ticket.ReporterId} = {actor.PersonId}
              or exists (select from tickets.timeline l where l.ticket_id = {ticket.Id} and l.person_id = {actor.PersonId} and l.act in ('Contact', 'MarkDone'))
              or exists (select from registry.posts p where p.person_id = {ticket.AssignedTo} and p.organisation_id = {organisation}
                         and registry.holds(p.starts_on, p.last_day, {day}))) as "Value"
            """).SingleAsync(cancel);
    }
}
