using Linli.Web.Platform.Access;
using Linli.Web.Platform.Calendar;
using Linli.Web.Platform.Changes;
using Linli.Web.Platform.Files;
using Linli.Web.Platform.Look;
using Linli.Web.Platform.Notifications;
using Linli.Web.Platform.SignIn;
using Npgsql;

namespace Linli.Web.Platform;

internal static class PlatformRoutes
{
    public static void MapPlatform(this WebApplication app)
    {
        app.MapLook();
        app.MapOpenApi("/openapi/{documentName}.json").OpenToAll();
        app.MapGet("/health/live", () => Results.Text("live")).OpenToAll().ExcludeFromDescription();
        app.MapGet("/health/ready", Ready).OpenToAll().ExcludeFromDescription();
        app.MapSignInApi();
        app.MapSignInRoutes();
        app.MapMeApi();
        app.MapAccountsApi();
        app.MapAuditApi();
        app.MapCalendarApi();
        app.MapNotifications();
        app.MapFiles();
    }

    // Ready means: the database answers and has been migrated.
    private static async Task<IResult> Ready(NpgsqlDataSource database, CancellationToken cancel)
    {
        try
        {
            await using var command = database.CreateCommand("select count(*) from platform.jobs");
            command.CommandTimeout = 3;
            await command.ExecuteScalarAsync(cancel);
            return Results.Text("ready");
        }
        catch (NpgsqlException)
        {
            return Results.Text("database", statusCode: StatusCodes.Status503ServiceUnavailable);
        }
    }
}
