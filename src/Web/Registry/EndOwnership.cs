using Linli.Domain.Kernel;
using Linli.Domain.Registry;
using Linli.Web.Platform.Changes;
using Linli.Web.Platform.Store;
using Linli.Web.Registry.Store;
using Microsoft.EntityFrameworkCore;

namespace Linli.Web.Registry;

/// <summary>Ends an ownership on its last day; the record stays.</summary>
internal sealed class EndOwnership(LinliDb db, Changes changes)
{
    private const string Process = nameof(EndOwnership);

    public async Task<Outcome<Done>> Execute(Guid ownershipId, EndInput input, ProcessContext context, CancellationToken cancel)
    {
        context = context.On(ownershipId);
        if (await changes.HandledBefore(context, Process, cancel) is not null)
        {
            return Done.It;
        }

        var places = db.Places(context.Actor, Permission.ManageRegistry).Select(p => p.Id);
        var ownership = await db.Set<Ownership>().FirstOrDefaultAsync(
            o => o.Id == ownershipId && db.Set<Unit>().Any(u => u.Id == o.UnitId && places.Contains(u.CompoundId)), cancel);
        if (ownership is null)
        {
            return new NotFound();
        }

        var faults = new Faults();
        var last = faults.LastDay(input, ownership.Since, ownership.Until, ChinaTime.DayOf(context.At));
        if (faults.Any)
        {
            return Outcome<Done>.Refused(faults.All);
        }

        ownership.Until = last;
        var saved = await changes.Save(context, Process, "Ownership", ownership.Id, new { ownership.UnitId, last }, cancel);
        return saved.Then(_ => Done.It);
    }
}
