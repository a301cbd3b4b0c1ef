using Linli.Domain.Tickets.Intake;
using Linli.Web.Platform.Access;

namespace Linli.Web.Tickets.Intake.Sheets;

/// <summary>A sheet as it is printed.</summary>
internal sealed record PrintedSheet(string PlaceName, string CompoundName, string CompoundCode, string? ServicePhone, string Path, int Version, DateTimeOffset IssuedAt);

/// <summary>The sheet of a building or entrance that holds; null where there is none for the actor, or none was issued.</summary>
internal sealed class ShowSheet(SheetDesk desk, ReadSheet read, SheetCodes codes, TakePlaces places)
{
    public async Task<PrintedSheet?> Execute(Guid place, Actor actor, CancellationToken cancel)
    {
        if (await desk.Place(place, actor, cancel) is null || await desk.Current(place, actor, cancel) is not { } current)
        {
            return null;
        }

        var path = codes.PathOf(new SheetCode(place, current.Version));
        return await read.Execute(path[(path.LastIndexOf('/') + 1)..], cancel) is { } scanned
            && await places.Find(scanned.CompoundId, Linli.Domain.Registry.Permission.AcceptTickets, actor, cancel) is { } compound
            ? new PrintedSheet($"{scanned.BuildingName}{scanned.Entrance}", scanned.CompoundName, compound.Code, scanned.ServicePhone, path, current.Version, current.IssuedAt)
            : null;
    }
}
