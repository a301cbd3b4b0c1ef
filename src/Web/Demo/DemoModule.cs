using Linli.Web.Demo.Contract;

namespace Linli.Web.Demo;

/// <summary>The demo world: places and bodies of the source articles with generated people in them.</summary>
public static class DemoModule
{
    internal static void AddDemo(this WebApplicationBuilder builder)
    {
        builder.Services.AddScoped<IDemoPersons, DemoPersons>();
        builder.Services.AddScoped<SentMessages>();
    }

    internal static void MapDemo(this WebApplication app)
    {
        app.MapDemoRoutes();
    }
}
