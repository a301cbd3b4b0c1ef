using System.CommandLine;
using Linli.Domain.Registry;
using Linli.Web.Platform.Access;
using Linli.Web.Platform.Changes;
using Linli.Web.Platform.SignIn;
using Linli.Web.Registry.Contract;

namespace Linli.Web.Platform.Operation;

internal static class CreateAdministratorCommand
{
    public static Command Make()
    {
        var name = new Option<string>("--name") { Description = "The administrator's name.", Required = true };
        var phone = new Option<string>("--phone") { Description = "The mobile number to sign in with.", Required = true };
        var password = new Option<string?>("--password-file") { Description = "A file whose first line is the password; without it only codes by SMS sign in." };
        var command = new Command("create-administrator", "Make the first person who may manage the platform.") { name, phone, password };
        command.SetAction((parsed, cancel) => OperatorCommands.WithServices(async (services, stop) =>
        {
            if (!await OperatorCommands.Prepare(services, Console.Error, stop))
            {
                return 3;
            }

            var number = PhoneNumber.Parse(parsed.GetValue(phone));
            if (number.IsRefused)
            {
                await Console.Error.WriteLineAsync($"--phone: {number.Refusals[0].Code}");
                return 2;
            }

            var made = await services.GetRequiredService<IAdministrators>().Make(parsed.GetValue(name)!, number.Value, stop);
            if (made.IsRefused)
            {
                await Console.Error.WriteLineAsync(made.Refusals[0].Code);
                return 1;
            }

            if (parsed.GetValue(password) is { } file)
            {
                var context = new ProcessContext
                {
                    Actor = Actor.System,
                    At = services.GetRequiredService<TimeProvider>().GetUtcNow(),
                    RequestId = Guid.NewGuid(),
                };
                var set = await services.GetRequiredService<ChangePassword>()
                    .SetByOperator(made.Value, (await File.ReadAllLinesAsync(file, stop)).FirstOrDefault(string.Empty), context, stop);
                if (set.IsRefused)
                {
                    await Console.Error.WriteLineAsync($"--password-file: {set.Refusals[0].Code}");
                    return 1;
                }
            }

            await Console.Out.WriteLineAsync("The administrator may sign in now.");
            return 0;
        }, cancel));
        return command;
    }
}
