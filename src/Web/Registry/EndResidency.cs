using Linli.Domain.Kernel;
using Linli.Domain.Registry;
using Linli.Web.Platform.Changes;
using Linli.Web.Platform.Store;
using Linli.Web.Registry.Store;
using Microsoft.EntityFrameworkCore;

namespace Linli.Web.Registry;

/// <summary>Ends a residency on its last day; the record stays.</summary>
internal sealed class EndResidency(LinliDb db, Changes changes)
{
    private const string Process = nameof(EndResidency);

    public async Task<Outcome<Done>> Execute(Guid residencyId, EndInput input, ProcessContext context, CancellationToken cancel)
    {
        context = context.On(residencyId);
        if (await changes.HandledBefore(context, Process, cancel) is not null)
        {
            return Done.It;
        }

        var places = db.Places(context.Actor, Permission.ManageRegistry).Select(p => p.Id);
        var residency = await db.Set<Residency>().FirstOrDefaultAsync(
            o => o.Id == residencyId && db.Set<Unit>().Any(u => u.Id == o.UnitId && places.Contains(u.CompoundId)), cancel);
        if (residency is null)
        {
            return new NotFound();
        }

        var faults = new Faults();
        var last = faults.LastDay(input, residency.Since, residency.Until, ChinaTime.DayOf(context.At));
        if (faults.Any)
        {
            return Outcome<Done>.Refused(faults.All);
        }

        residency.Until = last;
        var saved = await changes.Save(context, Process, "Residency", residency.Id, new { residency.UnitId, last }, cancel);
        return saved.Then(_ => Done.It);
    }
}
