using Linli.Domain.Kernel;
using Linli.Domain.Registry.Alliances;
using Linli.Web.Platform.Changes;
using Linli.Web.Platform.Store;
using Linli.Web.Registry.Store;
using Microsoft.EntityFrameworkCore;

namespace Linli.Web.Registry.Alliances;

/// <summary>Work that an association means to do for one of its duties; it belongs to the year of its day.</summary>
public sealed record PlanInput : ChangeInput
{
    /// <summary>Code of the duty.</summary>
    public string? Duty { get; init; }

    public string? Title { get; init; }

    /// <summary>The day by which it is to be done.</summary>
    public DateOnly? DueOn { get; init; }
}

/// <summary>Puts work into an association's plan of the year.</summary>
internal sealed class PlanWork(LinliDb db, Changes changes)
{
    private const string Process = nameof(PlanWork);

    public async Task<Outcome<Guid>> Execute(Guid associationId, PlanInput input, ProcessContext context, CancellationToken cancel)
    {
        context = context.On(associationId);
        if (await changes.HandledBefore(context, Process, cancel) is not null)
        {
            return context.RequestId;
        }

        if (await db.LivingAssociation(associationId, context.Actor, cancel) is not { } association)
        {
            return new NotFound();
        }

        var faults = new Faults();
        var duty = AssociationDuties.Of(association.Kind).Find(input.Duty);
        faults.AddIf(duty is null, new DutyIsNotItsOwn());
        var title = faults.Line(nameof(input.Title), input.Title, 100);
        var due = faults.Day(nameof(input.DueOn), input.DueOn, ChinaTime.DayOf(context.At));
        if (faults.Any)
        {
            return Outcome<Guid>.Refused(faults.All);
        }

        db.Add(new AssociationPlanItem { Id = context.RequestId, AssociationId = associationId, Duty = duty!.Code, Title = title, DueOn = due });
        var saved = await changes.Save(context, Process, "organisation", associationId, new { item = context.RequestId, duty.Code, due }, cancel);
        return saved.IsRefused ? Outcome<Guid>.Refused(saved.Refusals) : context.RequestId;
    }
}

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
        var saved = await changes.Save(context, Process, "organisation", item.AssociationId, new { item = itemId }, cancel);
        return saved.IsRefused ? Outcome<Done>.Refused(saved.Refusals) : Done.It;
    }
}
