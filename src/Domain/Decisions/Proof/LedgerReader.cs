using System.Globalization;
using Linli.Domain.Kernel;
using Linli.Domain.Registry.Jurisdictions;

namespace Linli.Domain.Decisions.Proof;

/// <summary>A line of a ledger cannot be read.</summary>
/// <param name="Line">Counted from 1; 0 when something is missing altogether.</param>
/// <param name="What">The statement that is wrong or missing.</param>
public sealed record LedgerIsUnreadable(int Line, string What) : Refusal;

/// <summary>Reads a ledger strictly: what it does not know it refuses.</summary>
public static class LedgerReader
{
    internal const string FirstLine = "linli-ledger/1";

    /// <summary>The ledger, or the first line that cannot be read.</summary>
    public static Outcome<PublicLedger> Read(string text)
    {
        var draft = new LedgerDraft();
        var lines = text.Split('\n');
        if (lines[0] != FirstLine)
        {
            return new LedgerIsUnreadable(1, FirstLine);
        }

        for (var at = 1; at < lines.Length; at++)
        {
            if (lines[at] == "end")
            {
                return lines[(at + 1)..] is [""]
                    ? draft.Finish() is { } ledger ? ledger : new LedgerIsUnreadable(0, draft.Missing)
                    : new LedgerIsUnreadable(at + 2, "end");
            }

            var fields = lines[at].Split('\t');
            if (!Take(draft, fields))
            {
                return new LedgerIsUnreadable(at + 1, fields[0]);
            }
        }

        return new LedgerIsUnreadable(0, "end");
    }

    private static bool Take(LedgerDraft draft, string[] fields) => fields switch
    {
        ["vote", var id] => Guid.TryParseExact(id, "D", out var vote) && draft.Once("vote", () => draft.Vote = vote),
        ["title", var title] => draft.Once("title", () => draft.Title = title),
        ["compound", var compound] => draft.Once("compound", () => draft.Compound = compound),
        ["opens", var at] => Moment(at) is { } moment && draft.Once("opens", () => draft.OpensAt = moment),
        ["closes", var at] => Moment(at) is { } moment && draft.Once("closes", () => draft.ClosesAt = moment),
        ["roll-hash", var hash] => Hex(hash, 32) is not null && draft.Once("roll-hash", () => draft.RollHash = hash),
        ["threshold", var name, var share, var kind] => Share(share, kind) is { } value && draft.Once($"threshold {name}", () => draft.Thresholds[name] = value),
        ["non-return", var policy] => Policy(policy) is { } value && draft.Once("non-return", () => draft.NonReturn = value),
        ["question", var number, var matter, var kind, var title] => Number(number) == draft.Questions.Count + 1 && Class(kind) is { } value
            && LedgerDraft.Add(draft.Questions, new LedgerQuestion(matter, value, title)),
        ["election", var seats, var alternates, var candidates] => Number(seats) is { } s && Number(alternates) is { } a && Numbers(candidates) is { } list
            && draft.Once("election", () => draft.Election = new LedgerElection(s, a, list)),
        ["key", var key] => Hex(key, 65) is { } bytes && draft.Once("key", () => draft.Key = bytes),
        ["entry", var number, var commitment, "0" or "1"] => Number(number) == draft.Entries.Count && Hex(commitment, 33) is { } bytes
            && LedgerDraft.Add(draft.Entries, new RollEntry(bytes, fields[3] == "1")),
        ["head", var size, var root, var at, var signature] => Number(size) is { } s && Hex(root, 32) is { } r && Moment(at) is { } moment && Hex(signature, 64) is { } sign
            && LedgerDraft.Add(draft.Heads, (s, r, moment, sign)),
        ["ballot", var number, var entry, var salt, var choices, var marks, _] => Number(number) == draft.Ballots.Count
            && Number(entry) is { } of && of < draft.Entries.Count && Hex(salt, 16) is { } bytes && ChoicesOf(choices, draft.Questions.Count) is { } list
            && (BallotLeaf.ReadElection(marks, out var none) is { } vote ? draft.Election is not null : none == draft.Election is null && (vote = null) is null)
            && LedgerDraft.Add(draft.Ballots, (new LedgerBallot(of, bytes, list, vote), fields[6])),
        ["opening", var kind, var number, var choice, var heads, var area, var blind] => Number(number) is { } n && Long(heads) is { } h && Long(area) is { } a
            && Hex(blind, 32) is { } b && draft.Openings.TryAdd(new LedgerGroup(kind, n, choice), new Opening(new Weight(h, new Area(a)), b)),
        ["result", "question", var number, "PASSED" or "NOT_PASSED"] => Number(number) == draft.Passed.Count + 1 && LedgerDraft.Add(draft.Passed, fields[3] == "PASSED"),
        ["result", "candidate", var number, var outcome] => Number(number) is { } n && Outcome(outcome) is { } value && draft.Outcomes.TryAdd(n, value),
        _ => false,
    };

    private static int? Number(string text) => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;

    private static long? Long(string text) => long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;

    private static DateTimeOffset? Moment(string text) => DateTimeOffset.TryParseExact(
        text, "yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var at) ? at : null;

    private static byte[]? Hex(string text, int bytes) => text.Length == bytes * 2 && text.All(char.IsAsciiHexDigitLower) ? Convert.FromHexString(text) : null;

    private static ShareValue? Share(string text, string kind) =>
        text.Split('/') is [var part, var whole] && Number(part) is > 0 and var p && Number(whole) is { } w && p <= w && kind is "more" or "least"
            ? new ShareValue(p, w, kind == "more") : null;

    private static NonReturnPolicy? Policy(string text) => Enum.GetValues<NonReturnPolicy>().Select(p => (NonReturnPolicy?)p).FirstOrDefault(p => LedgerWriter.Policy(p!.Value) == text);

    private static CandidateOutcome? Outcome(string text) => Enum.GetValues<CandidateOutcome>().Select(o => (CandidateOutcome?)o).FirstOrDefault(o => LedgerWriter.Word(o!.Value) == text);

    private static DecisionClass? Class(string text) => text switch { "ORDINARY" => DecisionClass.Ordinary, "SPECIAL" => DecisionClass.Special, _ => null };

    private static IReadOnlyList<int>? Numbers(string text) =>
        text.Split(';') is var parts && parts.All(part => Number(part) is not null) ? [.. parts.Select(part => Number(part)!.Value)] : null;

    private static IReadOnlyList<Choice>? ChoicesOf(string text, int count)
    {
        var choices = text.Length == 0 ? [] : text.Split(',').Select(BallotLeaf.ReadChoice).ToList();
        return choices.Count == count && choices.All(choice => choice is not null) ? [.. choices.Select(choice => choice!.Value)] : null;
    }
}
