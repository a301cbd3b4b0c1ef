using System.Text.Unicode;
using Linli.Web.Platform.Access;
using Linli.Web.Platform.Calendar;
using Linli.Web.Platform.Changes;
using Linli.Web.Platform.Files;
using Linli.Web.Platform.Http;
using Linli.Web.Platform.Jobs;
using Linli.Web.Platform.Look;
using Linli.Web.Platform.Notifications;
using Linli.Web.Platform.Outbox;
using Linli.Web.Platform.Personal;
using Linli.Web.Platform.Retention;
using Linli.Web.Platform.SignIn;
using Linli.Web.Platform.Spreadsheets;
using Linli.Web.Platform.Store;
using Linli.Web.Platform.Text;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.WebEncoders;
using Npgsql;

namespace Linli.Web.Platform;

/// <summary>What every module stands on.</summary>
public static class PlatformModule
{
    internal static void AddPlatform(this WebApplicationBuilder builder, LinliSettings settings)
    {
        var services = builder.Services;
        services.AddSingleton(settings);
        services.AddSingleton(TimeProvider.System);
        services.AddHttpContextAccessor();

        services.AddSingleton(_ => Database(settings));
        services.AddDbContextPool<LinliDb>((provider, options) => options
            .UseNpgsql(provider.GetRequiredService<NpgsqlDataSource>(), npgsql => npgsql.MigrationsHistoryTable("migrations", "public"))
            // Identity maps mail and phone columns that accounts here do not have.
            .ConfigureWarnings(warnings => warnings.Ignore(CoreEventId.MappedPropertyIgnoredWarning)));
        services.AddScoped<Changes.Changes>();
        services.AddSingleton<WorkCalendars>();
        services.AddScoped<EnterCalendarYear>();
        services.AddScoped<ShowCalendar>();
        services.AddScoped<ListExport>();
        services.AddSingleton<VerifyAudit>();
        services.AddSingleton<ListAudit>();
        services.AddJob<SealAuditEntries>();
        services.AddRetention();
        services.AddJob<ForgetSentCodes>();

        services.AddSingleton(_ => new SecretKeys(settings.DataFolder));
        services.AddSingleton<PersonalCipher>();
        services.AddSingleton<MasterKeyCheck>();
        services.AddSingleton(_ => new FileStore(Path.Combine(settings.DataFolder, "files")));
        services.AddScoped<Attachments>();
        services.AddScoped<Notifier>();
        services.AddScoped<Notices>();
        services.AddSingleton<ISmsGateway, LocalSmsStandIn>();
        services.AddSingleton<IOutboxSender, SmsSender>();
        services.AddSingleton<OutboxWorker>();
        services.AddHostedService(provider => provider.GetRequiredService<OutboxWorker>());

        services.AddSingleton<Actors>();
        services.AddSingleton<Capacities>();
        services.AddScoped<CurrentActor>();
        services.AddSingleton<IAuthorizationPolicyProvider, PermissionPolicies>();
        services.AddScoped<IAuthorizationHandler, PermissionHandler>();
        services.AddAuthorization();
        services.AddSignIn(settings);

        services.AddDataProtection().SetApplicationName("linli");
        services.AddSingleton<IConfigureOptions<KeyManagementOptions>>(provider => new ConfigureOptions<KeyManagementOptions>(
            options => options.XmlRepository = new StoredKeys(provider.GetRequiredService<NpgsqlDataSource>(), provider.GetRequiredService<PersonalCipher>())));

        services.AddTexts();
        services.Configure<WebEncoderOptions>(options => options.TextEncoderSettings = new(UnicodeRanges.All));
        services.ConfigureHttpJsonOptions(options => ApiJson.Configure(options.SerializerOptions));
        services.Configure<Microsoft.AspNetCore.Http.Features.FormOptions>(options => options.MultipartBodyLengthLimit = 40 * 1024 * 1024);
        services.AddRazorPages(options => options.RootDirectory = "/").AddMvcOptions(options => options.AddModelMessages());
        services.AddProblemDetails();
        services.AddScoped<IShell, Shell>();
        services.AddLinliOpenApi();
        builder.AddLook();
        builder.AddTelemetry();
    }

    // The same few statements are sent all day: the server parses and plans each once a connection.
    private static NpgsqlDataSource Database(LinliSettings settings)
    {
        var builder = new NpgsqlDataSourceBuilder(settings.Database) { Name = "linli" };
        builder.ConnectionStringBuilder.MaxAutoPrepare = 200;
        // Nothing here leaves state behind in a session: locks and temporary tables end with their transaction.
        builder.ConnectionStringBuilder.NoResetOnClose = true;
        return builder.Build();
    }
}
