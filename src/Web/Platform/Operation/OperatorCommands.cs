using System.CommandLine;

namespace Linli.Web.Platform.Operation;

/// <summary>The command line of the one deployable: serving, and what operators do around it.</summary>
internal static class OperatorCommands
{
    public static Task<int> Run(string[] args)
    {
        var root = new RootCommand("Linli 邻里: the platform with which a residential compound is run together.")
        {
            ServeCommand.Make(),
            MigrateCommand.Make(),
            DemoCommand.Make(),
            VerifyAuditCommand.Make(),
            RetentionCommand.Make(),
            CreateAdministratorCommand.Make(),
            ImportDivisionsCommand.Make(),
        };
        return root.Parse(args).InvokeAsync();
    }

    /// <summary>Runs an act with the services of the web node, without serving.</summary>
    internal static async Task<int> WithServices(Func<IServiceProvider, CancellationToken, Task<int>> act, CancellationToken cancel)
    {
        if (LinliSettings.FromEnvironment() is not { } settings)
        {
            await Console.Error.WriteLineAsync("LINLI_DATABASE is not set. Start this through ./linli, or set it to a connection string of PostgreSQL 15 or newer.");
            return 2;
        }

        await using var app = LinliHost.Build(settings, [], builder => builder.Logging.ClearProviders().AddSimpleConsole().SetMinimumLevel(LogLevel.Warning));
        await using var scope = app.Services.CreateAsyncScope();
        return await act(scope.ServiceProvider, cancel);
    }
}
