using Linli.Domain.Grid;
using Linli.Domain.Kernel;
using Linli.Domain.Registry.Privacy;
using Linli.Web.Grid.Store;
using Linli.Web.Platform.Changes;
using Linli.Web.Platform.Notifications;
using Linli.Web.Platform.Store;
using Linli.Web.Platform.Text;
using Linli.Web.Registry.Contract;
using Microsoft.EntityFrameworkCore;

namespace Linli.Web.Grid.Care;

/// <summary>Whose household needs what help.</summary>
public sealed record CareMarkInput : ChangeInput
{
    public Guid? PersonId { get; init; }

    public CareNeed? Need { get; init; }

    public string? Note { get; init; }
}

/// <summary>Marks a household as needing care; only of who has agreed to hardship-mark, and told to that person at once. Set again, it is kept for another term.</summary>
internal sealed class SetCareMark(LinliDb db, CareDesk desk, IConsents consents, Notifier notifier, Changes changes)
{
    private const string Process = nameof(SetCareMark);

    public async Task<Outcome<Guid>> Execute(string unitCode, CareMarkInput input, ProcessContext context, CancellationToken cancel)
    {
        context = context.On(unitCode);
        if (await changes.HandledBefore(context, Process, cancel) is { } before)
        {
            return before;
        }

        if (await desk.Find(unitCode, context.Actor, cancel) is not { } household)
        {
            return new NotFound();
        }

        var faults = new GridFaults();
        var people = await desk.People(household, context.Actor, cancel);
        faults.AddIf(people.All(p => p.Id != input.PersonId), new GridChoiceIsMissing(nameof(input.PersonId)));
        faults.AddIf(input.Need is null || !Enum.IsDefined(input.Need.Value), new GridChoiceIsMissing(nameof(input.Need)));
        var note = faults.OptionalLine(nameof(input.Note), input.Note, 100);
        if (faults.Any)
        {
            return Outcome<Guid>.Refused(faults.All);
        }

        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        await consents.Hold(input.PersonId!.Value, cancel);
        if ((await consents.GivenBy([input.PersonId.Value], ConsentPurposes.HardshipMark, cancel)).Count == 0)
        {
            return new CareNeedsConsent();
        }

        var saved = await Save(household, input.PersonId.Value, input.Need!.Value, note, context, cancel);
        if (!saved.IsRefused)
        {
            await transaction.CommitAsync(cancel);
        }

        return saved;
    }

    private async Task<Outcome<Guid>> Save(CareHousehold household, Guid person, CareNeed need, string? note, ProcessContext context, CancellationToken cancel)
    {
        var mark = await db.Set<CareMark>().FirstOrDefaultAsync(m => m.UnitId == household.UnitId && m.PersonId == person && m.Need == need, cancel)
            ?? db.Add(new CareMark { Id = context.RequestId, UnitId = household.UnitId, PersonId = person, Need = need }).Entity;
        (mark.Note, mark.SetBy, mark.SetAs, mark.SetAt) = (note, context.Actor.PersonId, CapacityNames.ForRecord(context.Actor.Capacity!), context.At);
        notifier.Tell([person], "CareMarkSet", [], "/me/privacy", context.At);
        var saved = await changes.Save(context, Process, "CareMark", mark.Id, new { household.UnitId }, cancel);
        return saved.Then(made => made.SubjectId);
    }
}
