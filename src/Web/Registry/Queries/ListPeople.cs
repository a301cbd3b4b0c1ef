using Linli.Domain.Kernel;
using Linli.Domain.Registry;
using Linli.Web.Platform.Access;
using Linli.Web.Platform.Http;
using Linli.Web.Platform.Store;
using Linli.Web.Registry.Store;
using Microsoft.EntityFrameworkCore;

namespace Linli.Web.Registry.Queries;

/// <summary>A person of a household in a list, numbers masked.</summary>
public sealed record PersonRow(Guid Id, string Name, string? PhoneMasked, string? IdentityMasked, bool MadeUp, IReadOnlyList<string> Units);

internal sealed class ListPeople(LinliDb db, TimeProvider clock)
{
    public const int PageSize = 50;

    /// <summary>The people who own or live in a compound today.</summary>
    public async Task<PageOf<PersonRow>?> Execute(string compoundCode, int page, Actor actor, CancellationToken cancel, int size = PageSize)
    {
        if (await db.PlaceByCode(compoundCode, actor, Permission.ViewPeople, cancel) is not { Kind: PlaceKind.Compound } compound)
        {
            return null;
        }

        var today = ChinaTime.DayOf(clock.GetUtcNow());
        var units = db.Set<Unit>().Where(u => u.CompoundId == compound.Id);
        var homes =
            from unit in units
            join owned in db.Set<Ownership>() on unit.Id equals owned.UnitId
            where owned.PersonId != null && Terms.NotOver(owned.Until, today)
            select new { PersonId = owned.PersonId!.Value, unit.Label };
        homes = homes.Union(
            from unit in units
            join lived in db.Set<Residency>() on unit.Id equals lived.UnitId
            where Terms.NotOver(lived.Until, today)
            select new { lived.PersonId, unit.Label });
        var people = db.Set<Person>().AsNoTracking().Where(p => homes.Any(h => h.PersonId == p.Id));
        var total = await people.CountAsync(cancel);
        var shown = await people.OrderBy(p => EF.Functions.Collate(p.Name, NaturalOrder.Collation)).ThenBy(p => p.Id)
            .Skip((Paging.At(page) - 1) * size).Take(size)
            .Select(p => new { p.Id, p.Name, p.PhoneMasked, p.IdentityMasked, p.MadeUp }).ToListAsync(cancel);
        var ids = shown.Select(p => p.Id).ToArray();
        var labels = (await homes.Where(h => ids.Contains(h.PersonId)).ToListAsync(cancel)).ToLookup(h => h.PersonId, h => h.Label);
        return new PageOf<PersonRow>(
            [.. shown.Select(p => new PersonRow(p.Id, p.Name, p.PhoneMasked, p.IdentityMasked, p.MadeUp, [.. labels[p.Id].Order(StringComparer.Ordinal)]))],
            total, Paging.At(page), Paging.Count(total, size));
    }
}
