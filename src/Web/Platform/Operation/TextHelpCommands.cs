using System.CommandLine;
using Linli.Domain.Tickets.TextHelp;
using Linli.Web.Tickets.TextHelp;
using Npgsql;

namespace Linli.Web.Platform.Operation;

internal static class TextHelpCommands
{
    public static Command Measure()
    {
        var taken = new Option<bool>("--taken") { Description = "Also say how often the suggestions of this installation were taken." };
        var command = new Command("measure-text-help", "Say how well the text help recognises categories and urgencies, and what it costs when it is wrong.") { taken };
        command.SetAction(async (parsed, cancel) =>
        {
            var model = TextModel.BuiltIn;
            await Console.Out.WriteAsync(TextReport.Of(model, TextMeasure.Of(model, TextExamples.Test), TextExamples.Training.Count));
            return parsed.GetValue(taken) ? await OperatorCommands.WithServices(async (services, stop) => await OperatorCommands.Prepare(services, Console.Error, stop) ? await Taken(services, stop) : 3, cancel) : 0;
        });
        return command;
    }

    public static Command Train()
    {
        var command = new Command("train-text-help", "Train the text help with the accepted tickets of this installation, as the daily job does.");
        command.SetAction((_, cancel) => OperatorCommands.WithServices(async (services, stop) =>
        {
            if (!await OperatorCommands.Prepare(services, Console.Error, stop))
            {
                return 3;
            }

            var training = await services.GetRequiredService<TrainTextHelp>().Run(services.GetRequiredService<TimeProvider>().GetUtcNow(), stop);
            await Console.Out.WriteLineAsync(training.IsUsed is not { } used
                ? $"{training.Tickets} accepted tickets; at least {TextRules.BuiltIn.LeastTickets} are needed. Nothing was trained."
                : $"{training.Tickets} accepted tickets, {training.Tested} of them for measuring: {training.RightBefore} recognised before, {training.RightNow} now. {(used ? "The new model is used." : "The new model is not used.")}");
            return 0;
        }, cancel));
        return command;
    }

    private static async Task<int> Taken(IServiceProvider services, CancellationToken cancel)
    {
        await using var command = services.GetRequiredService<NpgsqlDataSource>().CreateCommand(
            """
            select count(*), count(*) filter (where suggested[1] = accepted), count(*) filter (where accepted = any(suggested)), count(*) filter (where reported = accepted),
                   count(*) filter (where suggested_urgency = accepted_urgency), count(*) filter (where accepted_urgency = 'Emergency' and suggested_urgency <> 'Emergency')
              from tickets.text_suggestions
            """);
        await using var row = await command.ExecuteReaderAsync(cancel);
        await row.ReadAsync(cancel);
        await Console.Out.WriteLineAsync(
            $"Accepted here: {row.GetInt64(0)}; first suggestion taken {row.GetInt64(1)}, one of three {row.GetInt64(2)}, the reporter's own choice {row.GetInt64(3)}; urgency taken {row.GetInt64(4)}; emergencies that were suggested as less {row.GetInt64(5)}.");
        return 0;
    }
}
