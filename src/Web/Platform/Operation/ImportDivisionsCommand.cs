using System.CommandLine;
using System.Diagnostics;
using Linli.Web.Platform.Access;
using Linli.Web.Platform.Changes;
using Linli.Web.Platform.Text;
using Linli.Web.Registry;
using Linli.Web.Registry.Divisions;

namespace Linli.Web.Platform.Operation;

internal static class ImportDivisionsCommand
{
    private const int MostFaultsShown = 100;

    public static Command Make()
    {
        var files = new Argument<FileInfo[]>("files")
        {
            Description = "Tables with the columns code,name,level,parent[,previous_code], in UTF-8 or GB18030. Several are imported as one.",
            Arity = ArgumentArity.OneOrMore,
        };
        files.AcceptExistingOnly();
        var preview = new Option<bool>("--preview") { Description = "Say what would change, and change nothing." };
        var command = new Command("import-divisions", "Import the official table of administrative divisions. All of it or nothing; importing twice changes nothing.") { files, preview };
        command.SetAction((parsed, cancel) => OperatorCommands.WithServices(async (services, stop) =>
        {
            if (!await OperatorCommands.Prepare(services, Console.Error, stop))
            {
                return 3;
            }

            var started = Stopwatch.GetTimestamp();
            var tables = new List<DivisionFile>();
            foreach (var file in parsed.GetValue(files)!)
            {
                tables.Add(new DivisionFile(file.Name, await File.ReadAllBytesAsync(file.FullName, stop)));
            }

            var context = new ProcessContext
            {
                Actor = Actor.System,
                At = services.GetRequiredService<TimeProvider>().GetUtcNow(),
                RequestId = Guid.NewGuid(),
            };
            var outcome = await services.GetRequiredService<ImportDivisions>()
                .Execute(new() { Files = tables, PreviewOnly = parsed.GetValue(preview) }, context, stop);
            return Tell(outcome, parsed.GetValue(preview), Stopwatch.GetElapsedTime(started), services.GetRequiredService<RefusalTexts>());
        }, cancel));
        return command;
    }

    private static int Tell(Domain.Kernel.Outcome<DivisionImport> outcome, bool preview, TimeSpan took, RefusalTexts texts)
    {
        System.Globalization.CultureInfo.CurrentUICulture = TextModule.English;
        if (!outcome.Succeeded(out var import))
        {
            Console.Error.WriteLine(texts.Of(outcome.Refusals[0]));
            return 1;
        }

        foreach (var fault in import.Faults.Take(MostFaultsShown))
        {
            Console.Error.WriteLine($"{fault.File}{(fault.Line > 0 ? $":{fault.Line}" : string.Empty)}: {texts.Of(fault.Fault)}");
        }

        if (import.Faults.Count > 0)
        {
            Console.Error.WriteLine($"{import.Faults.Count} faults. Nothing was imported.");
            return 1;
        }

        Console.WriteLine(
            $"{import.Rows} rows: {import.Added} added, {import.Renamed} renamed, {import.Moved} moved, {import.Unchanged} unchanged, in {took.TotalSeconds:0.0} s.{(preview ? " Nothing was changed." : string.Empty)}");
        return 0;
    }
}
