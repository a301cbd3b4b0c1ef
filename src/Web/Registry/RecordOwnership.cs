using Linli.Domain.Kernel;
using Linli.Domain.Registry;
using Linli.Web.Platform.Changes;
using Linli.Web.Platform.Store;
using Linli.Web.Registry.Store;
using Microsoft.EntityFrameworkCore;

namespace Linli.Web.Registry;

/// <summary>Who owns a share of a unit: a person, or an organisation (the developer's unsold units).</summary>
public sealed record OwnershipInput : ChangeInput, IPersonInput
{
    public Guid? PersonId { get; init; }

    public string? Name { get; init; }

    public string? PhoneNumber { get; init; }

    public string? IdentityNumber { get; init; }

    /// <summary>The owner is this organisation and no person.</summary>
    public Guid? OrganisationId { get; init; }

    /// <summary>The share as a fraction; empty is the whole.</summary>
    public int? ShareNumerator { get; init; }

    public int? ShareDenominator { get; init; }

    public DateOnly? Since { get; init; }
}

/// <summary>Records an owner of a unit. Shares add up to one at most; one owner has one share of a unit.</summary>
internal sealed class RecordOwnership(LinliDb db, Changes changes, PersonRegister people)
{
    private const string Process = nameof(RecordOwnership);

    public async Task<Outcome<Guid>> Execute(string unitCode, OwnershipInput input, ProcessContext context, CancellationToken cancel)
    {
        context = context.On(unitCode);
        if (await changes.HandledBefore(context, Process, cancel) is { } before)
        {
            return before;
        }

        // Two who record a share of one unit at once wait for each other, or the shares would exceed the whole.
        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        if (await db.UnitByCode(unitCode, context.Actor, Permission.ManageRegistry, cancel) is not { Unit: var unit })
        {
            return new NotFound();
        }

        await db.Database.ExecuteSqlAsync($"select 1 from registry.units where id = {unit.Id} for update", cancel);
        var faults = new Faults();
        var ownership = new Ownership
        {
            Id = context.RequestId,
            UnitId = unit.Id,
            ShareNumerator = input.ShareNumerator ?? 1,
            ShareDenominator = input.ShareDenominator ?? input.ShareNumerator ?? 1,
            Since = faults.Day(nameof(input.Since), input.Since, ChinaTime.DayOf(context.At)),
        };
        await SetOwner(ownership, input, context, faults, cancel);
        await CheckShare(ownership, faults, cancel);
        if (faults.Any)
        {
            db.ChangeTracker.Clear();
            return Outcome<Guid>.Refused(faults.All);
        }

        db.Add(ownership);
        var details = new { ownership.UnitId, ownership.PersonId, ownership.OrganisationId, ownership.ShareNumerator, ownership.ShareDenominator };
        var saved = await changes.Save(context, Process, "Ownership", ownership.Id, details, cancel);
        if (saved.Succeeded(out var made))
        {
            await transaction.CommitAsync(cancel);
            return made.SubjectId;
        }

        return Outcome<Guid>.Refused(saved.Refusals);
    }

    private async Task SetOwner(Ownership ownership, OwnershipInput input, ProcessContext context, Faults faults, CancellationToken cancel)
    {
        if (input.OrganisationId is { } organisation)
        {
            faults.AddIf(
                !await db.Organisations(context.Actor, Permission.ManageRegistry).OpenOn(ChinaTime.DayOf(context.At)).AnyAsync(o => o.Id == organisation, cancel),
                new OrganisationIsNotKnown());
            ownership.OrganisationId = organisation;
        }
        else
        {
            ownership.PersonId = (await people.FindOrAdd(input, context, faults, cancel))?.Id;
        }
    }

    private async Task CheckShare(Ownership ownership, Faults faults, CancellationToken cancel)
    {
        if (!Shares.IsFraction(ownership.ShareNumerator, ownership.ShareDenominator))
        {
            faults.Add(new ShareIsNoFraction());
            return;
        }

        // Whoever still owns on the first day counts; a share given up the day before is free.
        var others = await db.Set<Ownership>().AsNoTracking()
            .Where(o => o.UnitId == ownership.UnitId && Terms.NotOver(o.Until, ownership.Since)).ToListAsync(cancel);
        faults.AddIf(
            others.Any(o => (o.PersonId ?? o.OrganisationId) == (ownership.PersonId ?? ownership.OrganisationId)), new OwnsThisUnitAlready());
        var left = Shares.Left(others.Select(o => (o.ShareNumerator, o.ShareDenominator)));
        faults.AddIf(Shares.Exceeds((ownership.ShareNumerator, ownership.ShareDenominator), left), new SharesExceedTheWhole(Shares.Text(left)));
    }
}
