using Linli.Domain.Registry.Jurisdictions;

namespace Linli.Domain.Decisions.Proof;

/// <summary>A ledger while its lines are read.</summary>
internal sealed class LedgerDraft
{
    private static readonly string[] Needed =
        ["vote", "title", "compound", "opens", "closes", "roll-hash", "threshold quorum", "threshold ordinary", "threshold special", "non-return", "key"];

    private readonly HashSet<string> said = new(StringComparer.Ordinal);

    public Guid Vote { get; set; }

    public string Title { get; set; } = string.Empty;

    public string Compound { get; set; } = string.Empty;

    public DateTimeOffset OpensAt { get; set; }

    public DateTimeOffset ClosesAt { get; set; }

    public string RollHash { get; set; } = string.Empty;

    public Dictionary<string, ShareValue> Thresholds { get; } = new(StringComparer.Ordinal);

    public NonReturnPolicy NonReturn { get; set; }

    public List<LedgerQuestion> Questions { get; } = [];

    public LedgerElection? Election { get; set; }

    public byte[] Key { get; set; } = [];

    public List<RollEntry> Entries { get; } = [];

    public List<(int Size, byte[] Root, DateTimeOffset At, byte[] Signature)> Heads { get; } = [];

    public List<(LedgerBallot Ballot, string Receipt)> Ballots { get; } = [];

    public Dictionary<LedgerGroup, Opening> Openings { get; } = [];

    public List<bool> Passed { get; } = [];

    public Dictionary<int, CandidateOutcome> Outcomes { get; } = [];

    /// <summary>What is not there.</summary>
    public string Missing { get; private set; } = string.Empty;

    public bool Once(string what, Action set)
    {
        if (!said.Add(what))
        {
            return false;
        }

        set();
        return true;
    }

    public static bool Add<T>(List<T> list, T item)
    {
        list.Add(item);
        return true;
    }

    /// <summary>The ledger; null when something is missing.</summary>
    public PublicLedger? Finish()
    {
        if (Needed.FirstOrDefault(what => !said.Contains(what)) is { } missing)
        {
            Missing = missing;
            return null;
        }

        var roll = RollEntry.HashOf(Entries.Select(entry => entry.Commitment));
        var ledger = new PublicLedger
        {
            Vote = Vote, Title = Title, Compound = Compound, Window = new VotingWindow(OpensAt, ClosesAt), RollHash = RollHash,
            Thresholds = new DecisionThresholds(Thresholds["quorum"], Thresholds["ordinary"], Thresholds["special"]),
            NonReturn = NonReturn, Questions = Questions, Election = Election, PublicKey = Key, Entries = Entries,
            Heads = [.. Heads.Select(head => new SignedHead(new TreeHead(Vote, roll, head.Size, head.Root, head.At), head.Signature))],
            Ballots = [.. Ballots.Select(item => item.Ballot)], Openings = Openings, Passed = Passed, Outcomes = Outcomes,
        };
        Missing = Ballots.Any(item => Receipt.Of(ledger.LeafOf(item.Ballot).Hash) != item.Receipt) ? "receipt"
            : ledger.Groups().Any(group => !Openings.ContainsKey(group)) || Openings.Count != ledger.Groups().Count() ? "opening"
            : Passed.Count != Questions.Count || !Outcomes.Keys.ToHashSet().SetEquals(Election?.Candidates ?? []) ? "result"
            : string.Empty;
        return Missing.Length == 0 ? ledger : null;
    }
}
