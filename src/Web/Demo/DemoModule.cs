namespace Linli.Web.Demo;

/// <summary>The demo world: places and bodies of the source articles with generated people in them.</summary>
public static class DemoModule
{
    internal static void AddDemo(this WebApplicationBuilder builder)
    {
    }

    internal static void MapDemo(this WebApplication app)
    {
    }
}
