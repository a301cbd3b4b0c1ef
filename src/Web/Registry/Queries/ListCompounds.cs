using Linli.Domain.Registry;
using Linli.Web.Platform.Access;
using Linli.Web.Platform.Http;
using Linli.Web.Platform.Store;
using Linli.Web.Registry.Store;
using Microsoft.EntityFrameworkCore;

namespace Linli.Web.Registry.Queries;

/// <summary>A compound in a list. Households and residents are figures as reported.</summary>
public sealed record CompoundRow(string Code, string Name, CompoundType Type, string Community, int? Households, int? Residents, DateOnly? DeliveredOn, string? ServicePhone);

internal sealed class ListCompounds(LinliDb db)
{
    /// <summary>The compounds in a place and below it.</summary>
    public async Task<IReadOnlyList<CompoundRow>> Execute(string placeCode, int page, int size, Actor actor, CancellationToken cancel)
    {
        if (await db.PlaceByCode(placeCode, actor, Permission.ViewRegistry, cancel) is not { } place)
        {
            return [];
        }

        return await (
            from compound in db.Set<Compound>().AsNoTracking()
            join here in db.Set<Place>() on compound.PlaceId equals here.Id
            join above in db.Set<Place>() on here.ParentId equals above.Id
            where here.Path.StartsWith(place.Path)
            orderby here.Path
            select new CompoundRow(
                here.Code, here.Name, compound.Type, above.Name, compound.Households, compound.Residents, compound.DeliveredOn, compound.ServicePhone))
            .Skip((Paging.At(page) - 1) * size).Take(size).ToListAsync(cancel);
    }
}
