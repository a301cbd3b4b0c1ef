using System.CommandLine;
using Linli.Web.Demo;

namespace Linli.Web.Platform.Operation;

internal static class ServeCommand
{
    public static Command Make()
    {
        var command = new Command("serve", "Migrate, load the demo world on first start unless LINLI_DEMO=off, and serve.") { TreatUnmatchedTokensAsErrors = false };
        command.SetAction(async (parsed, cancel) =>
        {
            if (await OperatorCommands.Settings("./run") is not { } settings)
            {
                return 2;
            }

            await using var app = LinliHost.Build(settings, [.. parsed.UnmatchedTokens]);
            if (!await OperatorCommands.Prepare(app.Services, Console.Error, cancel))
            {
                return 3;
            }

            if (settings.Demo)
            {
                await DemoWorld.LoadOnce(app.Services, Console.Out, cancel);
            }

            await app.StartAsync(cancel);
            await Console.Out.WriteLineAsync($"""

                邻里 Linli  {string.Join("  ", app.Urls)}
                {(settings.Demo
                    ? "演示：打开登录页，点“以…身份进入”。 Demo: open the sign-in page and choose whom to enter as."
                    : "登录：./linli create-administrator 建立第一位管理员。 Sign in: make the first administrator with ./linli create-administrator.")}
                停止：Ctrl-C。 Stop: Ctrl-C.
                """);
            await app.WaitForShutdownAsync(cancel);
            return 0;
        });
        return command;
    }
}
