using Linli.Domain.Kernel;
using Linli.Domain.Registry;
using Linli.Web.Platform.Access;
using Linli.Web.Platform.Store;
using Linli.Web.Registry.Queries;
using Linli.Web.Registry.Store;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace Linli.Web.Registry.Party;

/// <summary>A part of a whole: how many there are, how many of them are covered.</summary>
public sealed record CoverageFigure(CoverageMeasure Measure, long All, long Covered)
{
    /// <summary>In per cent with one decimal, cut and not rounded: 99.96 is not 100. Null of nothing.</summary>
    public decimal? Percent => All == 0 ? null : Math.Floor(Covered * 1000m / All) / 10;
}

/// <summary>The figures of one place below.</summary>
public sealed record CoverageRow(string Code, string Name, PlaceKind Kind, IReadOnlyList<CoverageFigure> Figures);

/// <summary>Coverage of a place and of the places right below it, counted; beside it what sources report.</summary>
public sealed record CoverageView
{
    public required PlaceLink Place { get; init; }

    public required IReadOnlyList<PlaceLink> Above { get; init; }

    public required IReadOnlyList<CoverageFigure> Figures { get; init; }

    public required IReadOnlyList<CoverageRow> Below { get; init; }

    public required IReadOnlyList<ReportedFigure> Reported { get; init; }
}

internal sealed class ShowCoverage(LinliDb db, NpgsqlDataSource database, TimeProvider clock)
{
    /// <summary>Indicators of reported figures that are shown beside the counted ones.</summary>
    private const string Reported = "party-";

    public async Task<CoverageView?> Execute(string? code, Actor actor, CancellationToken cancel)
    {
        code ??= await db.Places(actor, Permission.ViewRegistry).OrderBy(p => p.Path.Length).Select(p => p.Code).FirstOrDefaultAsync(cancel);
        if (await db.PlaceByCode(code, actor, Permission.ViewRegistry, cancel) is not { Kind: <= PlaceKind.Compound } place)
        {
            return null;
        }

        var measures = MeasuresAt(place.Kind);
        var figures = new List<CoverageFigure>();
        foreach (var measure in measures)
        {
            figures.Add(await Figure(measure, place.Path, cancel));
        }

        return new CoverageView
        {
            Place = new PlaceLink(place.Code, place.Name, place.Kind, true),
            Above = await BrowsePlace.Above(db, place.Path, actor, cancel),
            Figures = figures,
            Below = place.Kind < PlaceKind.Compound ? await Below(place, measures, actor, cancel) : [],
            Reported = [.. (await BrowsePlace.FiguresOf(db, place.Id, cancel)).Where(f => f.Indicator.StartsWith(Reported, StringComparison.Ordinal))],
        };
    }

    // A city has no cities below it.
    private static List<CoverageMeasure> MeasuresAt(PlaceKind kind) => [.. Enum.GetValues<CoverageMeasure>().Where(measure => measure switch
    {
        CoverageMeasure.Cities => kind < PlaceKind.City,
        CoverageMeasure.Districts => kind < PlaceKind.District,
        CoverageMeasure.Subdistricts => kind < PlaceKind.Subdistrict,
        CoverageMeasure.Communities => kind < PlaceKind.Community,
        CoverageMeasure.Compounds => kind < PlaceKind.Compound,
        _ => true,
    })];

    private async Task<CoverageFigure> Figure(CoverageMeasure measure, string path, CancellationToken cancel)
    {
        await using var command = database.CreateCommand(
            $"select count(distinct s.id), count(distinct s.id) filter (where s.covered) from ({CoverageSql.Of(measure)}) s where s.path like @below");
        command.Parameters.AddWithValue("below", path + "%");
        command.Parameters.AddWithValue("today", ChinaTime.DayOf(clock.GetUtcNow()));
        await using var row = await command.ExecuteReaderAsync(cancel);
        await row.ReadAsync(cancel);
        return new CoverageFigure(measure, row.GetInt64(0), row.GetInt64(1));
    }

    private async Task<IReadOnlyList<CoverageRow>> Below(Place place, List<CoverageMeasure> measures, Actor actor, CancellationToken cancel)
    {
        var children = await db.Places(actor, Permission.ViewRegistry).AsNoTracking().Where(p => p.ParentId == place.Id)
            .OrderBy(p => p.Path).Select(p => new PlaceLink(p.Code, p.Name, p.Kind, true)).ToListAsync(cancel);
        var byChild = children.ToDictionary(child => child.Code, _ => new List<CoverageFigure>(), StringComparer.Ordinal);
        foreach (var measure in measures)
        {
            foreach (var (code, figure) in await FiguresBelow(measure, place, cancel))
            {
                byChild[code].Add(figure);
            }
        }

        return [.. children.Select(child => new CoverageRow(child.Code, child.Name, child.Kind, byChild[child.Code]))];
    }

    private async Task<List<(string Code, CoverageFigure Figure)>> FiguresBelow(CoverageMeasure measure, Place place, CancellationToken cancel)
    {
        // The next segment of the path tells the child, so that every row is read once however many children there are.
        await using var command = database.CreateCommand($"""
            with subjects as materialized (
              select s.id, left(s.path, length(@path) + strpos(substr(s.path, length(@path) + 1), '/')) as child, s.covered
                from ({CoverageSql.Of(measure)}) s where s.path like @below)
            select c.code, count(distinct s.id), count(distinct s.id) filter (where s.covered)
              from registry.places c left join subjects s on s.child = c.path where c.parent_id = @id group by c.code
            """);
        command.Parameters.AddWithValue("id", place.Id);
        command.Parameters.AddWithValue("path", place.Path);
        command.Parameters.AddWithValue("below", place.Path + "%");
        command.Parameters.AddWithValue("today", ChinaTime.DayOf(clock.GetUtcNow()));
        await using var row = await command.ExecuteReaderAsync(cancel);
        var figures = new List<(string, CoverageFigure)>();
        while (await row.ReadAsync(cancel))
        {
            figures.Add((row.GetString(0), new CoverageFigure(measure, row.GetInt64(1), row.GetInt64(2))));
        }

        return figures;
    }
}
