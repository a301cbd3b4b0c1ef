using System.CommandLine;
using System.Globalization;
using Linli.Web.Platform.Retention;

namespace Linli.Web.Platform.Operation;

internal static class RetentionCommand
{
    public static Command Make()
    {
        var dryRun = new Option<bool>("--dry-run") { Description = "Count what is over its time, and change nothing." };
        var command = new Command("retention", "Apply the retention rules now, as the hourly job does: delete or de-identify what is over its time.") { dryRun };
        command.SetAction((parsed, cancel) => OperatorCommands.WithServices(async (services, stop) =>
        {
            var isDry = parsed.GetValue(dryRun);
            var now = services.GetRequiredService<TimeProvider>().GetUtcNow();
            var results = await services.GetRequiredService<RetentionRunner>().Run(now, isDry, stop);
            foreach (var result in results)
            {
                await Console.Out.WriteLineAsync(string.Create(
                    CultureInfo.InvariantCulture, $"{$"{result.Rule.Code}@{result.Rule.Version}",-22} {result.Subject,-28} before {result.Before:yyyy-MM-dd HH:mm}  {result.Rows,8} rows"));
            }

            await Console.Out.WriteLineAsync($"{results.Sum(result => result.Rows)} rows over their time.{(isDry ? " Nothing was changed." : string.Empty)}");
            return 0;
        }, cancel));
        return command;
    }
}
