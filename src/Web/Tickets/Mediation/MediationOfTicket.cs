using Linli.Domain.Registry;
using Linli.Domain.Tickets;
using Linli.Domain.Tickets.Mediation;
using Linli.Web.Platform.Access;
using Linli.Web.Platform.Store;
using Linli.Web.Registry.Contract;
using Linli.Web.Tickets.Categories;
using Linli.Web.Tickets.Mediation.Store;
using Linli.Web.Tickets.Store;
using Microsoft.EntityFrameworkCore;

namespace Linli.Web.Tickets.Mediation;

/// <summary>What a ticket shows of its mediation.</summary>
/// <param name="Referred">已转调解.</param>
/// <param name="Ended">Whether it has ended; how is not told.</param>
/// <param name="CaseId">For the ticket's reporter alone, who is a party.</param>
/// <param name="MayApply">The reporter is offered mediation: the matter is a dispute.</param>
/// <param name="MayRefer">The dispatcher may refer it.</param>
public sealed record TicketMediationView(bool Referred, bool Ended, Guid? CaseId, bool MayApply, bool MayRefer);

/// <summary>Tells the reporter and those who handle a ticket that it was referred to mediation and that it ended. Others who see the ticket hear nothing.</summary>
internal sealed class MediationOfTicket(LinliDb db, IPlaces places, CategoryBook book)
{
    private static readonly TicketMediationView Nothing = new(false, false, null, false, false);

    /// <summary>Null where there is no such ticket for the actor.</summary>
    public async Task<TicketMediationView?> Execute(string number, Actor actor, CancellationToken cancel)
    {
        var ticket = await db.Set<Ticket>().AsNoTracking().Where(t => t.Number == number)
            .Select(t => new { t.Id, t.ReporterId, t.AssignedTo, t.CompoundId, t.State, t.Category }).SingleOrDefaultAsync(cancel);
        if (ticket is null || await places.PathOf(ticket.CompoundId, cancel) is not { } compound)
        {
            return null;
        }

        var roles = TicketAccess.RolesOf(actor, ticket.ReporterId, ticket.AssignedTo, compound);
        if (!TicketAccess.IsVisible(actor, roles, compound))
        {
            return null;
        }

        if (roles == TicketRoles.None)
        {
            return Nothing;
        }

        var last = await db.Set<MediationCase>().AsNoTracking().Where(c => c.TicketId == ticket.Id).OrderByDescending(c => c.AppliedAt)
            .Select(c => new { c.Id, c.State }).FirstOrDefaultAsync(cancel);
        var isFree = last is null or { State: MediationState.Closed };
        var isReporter = roles.HasFlag(TicketRoles.Reporter);
        return new TicketMediationView(
            last is not null, last?.State == MediationState.Closed, isReporter ? last?.Id : null,
            isFree && isReporter && actor.Capacity is { IsHousehold: true } && book.At(compound).Find(ticket.Category)?.IsMediated == true,
            isFree && !TicketFlow.IsFinal(ticket.State) && Scope.Of(actor, Permission.AcceptTickets).Covers(compound));
    }
}
