using Linli.Domain.Kernel;
using Linli.Web.Platform.Store;
using Linli.Web.Registry.Contract;
using Linli.Web.Registry.Store;
using Microsoft.EntityFrameworkCore;

namespace Linli.Web.Registry;

internal sealed class Households(LinliDb db, TimeProvider clock) : IHouseholds
{
    public async Task<IReadOnlyList<HouseholdUnit>> UnitsOf(Guid personId, CancellationToken cancel)
    {
        var today = ChinaTime.DayOf(clock.GetUtcNow());
        var owned = db.Set<Ownership>()
            .Where(o => o.PersonId == personId && o.Since <= today && (o.Until == null || o.Until >= today)).Select(o => o.UnitId);
        var lived = db.Set<Residency>()
            .Where(r => r.PersonId == personId && r.Since <= today && (r.Until == null || r.Until >= today)).Select(r => r.UnitId);
        return await (
            from unit in db.Set<Unit>()
            join compound in db.Set<Place>() on unit.CompoundId equals compound.Id
            where owned.Contains(unit.Id) || lived.Contains(unit.Id)
            orderby !owned.Contains(unit.Id), unit.Code
            select new HouseholdUnit(unit.Id, unit.Label, unit.PlaceId, unit.CompoundId, compound.Name, owned.Contains(unit.Id)))
            .ToListAsync(cancel);
    }

    public async Task<HouseholdUnit?> UnitIn(Guid compoundId, Guid personId, CancellationToken cancel) =>
        (await UnitsOf(personId, cancel)).FirstOrDefault(unit => unit.CompoundId == compoundId);
}
