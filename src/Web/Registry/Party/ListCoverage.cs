using Linli.Domain.Kernel;
using Linli.Domain.Registry;
using Linli.Web.Platform.Access;
using Linli.Web.Platform.Http;
using Linli.Web.Platform.Store;
using Linli.Web.Registry.Queries;
using Linli.Web.Registry.Store;
using Npgsql;

namespace Linli.Web.Registry.Party;

/// <summary>One thing of a measure, and where it is.</summary>
public sealed record CoverageItem(string Code, string Name, string? PlaceName, bool IsCovered);

/// <summary>The list behind a figure.</summary>
public sealed record CoverageList(PlaceLink Place, IReadOnlyList<PlaceLink> Above, CoverageFigure Figure, bool Covered, PageOf<CoverageItem> Items);

/// <summary>Lists what is covered, or what is not.</summary>
internal sealed class ListCoverage(LinliDb db, NpgsqlDataSource database, TimeProvider clock)
{
    public const int PageSize = 50;

    public async Task<CoverageList?> Execute(string code, CoverageMeasure measure, bool covered, int page, Actor actor, CancellationToken cancel, int size = PageSize)
    {
        if (!Enum.IsDefined(measure) || await db.PlaceByCode(code, actor, Permission.ViewRegistry, cancel) is not { Kind: <= PlaceKind.Compound } place)
        {
            return null;
        }

        // In which dwellings members live tells who is one, and so does the list of the others.
        if (measure == CoverageMeasure.Units && !Scope.Of(actor, Permission.ViewPartyMembers).Covers(place.Path))
        {
            return null;
        }

        var (items, all, isCovered) = await Read(measure, place, covered, page, size, cancel);
        var total = (int)(covered ? isCovered : all - isCovered);
        return new CoverageList(
            new PlaceLink(place.Code, place.Name, place.Kind, true), await BrowsePlace.Above(db, place.Path, actor, cancel),
            new CoverageFigure(measure, all, isCovered), covered,
            new PageOf<CoverageItem>(items, total, Paging.At(page), Paging.Count(total, size)));
    }

    private async Task<(List<CoverageItem> Items, long All, long Covered)> Read(
        CoverageMeasure measure, Place place, bool covered, int page, int size, CancellationToken cancel)
    {
        await using var command = database.CreateCommand($"""
            with s as materialized (
              select distinct on (m.id) m.id, m.name, m.code, m.path, m.covered from ({CoverageSql.Of(measure)}) m where m.path like @below order by m.id, m.path),
            figures as (select count(*) as all_, count(*) filter (where covered) as covered_ from s),
            listed as (select * from s where covered = @covered order by path, name collate natural_order, id limit @most offset @from)
            select f.all_, f.covered_, l.code, l.name, l.covered,
                   (select n.name from registry.places n where l.path like n.path || '%' and n.path <> '' and n.path <> l.path
                       and n.kind in ('Compound', 'Community', 'Subdistrict', 'District', 'City', 'Province') order by length(n.path) desc limit 1)
              from figures f left join listed l on true order by l.path, l.name collate natural_order, l.id
            """);
        command.Parameters.AddWithValue("below", place.Path + "%");
        command.Parameters.AddWithValue("today", ChinaTime.DayOf(clock.GetUtcNow()));
        command.Parameters.AddWithValue("covered", covered);
        command.Parameters.AddWithValue("most", size);
        command.Parameters.AddWithValue("from", (Paging.At(page) - 1) * size);
        await using var row = await command.ExecuteReaderAsync(cancel);
        var items = new List<CoverageItem>();
        var (all, isCovered) = (0L, 0L);
        while (await row.ReadAsync(cancel))
        {
            (all, isCovered) = (row.GetInt64(0), row.GetInt64(1));
            if (!row.IsDBNull(2))
            {
                items.Add(new CoverageItem(row.GetString(2), row.GetString(3), row.IsDBNull(5) ? null : row.GetString(5), row.GetBoolean(4)));
            }
        }

        return (items, all, isCovered);
    }
}
