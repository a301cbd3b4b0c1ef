using Linli.Domain.Registry;
using Linli.Web.Platform.Store;
using Linli.Web.Registry.Contract;
using Linli.Web.Registry.Store;
using Microsoft.EntityFrameworkCore;

namespace Linli.Web.Registry;

internal sealed class Places(LinliDb db) : IPlaces
{
    public async Task<PlacePath?> PathOf(Guid placeId, CancellationToken cancel) =>
        await db.Set<Place>().Where(p => p.Id == placeId).Select(p => p.Path).FirstOrDefaultAsync(cancel) is { } path
            ? new PlacePath(path)
            : null;

    public async Task<PlaceName?> Find(Guid placeId, CancellationToken cancel) =>
        await db.Set<Place>().Where(p => p.Id == placeId).Select(p => new PlaceName(p.Id, p.Kind, p.Code, p.Name, new PlacePath(p.Path))).FirstOrDefaultAsync(cancel);

    public async Task<IReadOnlyList<BuildingChoice>> BuildingsOf(Guid compoundId, CancellationToken cancel) =>
        await db.Set<Place>()
            .Where(p => p.ParentId == compoundId && p.Kind == PlaceKind.Building)
            .OrderBy(p => EF.Functions.Collate(p.Name, NaturalOrder.Collation)).ThenBy(p => p.Path)
            .Select(p => new BuildingChoice(p.Id, p.Name))
            .ToListAsync(cancel);
}
