using Linli.Web.Platform.Access;
using Linli.Web.Platform.Http;
using Linli.Web.Platform.Store;
using Microsoft.EntityFrameworkCore;

namespace Linli.Web.Platform;

/// <summary>Builds the web node: what the modules add, and the one order in which a request passes through.</summary>
internal static class LinliHost
{
    public static WebApplication Build(LinliSettings settings, string[] args, Action<WebApplicationBuilder>? change = null)
    {
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions
        {
            Args = args,
            ApplicationName = typeof(LinliHost).Assembly.GetName().Name,
            ContentRootPath = AppContext.BaseDirectory,
        });
        builder.Host.UseDefaultServiceProvider(options => options.ValidateOnBuild = options.ValidateScopes = true);
        // Before publishing, style sheets and scripts lie in the source tree; this reads the build's list of them, if there is one.
        builder.WebHost.UseStaticWebAssets();
        builder.WebHost.ConfigureKestrel(options =>
        {
            options.AddServerHeader = false;
            // Three photos of ten megabytes each, from a phone without JavaScript, with room for the words.
            options.Limits.MaxRequestBodySize = 40 * 1024 * 1024;
        });
        // ASP.NET's own switch believes everybody; whom to believe is said by LINLI_PROXIES.
        builder.Configuration["ForwardedHeaders_Enabled"] = "false";
        builder.AddPlatform(settings);
        builder.AddModules();
        change?.Invoke(builder);

        var app = builder.Build();
        app.UseProxies(settings.Proxies);
        app.UseSecurityHeaders();
        app.UseRequestLocalization();
        app.UseErrorPages();
        app.UseUtf8Only();
        app.UseRouting();
        app.UseNotFoundForUnknownRoutes();
        app.UseRateLimiter();
        app.UseAuthentication();
        app.UseAuthorization();
        app.UseAntiforgery();
        app.MapStaticAssets().OpenToAll();
        app.MapRazorPages().WithStaticAssets();
        app.MapPlatform();
        app.MapModules();
        app.BuildEndpointsOnce();
        return app;
    }

    public static async Task Migrate(IServiceProvider services, CancellationToken cancel)
    {
        await using var scope = services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<LinliDb>();
        // A full table may take a while; the operator sees which migration runs.
        db.Database.SetCommandTimeout(TimeSpan.FromMinutes(30));
        await db.Database.MigrateAsync(cancel);
    }
}
