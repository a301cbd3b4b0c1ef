using Linli.Domain.Kernel;
using Linli.Domain.Registry;
using Linli.Web.Platform.Access;
using Linli.Web.Platform.Http;
using Linli.Web.Platform.Store;
using Linli.Web.Registry.Store;
using Microsoft.EntityFrameworkCore;

namespace Linli.Web.Registry.Queries;

/// <summary>A unit in a list. The area is in 0.01 m².</summary>
public sealed record UnitRow(string Code, string Label, UnitKind Kind, int? Floor, long? Area, Delivery Delivery, int Owners);

internal sealed class ListUnits(LinliDb db, TimeProvider clock)
{
    public const int PageSize = 50;

    /// <summary>The units of a compound, or of one building or entrance of it.</summary>
    public async Task<PageOf<UnitRow>?> Execute(string compoundCode, string? placeCode, int page, Actor actor, CancellationToken cancel, int size = PageSize)
    {
        if (await db.PlaceByCode(compoundCode, actor, Permission.ViewRegistry, cancel) is not { Kind: PlaceKind.Compound } compound)
        {
            return null;
        }

        var today = ChinaTime.DayOf(clock.GetUtcNow());
        var units = db.Set<Unit>().AsNoTracking().Where(u => u.CompoundId == compound.Id);
        if (placeCode is { Length: > 0 })
        {
            var path = await db.Set<Place>().Where(p => p.Code == placeCode && p.Path.StartsWith(compound.Path)).Select(p => p.Path).FirstOrDefaultAsync(cancel);
            units = units.Where(u => path != null && db.Set<Place>().Any(p => p.Id == u.PlaceId && p.Path.StartsWith(path)));
        }

        var total = await units.CountAsync(cancel);
        var rows = await units.OrderBy(u => EF.Functions.Collate(u.Label, NaturalOrder.Collation)).ThenBy(u => u.Code)
            .Skip((Paging.At(page) - 1) * size).Take(size)
            .Select(u => new UnitRow(
                u.Code, u.Label, u.Kind, u.Floor, u.RegisteredArea ?? u.SurveyedArea ?? u.ContractArea, u.Delivery,
                db.Set<Ownership>().Count(o => o.UnitId == u.Id && Terms.Holds(o.Since, o.Until, today))))
            .ToListAsync(cancel);
        return new PageOf<UnitRow>(rows, total, Paging.At(page), Paging.Count(total, size));
    }
}
