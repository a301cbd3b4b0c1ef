using System.CommandLine;
using System.Globalization;
using Linli.Domain.Decisions.Proof;

namespace Linli.Web.Platform.Operation;

/// <summary>Needs no database: an owner runs it on a file from the public page.</summary>
internal static class VerifyLedgerCommand
{
    public static Command Make()
    {
        var file = new Argument<FileInfo>("file") { Description = "The public ledger of a vote. See docs/decisions/0030-the-public-ledger.md." };
        file.AcceptExistingOnly();
        var receipt = new Option<string?>("--receipt") { Description = "Also find the ballot of this receipt." };
        var command = new Command("verify-ledger", "Recount a vote from its public ledger alone, and say what does not hold.") { file, receipt };
        command.SetAction(async (parsed, cancel) =>
        {
            var read = LedgerReader.Read(await File.ReadAllTextAsync(parsed.GetValue(file)!.FullName, cancel));
            if (!read.Succeeded(out var ledger))
            {
                await Console.Error.WriteLineAsync(read.Refusals[0] is LedgerIsUnreadable { Line: > 0 } fault
                    ? $"Line {fault.Line} cannot be read ({fault.What})."
                    : $"The file is not whole: {((LedgerIsUnreadable)read.Refusals[0]).What} is missing or wrong.");
                return 2;
            }

            var findings = LedgerCheck.Of(ledger);
            foreach (var finding in findings)
            {
                await Console.Error.WriteLineAsync($"{finding.Fault}: {finding.Where}");
            }

            await Console.Out.WriteAsync(Counted(ledger));
            var found = parsed.GetValue(receipt) is { } typed ? await Find(ledger, Receipt.Normal(typed)) : true;
            await Console.Out.WriteLineAsync(findings.Count == 0 ? "Everything holds." : $"{findings.Count} findings: this ledger does not hold.");
            return findings.Count > 0 || !found ? 1 : 0;
        });
        return command;
    }

    private static async Task<bool> Find(PublicLedger ledger, string? receipt)
    {
        var own = ledger.Ballots.FirstOrDefault(ballot => Receipt.Of(ledger.LeafOf(ballot).Hash) == receipt);
        await Console.Out.WriteLineAsync(own is null
            ? "No ballot has this receipt."
            : $"The ballot of this receipt: {string.Join(' ', own.Choices.Select(BallotLeaf.Word))} {BallotLeaf.Word(own.Election)}");
        return own is not null;
    }

    private static string Counted(PublicLedger ledger)
    {
        var all = ledger.Openings[LedgerGroup.Roll].Weight;
        var lines = new List<string> { $"{ledger.Compound}: {ledger.Title}", $"Roll: {Words(all)}. Ballots: {ledger.Ballots.Count}." };
        foreach (var (at, question) in ledger.Questions.Index())
        {
            var figures = LedgerCheck.FiguresOf(ledger, at);
            lines.Add($"{at + 1}. {question.Title}: for {Words(figures.For)}; against {Words(figures.Against)}; abstained {Words(figures.Abstain)}; {(figures.Passed ? "passed" : "not passed")}.");
        }

        return string.Concat(lines.Select(line => line + Environment.NewLine));
    }

    private static string Words(Domain.Decisions.Weight weight) =>
        string.Create(CultureInfo.InvariantCulture, $"{weight.Heads} voters, {weight.Area.Hundredths / 100m:0.00} m²");
}
