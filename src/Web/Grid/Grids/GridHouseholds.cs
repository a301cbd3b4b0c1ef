namespace Linli.Web.Grid.Grids;

/// <summary>The households of a grid: those of its buildings and entrances, and its single units.</summary>
internal static class GridHouseholds
{
    /// <summary>Ids of the households of the grid @grid; conditions over u may follow.</summary>
    public const string Sql = $"""
        select u.id from registry.units u join registry.places p on p.id = u.place_id
         where {HouseholdsOf.IsHousehold}
           and exists (select from grid.grid_parts t left join registry.places b on b.id = t.place_id
                        where t.grid_id = @grid and (t.unit_id = u.id or p.path like b.path || '%'))
        """;
}
