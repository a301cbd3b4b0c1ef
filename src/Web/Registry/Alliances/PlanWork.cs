using Linli.Domain.Kernel;
using Linli.Domain.Registry.Alliances;
using Linli.Web.Platform.Changes;
using Linli.Web.Platform.Store;
using Linli.Web.Registry.Store;

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
        var saved = await changes.Save(context, Process, "Organisation", associationId, new { item = context.RequestId, duty.Code, due }, cancel);
        return saved.Then(_ => context.RequestId);
    }
}
