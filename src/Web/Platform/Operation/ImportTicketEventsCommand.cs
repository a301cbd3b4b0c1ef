using System.CommandLine;
using System.Globalization;
using Linli.Web.Platform.Access;
using Linli.Web.Platform.Changes;
using Linli.Web.Platform.Text;
using Linli.Web.Tickets.Evaluation.Import;

namespace Linli.Web.Platform.Operation;

internal static class ImportTicketEventsCommand
{
    private const int MostFaultsShown = 100;

    public static Command Make()
    {
        var file = new Argument<FileInfo>("file") { Description = "Flat event rows: ticket,time,event,actor,detail in UTF-8, in order of time; details are key=value with | between. See docs/operations.md." };
        file.AcceptExistingOnly();
        var until = new Option<DateTimeOffset?>("--until") { Description = "Leave out what happened after this moment, for example 2024-04-20T07:30:00+08:00." };
        var preview = new Option<bool>("--preview") { Description = "Say what would be imported, and import nothing." };
        var command = new Command("import-ticket-events", "Take over the tickets of an old system with their history. All of it or nothing; importing twice changes nothing.") { file, until, preview };
        command.SetAction((parsed, cancel) => OperatorCommands.WithServices(async (services, stop) =>
        {
            if (!await OperatorCommands.Prepare(services, Console.Error, stop))
            {
                return 3;
            }

            var context = new ProcessContext { Actor = Actor.System, At = services.GetRequiredService<TimeProvider>().GetUtcNow(), RequestId = Guid.NewGuid() };
            var content = await File.ReadAllBytesAsync(parsed.GetValue(file)!.FullName, stop);
            var outcome = await services.GetRequiredService<ImportTicketEvents>()
                .Execute(new() { Content = content, Until = parsed.GetValue(until), PreviewOnly = parsed.GetValue(preview) }, context, stop);
            return Tell(outcome, parsed.GetValue(preview), services.GetRequiredService<RefusalTexts>());
        }, cancel));
        return command;
    }

    private static int Tell(Domain.Kernel.Outcome<EventImport> outcome, bool preview, RefusalTexts texts)
    {
        CultureInfo.CurrentUICulture = TextModule.English;
        if (!outcome.Succeeded(out var import))
        {
            Console.Error.WriteLine(texts.Of(outcome.Refusals[0]));
            return 1;
        }

        foreach (var fault in import.Faults.Take(MostFaultsShown))
        {
            Console.Error.WriteLine(texts.Of(fault));
        }

        if (import.Faults.Count > 0)
        {
            Console.Error.WriteLine($"{import.Faults.Count} faults. Nothing was imported.");
            return 1;
        }

        Console.WriteLine($"{import.Rows} rows, {import.Later} of them left out as later: {import.Added} tickets added, {import.Known} known already.{(preview ? " Nothing was changed." : string.Empty)}");
        return 0;
    }
}
