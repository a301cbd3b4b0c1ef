using Linli.Domain.Kernel;
using Linli.Domain.Registry;
using Linli.Web.Platform.Access;
using Linli.Web.Platform.Changes;
using Linli.Web.Platform.Store;
using Linli.Web.Registry.Exchange.Writing;
using Microsoft.EntityFrameworkCore;

namespace Linli.Web.Registry.Exchange;

/// <summary>Why the numbers are taken out.</summary>
public sealed record ExportInput : ChangeInput
{
    /// <summary>4 to 200 characters, kept with the log and written into the workbook.</summary>
    public string? Reason { get; init; }
}

/// <summary>
/// A compound as the workbook that an import takes. Numbers leave whole only in a post that may, for a reason; each is logged with the
/// person whose it is, and the workbook says who took it out, when and why (domain.md §9.2).
/// </summary>
internal sealed class ExportCompound(LinliDb db, Changes changes, CompoundWorkbook workbook)
{
    private const string Process = nameof(ExportCompound);
    private const int ShortestReason = 4;

    private const string Log = """
        insert into registry.unmaskings (id, person_id, by_person, by_capacity, field, reason, at)
        select gen_random_uuid(), p.id, @by, @capacity, f.field, @reason, @at
          from registry.people p cross join (values ('PhoneNumber'), ('IdentityNumber')) f(field)
         where p.id = any(@people) and case f.field when 'PhoneNumber' then p.phone_cipher else p.identity_cipher end is not null
        """;

    /// <summary>With a reason: numbers whole. Without: masked.</summary>
    public async Task<Outcome<ExportedCompound>> Execute(string compoundCode, ExportInput? input, ProcessContext context, CancellationToken cancel)
    {
        var needed = input is null ? Permission.ViewPeople : Permission.ExportPersonalData;
        if (await db.PlaceByCode(compoundCode, context.Actor, needed, cancel) is not { Kind: PlaceKind.Compound } compound)
        {
            return new NotFound();
        }

        var faults = new Faults();
        var reason = input is null ? null : faults.Line(nameof(input.Reason), input.Reason, 200);
        faults.AddIf(reason?.Length > 0 && PlainText.LengthOf(reason) < ShortestReason, new ReasonIsTooShort(ShortestReason));
        if (faults.Any)
        {
            return Outcome<ExportedCompound>.Refused(faults.All);
        }

        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        var whole = reason is null ? [] : await workbook.PeopleOf(compound, context.Actor, cancel);
        if (reason is not null)
        {
            await LogNumbers(whole, reason, context, cancel);
        }

        var saved = await changes.Save(
            context with { Reason = reason }, Process, "Compound", compound.Id, new { what = "compound", numbers = reason is null ? "masked" : "whole", people = whole.Count }, cancel);
        if (saved.IsRefused)
        {
            return Outcome<ExportedCompound>.Refused(saved.Refusals);
        }

        await transaction.CommitAsync(cancel);
        return new ExportedCompound(compound, [.. whole], reason) { ShowsMarks = Scope.Of(context.Actor, Permission.ViewPartyMembers).Covers(compound.Path) };
    }

    private Task<int> LogNumbers(IReadOnlyCollection<Guid> people, string reason, ProcessContext context, CancellationToken cancel) => db.Database.ExecuteSqlRawAsync(
        Log,
        [
            new Npgsql.NpgsqlParameter("by", context.Actor.PersonId), new Npgsql.NpgsqlParameter("capacity", $"{context.Actor.Capacity!.Kind}:{context.Actor.Capacity.Id}"),
            new Npgsql.NpgsqlParameter("reason", reason), new Npgsql.NpgsqlParameter("at", context.At.ToUniversalTime()), new Npgsql.NpgsqlParameter("people", people.ToArray()),
        ],
        cancel);
}
