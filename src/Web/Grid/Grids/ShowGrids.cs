using Linli.Domain.Grid;
using Linli.Domain.Kernel;
using Linli.Domain.Registry;
using Linli.Web.Platform.Access;
using Linli.Web.Platform.Store;
using Npgsql;

namespace Linli.Web.Grid.Grids;

/// <summary>A grid in a list, with what its size looks like.</summary>
public sealed record GridRow(
    Guid Id, GridKind Kind, string Name, string PlaceCode, string PlaceName, string? ParentName, int Households, SizeNote Size, int? Least, int? Most, string? Leader, bool HasEnded);

/// <summary>A part of a grid.</summary>
public sealed record GridPartRow(Guid Id, string Label, int Households);

/// <summary>One grid with its parts and the grids that it could be merged into.</summary>
public sealed record GridView(GridRow Grid, IReadOnlyList<GridPartRow> Parts, IReadOnlyList<GridRow> Siblings);

/// <summary>The grids of a place, for those who manage them.</summary>
internal sealed class ShowGrids(NpgsqlDataSource database, GridPlaces places, TimeProvider clock)
{
    private static readonly string Rows = $"""
        select g.id, g.kind, g.name, b.code, b.name, a.name,
               (select count(*) from registry.units u join registry.places p on p.id = u.place_id where {HouseholdsOf.IsHousehold} and exists (
                  select from grid.grid_parts t left join registry.places q on q.id = t.place_id where t.grid_id = g.id and (t.unit_id = u.id or p.path like q.path || '%')))::int,
               (select string_agg(n.name, ' ' order by n.name) from grid.leaders l join registry.posts h on h.id = l.post_id join registry.people n on n.id = h.person_id
                 where l.grid_id = g.id and l.deputy_of is null and {GridSql.IsHeld("h")}), g.ended_on is not null
          from grid.grids g join registry.places b on b.id = g.place_id left join grid.grids a on a.id = g.parent_id
        """;

    public async Task<(GridPlace Place, IReadOnlyList<GridRow> Rows)?> Execute(string? code, Actor actor, CancellationToken cancel) =>
        await places.Find(code, actor, Permission.ManageGrid, cancel) is { } place ? (place, await Read("b.path like @path || '%'", cancel, ("path", place.Path.Value))) : null;

    public async Task<GridView?> One(Guid id, Actor actor, CancellationToken cancel)
    {
        var found = await Read("g.id = @id and b.path like @scope", cancel, ("id", id), ("scope", Scope.Of(actor, Permission.ManageGrid).SqlPattern));
        if (found is not [var grid])
        {
            return null;
        }

        var parts = await database.Read(
            $"""
            select t.id, coalesce(u.label, case when q.kind = 'Entrance' then a.name || q.name else q.name end),
                   case when u.id is not null then 1 else (select count(*) from registry.units u join registry.places p on p.id = u.place_id
                     where {HouseholdsOf.IsHousehold} and p.path like q.path || '%') end::int
              from grid.grid_parts t left join registry.units u on u.id = t.unit_id left join registry.places q on q.id = t.place_id left join registry.places a on a.id = q.parent_id
             where t.grid_id = @id order by coalesce(u.label, q.name) collate natural_order, t.id
            """,
            row => new GridPartRow(row.GetGuid(0), row.GetString(1), row.GetInt32(2)), cancel, ("id", id));
        var siblings = await Read("b.code = @place and g.kind = @kind and g.id <> @id and g.ended_on is null", cancel, ("place", grid.PlaceCode), ("kind", grid.Kind.ToString()), ("id", id));
        return new GridView(grid, parts, siblings);
    }

    private Task<IReadOnlyList<GridRow>> Read(string where, CancellationToken cancel, params (string, object?)[] values) => database.Read(
        $"{Rows} where {where} order by g.ended_on is not null, b.path, case g.kind when 'General' then 0 when 'Standard' then 1 when 'Micro' then 2 else 3 end, g.name collate natural_order, g.id limit 500",
        row =>
        {
            var size = GridRules.BuiltIn.SizeOf(Enum.Parse<GridKind>(row.GetString(1)));
            return new GridRow(
                row.GetGuid(0), size.Kind, row.GetString(2), row.GetString(3), row.GetString(4), row.TextOrNull(5), row.GetInt32(6), size.Judge(row.GetInt32(6)), size.Least, size.Most,
                row.TextOrNull(7), row.GetBoolean(8));
        }, cancel, [.. values, ("today", ChinaTime.DayOf(clock.GetUtcNow()))]);
}
