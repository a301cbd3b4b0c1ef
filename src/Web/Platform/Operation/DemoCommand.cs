using System.CommandLine;
using Linli.Web.Demo;

namespace Linli.Web.Platform.Operation;

internal static class DemoCommand
{
    public static Command Make()
    {
        var command = new Command("demo", "Load the demo world into an empty database.");
        command.SetAction((_, cancel) => OperatorCommands.WithServices(async (services, stop) =>
        {
            if (!await OperatorCommands.Prepare(services, Console.Error, stop))
            {
                return 3;
            }

            await DemoWorld.LoadOnce(services, Console.Out, stop);
            return 0;
        }, cancel));
        return command;
    }
}
