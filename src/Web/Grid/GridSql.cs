namespace Linli.Web.Grid;

/// <summary>What the statements of grids share.</summary>
internal static class GridSql
{
    /// <summary>Whether the post of the alias is held on @today.</summary>
    public static string IsHeld(string post) => $"registry.holds({post}.starts_on, {post}.last_day, @today)";
}
