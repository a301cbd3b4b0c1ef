using System.CommandLine;
using System.Globalization;
using Linli.Web.Decisions.Import;
using Linli.Web.Platform.Access;
using Linli.Web.Platform.Changes;
using Linli.Web.Platform.Text;

namespace Linli.Web.Platform.Operation;

internal static class ImportVoteCommand
{
    public static Command Make()
    {
        var compound = new Argument<string>("compound") { Description = "The compound's code." };
        var folder = new Argument<DirectoryInfo>("folder") { Description = "Holds vote.json, units.csv and ballots.csv. See docs/operations.md." };
        folder.AcceptExistingOnly();
        var command = new Command("import-vote", "Take over a vote that was held elsewhere, with its roll and all its ballots. All of it or nothing.") { compound, folder };
        command.SetAction((parsed, cancel) => OperatorCommands.WithServices(async (services, stop) =>
        {
            if (!await OperatorCommands.Prepare(services, Console.Error, stop))
            {
                return 3;
            }

            var path = parsed.GetValue(folder)!.FullName;
            Task<string> File(string name) => System.IO.File.ReadAllTextAsync(Path.Combine(path, name), stop);
            var context = new ProcessContext { Actor = Actor.System, At = services.GetRequiredService<TimeProvider>().GetUtcNow(), RequestId = Guid.NewGuid() };
            var outcome = await services.GetRequiredService<ImportVote>()
                .Execute(parsed.GetValue(compound)!, new ImportedVote(await File("vote.json"), await File("units.csv"), await File("ballots.csv")), context, stop);
            return Tell(outcome, services.GetRequiredService<RefusalTexts>());
        }, cancel));
        return command;
    }

    private static int Tell(Domain.Kernel.Outcome<VoteImported> outcome, RefusalTexts texts)
    {
        CultureInfo.CurrentUICulture = TextModule.English;
        if (!outcome.Succeeded(out var made))
        {
            foreach (var refusal in outcome.Refusals)
            {
                Console.Error.WriteLine(texts.Of(refusal));
            }

            return 1;
        }

        Console.WriteLine($"{made.Voters} voters, {made.Accepted} ballots accepted. Refused: {string.Join(", ", made.Refused.Select(item => $"{item.Value} {item.Key}"))}.");
        Console.WriteLine($"The vote waits to be counted at /votes/{made.Vote}.");
        return 0;
    }
}
