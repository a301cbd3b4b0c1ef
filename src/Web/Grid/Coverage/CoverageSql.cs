using Linli.Domain.Grid;

namespace Linli.Web.Grid.Coverage;

/// <summary>The households below a path with whoever looks after them today in a role: the one table that figures and lists are counted from.</summary>
internal static class CoverageSql
{
    /// <summary>Common table "here" over @path, @role and @today: unit, building, whether covered, whether left behind, whose.</summary>
    public static readonly string Here = $"""
        here as (
          select u.id, u.code, u.label, u.compound_id, b.id as building, b.path as path, b.code as building_code, b.name as building_name,
                 c.id is not null and {GridSql.IsHeld("h")} as covered, c.id is not null and not {GridSql.IsHeld("h")} as was_left, c.post_id
            from registry.units u
            join registry.places p on p.id = u.place_id
            join registry.places b on b.id = case when p.kind = 'Entrance' then p.parent_id else p.id end
            left join grid.charges c on c.unit_id = u.id and c.role = @role and c.until is null
            left join registry.posts h on h.id = c.post_id
           where {HouseholdsOf.IsHousehold} and p.path like @path || '%')
        """;

    /// <summary>Common table "by_building" over "here".</summary>
    public const string ByBuilding = """
        by_building as (
          select building, min(path) as path, min(building_code) as code, min(building_name) as name, min(compound_id::text)::uuid as compound_id, count(*)::int as households,
                 (count(*) filter (where covered))::int as covered, (count(*) filter (where was_left))::int as was_left, (count(distinct post_id) filter (where covered))::int as holders
            from here group by building)
        """;

    /// <summary>Common table "twice": households in more than one standing micro-grid, over "here".</summary>
    public const string Twice = """
        twice as (
          select n.id, n.code, n.label, n.compound_id, count(distinct g.id)::int as grids from here n
            join registry.units u on u.id = n.id join registry.places p on p.id = u.place_id
            join grid.grid_parts t on t.unit_id = u.id or exists (select from registry.places q where q.id = t.place_id and p.path like q.path || '%')
            join grid.grids g on g.id = t.grid_id and g.ended_on is null and g.kind = 'Micro'
           group by n.id, n.code, n.label, n.compound_id having count(distinct g.id) > 1)
        """;

    public static string RoleOf(LeaderRole role) => role.ToString();
}
