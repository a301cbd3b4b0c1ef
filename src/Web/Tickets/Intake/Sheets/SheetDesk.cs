using Linli.Domain.Registry;
using Linli.Web.Platform.Access;
using Linli.Web.Platform.Store;
using Linli.Web.Registry.Contract;
using Linli.Web.Tickets.Intake.Store;
using Microsoft.EntityFrameworkCore;

namespace Linli.Web.Tickets.Intake.Sheets;

/// <summary>Finds the place whose sheet is issued, printed or made void, for whoever dispatches there.</summary>
internal sealed class SheetDesk(LinliDb db, IPlaces places)
{
    public const string Subject = "PlaceSheet";

    /// <summary>The building or entrance; null where there is none for the actor.</summary>
    public async Task<PlaceName?> Place(Guid id, Actor actor, CancellationToken cancel) =>
        await places.Find(id, cancel) is { Kind: PlaceKind.Building or PlaceKind.Entrance } place && Scope.Of(actor, Permission.AcceptTickets).Covers(place.Path) ? place : null;

    /// <summary>The edition that holds.</summary>
    public Task<PlaceSheet?> Current(Guid place, Actor actor, CancellationToken cancel) => Scope.Of(actor, Permission.AcceptTickets).IsNothing
        ? Task.FromResult<PlaceSheet?>(null)
        : db.Set<PlaceSheet>().SingleOrDefaultAsync(s => s.PlaceId == place && s.VoidedAt == null, cancel);
}
