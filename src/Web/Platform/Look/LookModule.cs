using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Linli.Web.Platform.Look;

/// <summary>Layouts, components, icons and display choices. Register a scoped <see cref="IShell"/> to show who is signed in.</summary>
public static class LookModule
{
    public static WebApplicationBuilder AddLook(this WebApplicationBuilder builder)
    {
        builder.Services.TryAddScoped<IShell, SignedOutShell>();
        return builder;
    }

    public static WebApplication MapLook(this WebApplication app)
    {
        app.MapDisplay();
        return app;
    }
}
