using Linli.Domain.Kernel;
using Linli.Domain.Registry;
using Linli.Web.Platform.Changes;
using Linli.Web.Platform.Store;
using Linli.Web.Registry.Store;
using Microsoft.EntityFrameworkCore;

namespace Linli.Web.Registry;

/// <summary>Who lives in a unit.</summary>
public sealed record ResidencyInput : ChangeInput, IPersonInput
{
    public Guid? PersonId { get; init; }

    public string? Name { get; init; }

    public string? PhoneNumber { get; init; }

    public string? IdentityNumber { get; init; }

    public Relation? Relation { get; init; }

    public DateOnly? Since { get; init; }
}

/// <summary>Records who lives in a unit and how the person stands to it.</summary>
internal sealed class RecordResidency(LinliDb db, Changes changes, PersonRegister people)
{
    private const string Process = nameof(RecordResidency);

    public async Task<Outcome<Guid>> Execute(string unitCode, ResidencyInput input, ProcessContext context, CancellationToken cancel)
    {
        context = context.On(unitCode);
        if (await changes.HandledBefore(context, Process, cancel) is { } before)
        {
            return before;
        }

        if (await db.UnitByCode(unitCode, context.Actor, Permission.ManageRegistry, cancel) is not { Unit: var unit })
        {
            return new NotFound();
        }

        var faults = new Faults();
        var residency = new Residency
        {
            Id = context.RequestId,
            UnitId = unit.Id,
            Relation = faults.Choice(nameof(input.Relation), input.Relation),
            Since = faults.Day(nameof(input.Since), input.Since, ChinaTime.DayOf(context.At)),
        };
        if (await people.FindOrAdd(input, context, faults, cancel) is { } person)
        {
            residency.PersonId = person.Id;
            faults.AddIf(
                await db.Set<Residency>().AnyAsync(r => r.UnitId == unit.Id && r.PersonId == person.Id && Terms.NotOver(r.Until, residency.Since), cancel), new LivesHereAlready());
        }

        if (faults.Any)
        {
            db.ChangeTracker.Clear();
            return Outcome<Guid>.Refused(faults.All);
        }

        db.Add(residency);
        var saved = await changes.Save(context, Process, "Residency", residency.Id, new { residency.UnitId, residency.PersonId, residency.Relation }, cancel);
        return saved.Then(made => made.SubjectId);
    }
}
