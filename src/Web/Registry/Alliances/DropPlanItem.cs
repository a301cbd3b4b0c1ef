using Linli.Domain.Kernel;
using Linli.Web.Platform.Changes;
using Linli.Web.Platform.Store;
using Linli.Web.Registry.Store;
using Microsoft.EntityFrameworkCore;

namespace Linli.Web.Registry.Alliances;

/// <summary>Why work is taken out of the plan.</summary>
public sealed record DropInput : ChangeInput
{
    public string? Reason { get; init; }
}

/// <summary>Takes work out of the plan that will not be done; the record tells why.</summary>
internal sealed class DropPlanItem(LinliDb db, Changes changes)
{
    private const string Process = nameof(DropPlanItem);

    public async Task<Outcome<Done>> Execute(Guid itemId, DropInput input, ProcessContext context, CancellationToken cancel)
    {
        context = context.On(itemId);
        if (await changes.HandledBefore(context, Process, cancel) is not null)
        {
            return Done.It;
        }

        var kept = db.AssociationsKeptBy(context.Actor).Select(o => o.Id);
        var item = await db.Set<AssociationPlanItem>().FirstOrDefaultAsync(i => i.Id == itemId && i.DroppedOn == null && kept.Contains(i.AssociationId), cancel);
        if (item is null)
        {
            return new NotFound();
        }

        var faults = new Faults();
        var reason = faults.Line(nameof(input.Reason), input.Reason, 200);
        faults.AddIf(await db.Set<AssociationActivity>().AnyAsync(a => a.PlanItemId == itemId, cancel), new PlanItemIsDone());
        if (faults.Any)
        {
            return Outcome<Done>.Refused(faults.All);
        }

        (item.DroppedOn, item.DropReason) = (ChinaTime.DayOf(context.At), reason);
        var saved = await changes.Save(context, Process, "Organisation", item.AssociationId, new { item = itemId }, cancel);
        return saved.Then(_ => Done.It);
    }
}
