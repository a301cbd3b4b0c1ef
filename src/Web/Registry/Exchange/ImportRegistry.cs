using Linli.Domain.Kernel;
using Linli.Domain.Registry;
using Linli.Web.Platform.Changes;
using Linli.Web.Platform.Personal;
using Linli.Web.Platform.Store;
using Linli.Web.Registry.Contract;
using Linli.Web.Registry.Exchange.Plan;
using Linli.Web.Registry.Exchange.Reading;
using Linli.Web.Registry.Store;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;
using Npgsql;

namespace Linli.Web.Registry.Exchange;

/// <summary>
/// Brings the register of a compound to what a workbook says (requirement K3): everything or nothing, by natural keys, so that the same
/// file a second time changes nothing. What a row may say is judged by the rules of the forms.
/// </summary>
internal sealed class ImportRegistry(LinliDb db, Changes changes, PersonalCipher cipher, GroundReader reader, IDoubleRegistrations registrations)
{
    internal const string Process = nameof(ImportRegistry);

    internal sealed record Input
    {
        /// <summary>The file; let go of once it is read.</summary>
        public required byte[] Content { get; set; }

        /// <summary>Plan only; nothing is changed.</summary>
        public bool PreviewOnly { get; init; }

        /// <summary>What the preview said; if the plan has become another one since, nothing is changed and the new one is told.</summary>
        public string? Seen { get; init; }
    }

    public async Task<Outcome<ImportReport>> Execute(string compoundCode, Input input, ProcessContext context, CancellationToken cancel)
    {
        context = context.On(compoundCode);
        if (await db.PlaceByCode(compoundCode, context.Actor, Permission.ManageRegistry, cancel) is not { Kind: PlaceKind.Compound } compound)
        {
            return new NotFound();
        }

        if (await changes.HandledBefore(context, Process, cancel) is not null)
        {
            return new ImportReport { Imported = true };
        }

        var parsed = WorkbookParser.Parse(new MemoryStream(input.Content), compoundCode);
        if (!parsed.Succeeded(out var workbook))
        {
            return Outcome<ImportReport>.Refused(parsed.Refusals);
        }

        input.Content = [];
        var planner = new Planner();
        var gathered = new Gathering(ChinaTime.DayOf(context.At), cipher);
        planner.Read(workbook, gathered);
        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        if (!input.PreviewOnly)
        {
            await Lock(compound.Id, cancel);
        }

        var plan = new ImportPlan(await reader.Read(compound, gathered, context.Actor, cancel), gathered, context);
        var report = planner.Plan(plan, workbook);
        if (input.PreviewOnly || report.Faults.Count > 0 || report.ChangesNothing || (input.Seen is not null && input.Seen != report.Seen))
        {
            return report;
        }

        return await Write(plan, report, compound, transaction, cancel);
    }

    // One import of a compound at a time; a form that changes one of its units waits, and then sees that it was changed.
    private async Task Lock(Guid compound, CancellationToken cancel)
    {
        await db.Database.ExecuteSqlAsync($"select pg_advisory_xact_lock(hashtext('linli.import'), hashtext({compound.ToString()}))", cancel);
        await db.Database.ExecuteSqlAsync($"select 1 from registry.units where compound_id = {compound} order by id for update", cancel);
    }

    private async Task<Outcome<ImportReport>> Write(ImportPlan plan, ImportReport report, Place compound, IDbContextTransaction transaction, CancellationToken cancel)
    {
        try
        {
            await PlanWriter.Write(plan, db.Model, (NpgsqlConnection)db.Database.GetDbConnection(), cancel);
        }
        catch (PostgresException e) when (e.SqlState is PostgresErrorCodes.UniqueViolation or PostgresErrorCodes.DeadlockDetected or PostgresErrorCodes.ForeignKeyViolation)
        {
            // Somebody registered the same number or person through a form at this very moment.
            return new ChangedMeanwhile();
        }

        await registrations.Put(compound.Id, plan.Registrations, plan.Context, cancel);
        var saved = await changes.Save(plan.Context, Process, "Compound", compound.Id, new { compound.Code, report.Sheets }, cancel);
        if (saved.IsRefused)
        {
            return Outcome<ImportReport>.Refused(saved.Refusals);
        }

        await transaction.CommitAsync(cancel);
        return report with { Imported = true };
    }
}
