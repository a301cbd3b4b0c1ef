using Linli.Domain.Kernel;
using Linli.Domain.Registry;
using Linli.Web.Platform.Access;
using Linli.Web.Platform.Changes;
using Linli.Web.Platform.Store;
using Linli.Web.Registry.Divisions;
using Linli.Web.Registry.Store;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;
using Npgsql;

namespace Linli.Web.Registry;

/// <summary>What an import would do, or did; or why it may not.</summary>
public sealed record DivisionImport
{
    public required int Rows { get; init; }

    public int Added { get; init; }

    public int Renamed { get; init; }

    public int Moved { get; init; }

    public int Unchanged { get; init; }

    /// <summary>Every fault by file and line; with one of them nothing is imported.</summary>
    public IReadOnlyList<DivisionFaultAt> Faults { get; init; } = [];

    /// <summary>A few of the changes by name, for looking over before confirming.</summary>
    public IReadOnlyList<DivisionChange> Examples { get; init; } = [];

    public bool ChangesNothing => Added + Renamed + Moved == 0;
}

/// <summary>One change: what it is called before and after, with its codes.</summary>
public sealed record DivisionChange(string Kind, string Code, string Name, string? CodeBefore, string? NameBefore);

/// <summary>
/// Brings the tree of administrative divisions to what the official tables say (requirements A1): everything or nothing.
/// Places keep their ids; what stands below a place that moves goes with it.
/// </summary>
internal sealed class ImportDivisions(LinliDb db, Changes changes)
{
    internal sealed record Input
    {
        public required IReadOnlyList<DivisionFile> Files { get; init; }

        /// <summary>Plan only; nothing is changed.</summary>
        public bool PreviewOnly { get; init; }
    }

    public async Task<Outcome<DivisionImport>> Execute(Input input, ProcessContext context, CancellationToken cancel)
    {
        // The tree above all compounds belongs to the whole installation.
        if (!Scope.Of(context.Actor, Permission.ImportDivisions).Covers(PlacePath.Root))
        {
            return new NotAllowedInThisCapacity();
        }

        if (input.Files.Count == 0)
        {
            return new DivisionFileIsMissing();
        }

        var tables = DivisionTables.Read(input.Files);
        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        // One import at a time; readers are not held up.
        await db.Database.ExecuteSqlAsync($"select pg_advisory_xact_lock(hashtext('linli.divisions'))", cancel);
        var planned = DivisionTable.Plan(tables.Rows, await Existing(cancel));
        if (!planned.Succeeded(out var plan) || tables.Faults.Count > 0)
        {
            // Below a line that could not be read everything seems an orphan; that is not told.
            var unread = tables.Faults.Count > 0;
            tables.Add(planned.Refusals.Where(fault => !unread || fault is not DivisionIsOrphan));
            return new DivisionImport { Rows = tables.Rows.Count, Faults = tables.Faults };
        }

        var import = DivisionReport.Of(plan, tables.Rows.Count);
        if (input.PreviewOnly || plan.ChangesNothing)
        {
            return import;
        }

        var connection = (NpgsqlConnection)db.Database.GetDbConnection();
        await DivisionWriter.Write(plan, tables.Source, context.At, connection, (NpgsqlTransaction)transaction.GetDbTransaction(), cancel);
        var saved = await changes.Save(context, nameof(ImportDivisions), "Import", context.RequestId, new { import.Rows, import.Added, import.Renamed, import.Moved }, cancel);
        if (saved.IsRefused)
        {
            return Outcome<DivisionImport>.Refused(saved.Refusals);
        }

        await transaction.CommitAsync(cancel);
        return import;
    }

    private async Task<IReadOnlyList<ExistingDivision>> Existing(CancellationToken cancel)
    {
        var places = await (
            from place in db.Set<Place>()
            join parent in db.Set<Place>() on place.ParentId equals parent.Id into parents
            from above in parents.DefaultIfEmpty()
            where place.Kind != PlaceKind.Country && place.Kind != PlaceKind.Compound && place.Kind != PlaceKind.Building && place.Kind != PlaceKind.Entrance
            select new { place.Id, place.Code, place.OfficialName, place.Kind, ParentCode = above == null || above.Path.Length == 0 ? null : above.Code })
            .ToListAsync(cancel);
        return [.. places.Select(p => new ExistingDivision(p.Id, p.Code, p.OfficialName, (int)p.Kind, p.ParentCode))];
    }
}
