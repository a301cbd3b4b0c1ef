using Linli.Domain.Kernel;
using Linli.Domain.Registry.Alliances;
using Linli.Web.Platform.Changes;
using Linli.Web.Platform.Store;
using Linli.Web.Registry.Store;
using Microsoft.EntityFrameworkCore;

namespace Linli.Web.Registry.Alliances;

/// <summary>Work that was done.</summary>
public sealed record ActivityInput : ChangeInput
{
    /// <summary>Code of the duty.</summary>
    public string? Duty { get; init; }

    /// <summary>The plan item that it carries out, if any.</summary>
    public Guid? PlanItem { get; init; }

    public string? Title { get; init; }

    public DateOnly? HeldOn { get; init; }

    /// <summary>What was done.</summary>
    public string? Done { get; init; }

    /// <summary>How many took part.</summary>
    public int? Participants { get; init; }

    /// <summary>What came of it.</summary>
    public string? Result { get; init; }

    /// <summary>Uploaded photos that nothing has taken up yet.</summary>
    public IReadOnlyList<Guid>? Photos { get; init; }
}

/// <summary>Records an activity of an association for one of its duties.</summary>
internal sealed class RecordActivity(LinliDb db, Changes changes, WorkPhotos photos)
{
    public const string Subject = "AssociationActivity";

    private const string Process = nameof(RecordActivity);
    private const int MostParticipants = 1_000_000;

    public async Task<Outcome<Guid>> Execute(Guid associationId, ActivityInput input, ProcessContext context, CancellationToken cancel)
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
        var today = ChinaTime.DayOf(context.At);
        var duty = AssociationDuties.Of(association.Kind).Find(input.Duty);
        faults.AddIf(duty is null, new DutyIsNotItsOwn());
        faults.AddIf(input.PlanItem is { } item && !await Fits(item, associationId, input.Duty, cancel), new PlanItemDoesNotFit());
        var activity = new AssociationActivity
        {
            Id = context.RequestId,
            AssociationId = associationId,
            PlanItemId = input.PlanItem,
            Duty = duty?.Code ?? string.Empty,
            Title = faults.Line(nameof(input.Title), input.Title, 100),
            HeldOn = faults.Day(nameof(input.HeldOn), input.HeldOn, today),
            Done = faults.Text(nameof(input.Done), input.Done, 2000),
            Participants = input.Participants ?? 0,
            Result = faults.Text(nameof(input.Result), input.Result, 1000),
        };
        faults.AddIf(activity.HeldOn > today, new WorkLiesInTheFuture(nameof(input.HeldOn)));
        faults.AddIf(activity.Participants is < 1 or > MostParticipants, new NumberIsOutOfRange(nameof(input.Participants), 1, MostParticipants));
        await photos.TakeUp(input.Photos ?? [], Subject, activity.Id, context, faults, cancel);
        if (faults.Any)
        {
            db.ChangeTracker.Clear();
            return Outcome<Guid>.Refused(faults.All);
        }

        db.Add(activity);
        var saved = await changes.Save(context, Process, "Organisation", associationId, new { activity = activity.Id, activity.Duty, activity.HeldOn }, cancel);
        return saved.Then(_ => activity.Id);
    }

    private Task<bool> Fits(Guid item, Guid associationId, string? duty, CancellationToken cancel) => db.Set<AssociationPlanItem>()
        .AnyAsync(i => i.Id == item && i.AssociationId == associationId && i.Duty == duty && i.DroppedOn == null, cancel);
}
