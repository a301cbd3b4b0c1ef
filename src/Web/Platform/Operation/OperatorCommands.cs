using System.CommandLine;
using Linli.Web.Platform.Personal;

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
            VerifyLedgerCommand.Make(),
            ImportVoteCommand.Make(),
            RetentionCommand.Make(),
            CreateAdministratorCommand.Make(),
            ImportDivisionsCommand.Make(),
            TextHelpCommands.Measure(),
            TextHelpCommands.Train(),
            ImportTicketEventsCommand.Make(),
        };
        return root.Parse(args).InvokeAsync();
    }

    /// <summary>The settings of the environment; null after telling what is wrong with them.</summary>
    internal static async Task<LinliSettings?> Settings(string script)
    {
        try
        {
            if (LinliSettings.FromEnvironment() is { } settings)
            {
                return settings;
            }

            await Console.Error.WriteLineAsync($"LINLI_DATABASE is not set. Use {script}, or set it to a connection string of PostgreSQL 15 or newer.");
        }
        catch (FormatException e)
        {
            await Console.Error.WriteLineAsync(e.Message);
        }

        return null;
    }

    /// <summary>Brings the database to this version's schema, if the master key fits it; false after telling that it does not.</summary>
    internal static async Task<bool> Prepare(IServiceProvider services, TextWriter errors, CancellationToken cancel)
    {
        var check = services.GetRequiredService<MasterKeyCheck>();
        var fault = await check.Run(cancel);
        if (fault is null)
        {
            await LinliHost.Migrate(services, cancel);
            fault = await check.Remember(cancel);
        }

        if (fault is { } wrong)
        {
            await errors.WriteLineAsync(Say(wrong, SecretKeys.FileIn(services.GetRequiredService<LinliSettings>().DataFolder)));
        }

        return fault is null;
    }

    private static string Say(MasterKeyFault fault, string file) => $"""
        {(fault == MasterKeyFault.Missing
            ? $"缺少主密钥 {file}，而数据库中已有用它加密的数据。没有启动，也没有另造新密钥。"
            : $"主密钥 {file} 与数据库不匹配：库中的数据由另一把密钥加密。没有启动。")}
        请把这个数据库原来的密钥放回该文件（权限 600），或检查 LINLI_DATA 与 LINLI_DATABASE 是否属于同一套安装。密钥确已丢失时见 docs/operations.md“If the key is lost”。
        {(fault == MasterKeyFault.Missing
            ? $"The master key {file} is missing, and the database holds what it has encrypted. Nothing was started, and no new key was made."
            : $"The master key {file} does not fit the database: another key has encrypted what it holds. Nothing was started.")}
        Put the key of this database back into that file (mode 600), or see whether LINLI_DATA and LINLI_DATABASE belong to the same installation. If the key is lost for good, see docs/operations.md, "If the key is lost".
        """;

    /// <summary>Runs an act with the services of the web node, without serving.</summary>
    internal static async Task<int> WithServices(Func<IServiceProvider, CancellationToken, Task<int>> act, CancellationToken cancel)
    {
        if (await Settings("./linli") is not { } settings)
        {
            return 2;
        }

        await using var app = LinliHost.Build(settings, [], builder => builder.Logging.ClearProviders().AddSimpleConsole().SetMinimumLevel(LogLevel.Warning));
        await using var scope = app.Services.CreateAsyncScope();
        return await act(scope.ServiceProvider, cancel);
    }
}
