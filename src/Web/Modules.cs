using Linli.Web.Decisions;
using Linli.Web.Demo;
using Linli.Web.Grid;
using Linli.Web.Insight;
using Linli.Web.Registry;
using Linli.Web.Tickets;

namespace Linli.Web;

/// <summary>The modules of the house; each shows an Add and a Map.</summary>
internal static class Modules
{
    public static void AddModules(this WebApplicationBuilder builder)
    {
        builder.AddRegistry();
        builder.AddTickets();
        builder.AddGrid();
        builder.AddDecisions();
        builder.AddInsight();
        builder.AddDemo();
    }

    public static void MapModules(this WebApplication app)
    {
        app.MapRegistry();
        app.MapTickets();
        app.MapGrid();
        app.MapDecisions();
        app.MapInsight();
        app.MapDemo();
    }
}
