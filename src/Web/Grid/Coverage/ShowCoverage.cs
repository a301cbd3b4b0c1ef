using Linli.Domain.Grid;
using Linli.Domain.Kernel;
using Linli.Domain.Registry;
using Linli.Web.Platform.Access;
using Linli.Web.Platform.Store;
using Npgsql;

namespace Linli.Web.Grid.Coverage;

/// <summary>Coverage of a place and its parts, each figure with a list behind it.</summary>
internal sealed class ShowCoverage(NpgsqlDataSource database, GridPlaces places, TimeProvider clock)
{
    private static readonly string Figures = $"""
        with {CoverageSql.Here}, {CoverageSql.ByBuilding}
        select p.code, p.name, p.kind, coalesce(sum(b.households), 0)::int, coalesce(sum(b.covered), 0)::int,
               coalesce(sum(b.households - b.covered - b.was_left), 0)::int, coalesce(sum(b.was_left), 0)::int, count(b.building)::int,
               (count(b.building) filter (where b.covered = 0))::int, (count(b.building) filter (where b.holders > 1))::int,
               (select count(*) from grid.hand_overs h join registry.places c on c.id = h.place_id
                 where h.state = 'Open' and h.role = @role and c.path like p.path || '%')::int
          from registry.places p left join by_building b on b.path like p.path || '%'
         where p.id = @place or (p.parent_id = @place and p.kind <> 'Entrance')
         group by p.id order by p.id <> @place, count(b.building) = 0, p.name collate natural_order, p.path
        """;

    private static readonly string Others = $"""
        with {CoverageSql.Here}, {CoverageSql.Twice}
        select (select count(*) from twice)::int,
               (select count(*) from grid.leaders l join registry.posts h on h.id = l.post_id join registry.places c on c.id = l.place_id
                 where l.role = @role and l.deputy_of is null and c.path like @path || '%' and {GridSql.IsHeld("h")})::int
        """;

    /// <summary>The coverage of a place, or without a code of the capacity's own; null outside the scope.</summary>
    public async Task<CoverageView?> Execute(string? code, LeaderRole role, Actor actor, CancellationToken cancel)
    {
        var permission = actor.May(Permission.ManageGrid) ? Permission.ManageGrid : Permission.ViewOverview;
        if (await places.Find(code, actor, permission, cancel) is not { } place)
        {
            return null;
        }

        (string, object?)[] values = [("place", place.Id), ("path", place.Path.Value), ("role", CoverageSql.RoleOf(role)), ("today", ChinaTime.DayOf(clock.GetUtcNow()))];
        var rows = await database.Read(
            Figures,
            row => new CoverageFigures(
                row.GetString(0), row.GetString(1), row.GetString(2), row.GetInt32(3), row.GetInt32(4), row.GetInt32(5), row.GetInt32(6), row.GetInt32(7), row.GetInt32(8),
                row.GetInt32(9), row.GetInt32(10)),
            cancel, values);
        var (twice, leaders) = (await database.Read(Others, row => (row.GetInt32(0), row.GetInt32(1)), cancel, values)).Single();
        var reported = role == LeaderRole.Captain ? await database.Read(
            "select value, as_of, source from registry.place_figures where place_id = @place and indicator = 'building-captains' order by as_of desc limit 1",
            row => new Members.ReportedCount(row.GetInt64(0), row.GetFieldValue<DateOnly>(1), row.GetString(2)), cancel, ("place", place.Id)) : [];
        return new CoverageView(
            place, await places.Way(place, actor, permission, cancel), role, rows[0], [.. rows.Skip(1)], twice, leaders, reported.FirstOrNone(),
            Scope.Of(actor, Permission.ManageGrid).Covers(place.Path));
    }
}

/// <summary>The list behind a figure of coverage: labels of dwellings and buildings, no names.</summary>
internal sealed class ListGaps(NpgsqlDataSource database, GridPlaces places, TimeProvider clock)
{
    public async Task<GridPage<GapRow>?> Execute(string? code, LeaderRole role, GapKind kind, int at, Actor actor, CancellationToken cancel, int size = GridPage.Size)
    {
        var permission = actor.May(Permission.ManageGrid) ? Permission.ManageGrid : Permission.ViewOverview;
        if (await places.Find(code, actor, permission, cancel) is not { } place)
        {
            return null;
        }

        var from = kind switch
        {
            GapKind.BuildingsWithout => "b.name, null::text, b.code, b.households, b.compound_id, b.path as at from by_building b where b.covered = 0",
            GapKind.BuildingsShared => "b.name, null::text, b.code, b.holders, b.compound_id, b.path as at from by_building b where b.holders > 1",
            GapKind.TwiceInGrids => "t.label, t.code, null::text, t.grids, t.compound_id, t.code as at from twice t",
            GapKind.Left => "n.label, n.code, null::text, 1, n.compound_id, n.path || n.code as at from here n where n.was_left",
            GapKind.Covered => "n.label, n.code, null::text, 1, n.compound_id, n.path || n.code as at from here n where n.covered",
            _ => "n.label, n.code, null::text, 1, n.compound_id, n.path || n.code as at from here n where not n.covered and not n.was_left",
        };
        var rows = await database.Read(
            $"""
            with {CoverageSql.Here}, {CoverageSql.ByBuilding}, {CoverageSql.Twice}, list (label, unit_code, place_code, count, compound_id, at) as (select {from})
            select c.code, c.name, l.label, l.unit_code, l.place_code, l.count from list l join registry.places c on c.id = l.compound_id
             order by c.path, l.label collate natural_order, l.at limit @limit offset @offset
            """,
            row => new GapRow(row.GetString(0), row.GetString(1), row.GetString(2), row.TextOrNull(3), row.TextOrNull(4), row.GetInt32(5)), cancel,
            ("path", place.Path.Value), ("role", CoverageSql.RoleOf(role)), ("today", ChinaTime.DayOf(clock.GetUtcNow())), ("limit", size + 1), ("offset", GridPage.Offset(at, size)));
        return GridPage.Of(rows, at, size);
    }
}
