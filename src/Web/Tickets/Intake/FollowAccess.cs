using Linli.Domain.Kernel;
using Linli.Domain.Registry;
using Linli.Domain.Tickets.Intake;
using Linli.Web.Platform.Access;
using Linli.Web.Platform.Store;
using Linli.Web.Registry.Contract;
using Linli.Web.Tickets.Categories;
using Linli.Web.Tickets.Intake.Store;
using Linli.Web.Tickets.Store;
using Microsoft.EntityFrameworkCore;

namespace Linli.Web.Tickets.Intake;

/// <summary>Finds a ticket for a household of its compound, if neighbours may see it.</summary>
internal sealed class FollowAccess(LinliDb db, IPlaces places, CategoryBook book, TimeProvider clock)
{
    /// <summary>The ticket as a neighbour may look at it; null where there is none for the actor.</summary>
    public async Task<Ticket?> Find(string number, Actor actor, CancellationToken cancel)
    {
        var ticket = await db.Set<Ticket>().AsNoTracking().SingleOrDefaultAsync(t => t.Number == number, cancel);
        return ticket is not null && actor.Capacity is { IsHousehold: true } capacity && capacity.PlaceId == ticket.CompoundId
            && Scope.Of(actor, Permission.ReportTickets).Covers(capacity.Path) && await IsShown(ticket, capacity.Path, cancel) ? ticket : null;
    }

    /// <summary>Whether neighbours may see the ticket as it is now.</summary>
    internal async Task<bool> IsShown(Ticket ticket, PlacePath compound, CancellationToken cancel) =>
        ShownToNeighbours.Is(SimilarRule.On(ChinaTime.DayOf(clock.GetUtcNow())), ticket, book.At(compound))
        && !await db.Set<Mediation.Store.MediationCase>().AnyAsync(one => one.TicketId == ticket.Id, cancel)
        && !await db.Set<TicketIntake>().AnyAsync(one => one.TicketId == ticket.Id && one.IsConfidential, cancel);

    /// <summary>The same where only the compound's id is at hand.</summary>
    internal async Task<bool> IsShown(Ticket ticket, CancellationToken cancel) =>
        await places.PathOf(ticket.CompoundId, cancel) is { } compound && await IsShown(ticket, compound, cancel);
}
