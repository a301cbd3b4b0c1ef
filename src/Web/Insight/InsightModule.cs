namespace Linli.Web.Insight;

/// <summary>Figures of places, each clickable down to its evidence.</summary>
public static class InsightModule
{
    internal static void AddInsight(this WebApplicationBuilder builder)
    {
    }

    internal static void MapInsight(this WebApplication app)
    {
    }
}
