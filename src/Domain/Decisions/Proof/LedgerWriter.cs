using System.Globalization;
using System.Text;
using Linli.Domain.Registry.Jurisdictions;

namespace Linli.Domain.Decisions.Proof;

/// <summary>Writes a ledger: UTF-8, one statement a line, fields separated by tabs, so that a spreadsheet opens it too.</summary>
public static class LedgerWriter
{
    /// <summary>The file's text.</summary>
    public static string Write(PublicLedger ledger)
    {
        var lines = new StringBuilder();
        Line(lines, LedgerReader.FirstLine);
        Line(lines, "vote", ledger.Vote.ToString("D", CultureInfo.InvariantCulture));
        Line(lines, "title", Text(ledger.Title));
        Line(lines, "compound", Text(ledger.Compound));
        Line(lines, "opens", Moment(ledger.Window.OpensAt));
        Line(lines, "closes", Moment(ledger.Window.ClosesAt));
        Line(lines, "roll-hash", ledger.RollHash);
        Line(lines, "threshold", "quorum", Share(ledger.Thresholds.Quorum));
        Line(lines, "threshold", "ordinary", Share(ledger.Thresholds.Ordinary));
        Line(lines, "threshold", "special", Share(ledger.Thresholds.Special));
        Line(lines, "non-return", Policy(ledger.NonReturn));
        foreach (var (at, question) in ledger.Questions.Index())
        {
            Line(lines, "question", Number(at + 1), question.Matter, question.Class == DecisionClass.Special ? "SPECIAL" : "ORDINARY", Text(question.Title));
        }

        if (ledger.Election is { } election)
        {
            Line(lines, "election", Number(election.Seats), Number(election.MostAlternates), string.Join(';', election.Candidates.Select(n => Number(n))));
        }

        Line(lines, "key", Hex(ledger.PublicKey));
        foreach (var (at, entry) in ledger.Entries.Index())
        {
            Line(lines, "entry", Number(at), Hex(entry.Commitment), entry.DeliveryProved ? "1" : "0");
        }

        foreach (var (head, signature) in ledger.Heads)
        {
            Line(lines, "head", Number(head.Size), Hex(head.Root), head.AtText, Hex(signature));
        }

        foreach (var (at, ballot) in ledger.Ballots.Index())
        {
            Line(
                lines, "ballot", Number(at), Number(ballot.Entry), Hex(ballot.Salt), string.Join(',', ballot.Choices.Select(BallotLeaf.Word)),
                BallotLeaf.Word(ballot.Election), Receipt.Of(ledger.LeafOf(ballot).Hash));
        }

        foreach (var group in ledger.Groups())
        {
            var opening = ledger.Openings[group];
            Line(
                lines, "opening", group.Kind, Number(group.Number), group.Choice, Number(opening.Weight.Heads), Number(opening.Weight.Area.Hundredths),
                Hex(opening.Blind));
        }

        foreach (var (at, passed) in ledger.Passed.Index())
        {
            Line(lines, "result", "question", Number(at + 1), passed ? "PASSED" : "NOT_PASSED");
        }

        foreach (var (number, outcome) in ledger.Outcomes.OrderBy(item => item.Key))
        {
            Line(lines, "result", "candidate", Number(number), Word(outcome));
        }

        return lines.Append("end\n").ToString();
    }

    internal static string Word(CandidateOutcome outcome) => outcome switch
    {
        CandidateOutcome.Elected => "ELECTED",
        CandidateOutcome.Alternate => "ALTERNATE",
        _ => "NOT_ELECTED",
    };

    internal static string Policy(NonReturnPolicy policy) => policy == NonReturnPolicy.FollowMajority ? "FOLLOW_MAJORITY" : "NOT_COUNTED";

    internal static string Moment(DateTimeOffset at) => at.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);

    private static string Share(ShareValue share) =>
        string.Create(CultureInfo.InvariantCulture, $"{share.Numerator}/{share.Denominator}\t{(share.Strict ? "more" : "least")}");

    private static string Number(long number) => number.ToString(CultureInfo.InvariantCulture);

    // What people wrote must not look like another field or line.
    private static string Text(string written) => new([.. written.Select(sign => char.IsControl(sign) || sign is '\u2028' or '\u2029' ? ' ' : sign)]);

    private static string Hex(byte[] bytes) => Convert.ToHexStringLower(bytes);

    private static void Line(StringBuilder lines, params ReadOnlySpan<string> fields)
    {
        for (var at = 0; at < fields.Length; at++)
        {
            lines.Append(at > 0 ? "\t" : string.Empty).Append(fields[at]);
        }

        lines.Append('\n');
    }
}
