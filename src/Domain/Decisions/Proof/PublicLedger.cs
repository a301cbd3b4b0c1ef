namespace Linli.Domain.Decisions.Proof;

/// <summary>A question as the ledger writes it.</summary>
/// <param name="Matter">Its code, M1 to M9 or a local one.</param>
/// <param name="Class">Ordinary or special.</param>
/// <param name="Title">As voted on.</param>
public sealed record LedgerQuestion(string Matter, DecisionClass Class, string Title);

/// <summary>The election as the ledger writes it.</summary>
/// <param name="Seats">Seats.</param>
/// <param name="MostAlternates">Alternates at most.</param>
/// <param name="Candidates">Numbers.</param>
public sealed record LedgerElection(int Seats, int MostAlternates, IReadOnlyList<int> Candidates);

/// <summary>A ballot as the ledger writes it; its place is that of its leaf.</summary>
/// <param name="Entry">The entry of the roll, from 0.</param>
/// <param name="Salt">16 bytes.</param>
/// <param name="Choices">A choice for each question.</param>
/// <param name="Election">The marks; null without an election.</param>
public sealed record LedgerBallot(int Entry, byte[] Salt, IReadOnlyList<Choice> Choices, ElectionVote? Election);

/// <summary>A tree head with its signature.</summary>
/// <param name="Head">What was signed.</param>
/// <param name="Signature">64 bytes.</param>
public sealed record SignedHead(TreeHead Head, byte[] Signature);

/// <summary>A group of ballots whose area is opened.</summary>
/// <param name="Kind">roll, unreturned, question, election or candidate.</param>
/// <param name="Number">Of the question or candidate; 0 for the others.</param>
/// <param name="Choice">FOR, AGAINST, ABSTAIN; - for the others.</param>
public readonly record struct LedgerGroup(string Kind, int Number, string Choice)
{
    /// <summary>All entries.</summary>
    public static readonly LedgerGroup Roll = new("roll", 0, "-");

    /// <summary>Entries without a ballot whose delivery is proved.</summary>
    public static readonly LedgerGroup Unreturned = new("unreturned", 0, "-");

    /// <summary>Those who took part in the election.</summary>
    public static readonly LedgerGroup Election = new("election", 0, "-");

    /// <summary>A choice of a question, counted from 1.</summary>
    public static LedgerGroup Question(int number, Choice choice) => new("question", number, BallotLeaf.Word(choice));

    /// <summary>A candidate.</summary>
    public static LedgerGroup Candidate(int number) => new("candidate", number, "-");
}

/// <summary>
/// The public ledger of a vote: all that is needed to recount it and to find one's own ballot, and no name, unit or single area.
/// Its form is that of docs/decisions/0030-the-public-ledger.md; other programs read it too, so it changes only with a new first line.
/// </summary>
public sealed record PublicLedger
{
    /// <summary>The vote.</summary>
    public required Guid Vote { get; init; }

    /// <summary>What it is called.</summary>
    public required string Title { get; init; }

    /// <summary>The compound's name.</summary>
    public required string Compound { get; init; }

    /// <summary>When voting was open.</summary>
    public required VotingWindow Window { get; init; }

    /// <summary>SHA-256 of the roll with its owners, which is not public; 64 hexadecimal digits.</summary>
    public required string RollHash { get; init; }

    /// <summary>What is to be reached.</summary>
    public required DecisionThresholds Thresholds { get; init; }

    /// <summary>How unreturned ballots are treated.</summary>
    public required NonReturnPolicy NonReturn { get; init; }

    /// <summary>The questions in their order.</summary>
    public required IReadOnlyList<LedgerQuestion> Questions { get; init; }

    /// <summary>The election; null when there is none.</summary>
    public LedgerElection? Election { get; init; }

    /// <summary>The public key of the tree heads, 65 bytes.</summary>
    public required byte[] PublicKey { get; init; }

    /// <summary>The roll without names, in the order of the commitments.</summary>
    public required IReadOnlyList<RollEntry> Entries { get; init; }

    /// <summary>The heads that were signed; the last one is of the whole tree.</summary>
    public required IReadOnlyList<SignedHead> Heads { get; init; }

    /// <summary>The ballots in the order of the tree.</summary>
    public required IReadOnlyList<LedgerBallot> Ballots { get; init; }

    /// <summary>Heads and areas of the groups.</summary>
    public required IReadOnlyDictionary<LedgerGroup, Opening> Openings { get; init; }

    /// <summary>For each question whether it was published as passed.</summary>
    public required IReadOnlyList<bool> Passed { get; init; }

    /// <summary>For each candidate what was published.</summary>
    public required IReadOnlyDictionary<int, CandidateOutcome> Outcomes { get; init; }

    /// <summary>The leaf of a ballot.</summary>
    public BallotLeaf LeafOf(LedgerBallot ballot) => new()
    {
        Vote = Vote, Entry = Entries[ballot.Entry].Commitment, Salt = ballot.Salt, Choices = ballot.Choices, Election = ballot.Election,
    };

    /// <summary>The groups whose areas a recount needs.</summary>
    public IEnumerable<LedgerGroup> Groups() =>
    [
        LedgerGroup.Roll, LedgerGroup.Unreturned,
        .. Enumerable.Range(1, Questions.Count).SelectMany(number => new[] { Choice.For, Choice.Against, Choice.Abstain }.Select(choice => LedgerGroup.Question(number, choice))),
        .. Election is null ? [] : Election.Candidates.Select(LedgerGroup.Candidate).Prepend(LedgerGroup.Election),
    ];

    /// <summary>The entries of a group.</summary>
    public IEnumerable<int> EntriesOf(LedgerGroup group)
    {
        var returned = Ballots.Select(ballot => ballot.Entry).ToHashSet();
        return group.Kind switch
        {
            "roll" => Enumerable.Range(0, Entries.Count),
            "unreturned" => Enumerable.Range(0, Entries.Count).Where(entry => Entries[entry].DeliveryProved && !returned.Contains(entry)),
            "question" => Ballots.Where(ballot => BallotLeaf.Word(ballot.Choices[group.Number - 1]) == group.Choice).Select(ballot => ballot.Entry),
            "election" => Ballots.Where(ballot => ballot.Election?.State.TakesPart() == true).Select(ballot => ballot.Entry),
            "candidate" => Ballots.Where(ballot => ballot.Election?.Marks.Contains(group.Number) == true).Select(ballot => ballot.Entry),
            _ => throw new ArgumentOutOfRangeException(nameof(group), group, "No such group."),
        };
    }
}
