using Linli.Domain.Registry;
using Linli.Web.Platform.Access;
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
        await Names(db.Set<Place>().Where(p => p.Id == placeId)).FirstOrDefaultAsync(cancel);

    public async Task<IReadOnlyList<BuildingChoice>> BuildingsOf(Guid compoundId, CancellationToken cancel) =>
        await db.Set<Place>()
            .Where(p => p.ParentId == compoundId && p.Kind == PlaceKind.Building)
            .OrderBy(p => EF.Functions.Collate(p.Name, NaturalOrder.Collation)).ThenBy(p => p.Path)
            .Select(p => new BuildingChoice(p.Id, p.Name))
            .ToListAsync(cancel);

    public async Task<IReadOnlyList<PlaceName>> CompoundsIn(Scope scope, int most, CancellationToken cancel) =>
        await Names(scope.Filter(db.Set<Place>().Where(p => p.Kind == PlaceKind.Compound), p => p.Path).OrderBy(p => p.Path))
            .Take(most).ToListAsync(cancel);

    private static IQueryable<PlaceName> Names(IQueryable<Place> places) =>
        places.Select(p => new PlaceName(p.Id, p.Kind, p.Code, p.Name, new PlacePath(p.Path)));
}
