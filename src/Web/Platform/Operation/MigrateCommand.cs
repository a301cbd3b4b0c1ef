using System.CommandLine;

namespace Linli.Web.Platform.Operation;

internal static class MigrateCommand
{
    public static Command Make()
    {
        var command = new Command("migrate", "Bring the database to the schema of this version. Safe to run twice and from several nodes.");
        command.SetAction((_, cancel) => OperatorCommands.WithServices(async (services, stop) =>
        {
            if (!await OperatorCommands.Prepare(services, Console.Error, stop))
            {
                return 3;
            }

            await Console.Out.WriteLineAsync("The database has the schema of this version.");
            return 0;
        }, cancel));
        return command;
    }
}
