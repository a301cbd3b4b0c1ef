namespace Linli.Domain.Decisions.Proof;

/// <summary>What is wrong with a ledger that could be read.</summary>
public enum LedgerFault
{
    /// <summary>Entries are doubled or not in the order of their commitments.</summary>
    EntriesDisordered,

    /// <summary>An entry of the roll has two ballots.</summary>
    EntryVotedTwice,

    /// <summary>There is no head of the whole tree, or heads go backwards.</summary>
    HeadsDisordered,

    /// <summary>A head was not signed by the key.</summary>
    SignatureWrong,

    /// <summary>The tree of the ballots has another root than a head says: a ballot was changed, taken out or put in.</summary>
    RootWrong,

    /// <summary>A group has other heads than the ballots say.</summary>
    HeadsWrong,

    /// <summary>The commitments of a group do not add up to the area that is said.</summary>
    AreaWrong,

    /// <summary>A result was published that the figures do not give.</summary>
    ResultWrong,
}

/// <summary>What a recount found.</summary>
/// <param name="Fault">What is wrong.</param>
/// <param name="Where">The group, head or question.</param>
public sealed record LedgerFinding(LedgerFault Fault, string Where);

/// <summary>Recounts a vote from its public ledger alone.</summary>
public static class LedgerCheck
{
    /// <summary>All that is wrong; empty when everything holds.</summary>
    public static IReadOnlyList<LedgerFinding> Of(PublicLedger ledger) => [.. Roll(ledger), .. Tree(ledger), .. Areas(ledger), .. Results(ledger)];

    /// <summary>The figures of a question, from the openings.</summary>
    public static Figures FiguresOf(PublicLedger ledger, int question)
    {
        var (yes, no, abstain) = (Of(Choice.For), Of(Choice.Against), Of(Choice.Abstain));
        var (all, kind) = (ledger.Openings[LedgerGroup.Roll].Weight, ledger.Questions[question].Class);
        var statutory = Figures.Of(yes, no, abstain, all, ledger.Thresholds, kind);
        return ledger.NonReturn == NonReturnPolicy.FollowMajority
            ? statutory.With(statutory.Largest, ledger.Openings[LedgerGroup.Unreturned].Weight, all, ledger.Thresholds, kind)
            : statutory;

        Weight Of(Choice choice) => ledger.Openings[LedgerGroup.Question(question + 1, choice)].Weight;
    }

    private static IEnumerable<LedgerFinding> Roll(PublicLedger ledger)
    {
        var commitments = ledger.Entries.Select(entry => Convert.ToHexStringLower(entry.Commitment)).ToList();
        if (commitments.Zip(commitments.Skip(1)).Any(pair => string.CompareOrdinal(pair.First, pair.Second) >= 0))
        {
            yield return new LedgerFinding(LedgerFault.EntriesDisordered, "entry");
        }

        foreach (var twice in ledger.Ballots.GroupBy(ballot => ballot.Entry).Where(group => group.Count() > 1))
        {
            yield return new LedgerFinding(LedgerFault.EntryVotedTwice, $"entry {twice.Key}");
        }
    }

    private static IEnumerable<LedgerFinding> Tree(PublicLedger ledger)
    {
        var sizes = ledger.Heads.Select(head => head.Head.Size).ToList();
        if (sizes.Count == 0 || sizes[^1] != ledger.Ballots.Count || sizes.Zip(sizes.Skip(1)).Any(pair => pair.First > pair.Second))
        {
            yield return new LedgerFinding(LedgerFault.HeadsDisordered, "head");
        }

        var tree = new MerkleFrontier();
        var roots = new Dictionary<long, byte[]> { [0] = tree.Root() };
        foreach (var ballot in ledger.Ballots)
        {
            tree.Append(ledger.LeafOf(ballot).Hash);
            if (sizes.Contains(tree.Size))
            {
                roots[tree.Size] = tree.Root();
            }
        }

        foreach (var (head, signature) in ledger.Heads)
        {
            if (!head.IsSignedBy(signature, ledger.PublicKey))
            {
                yield return new LedgerFinding(LedgerFault.SignatureWrong, $"head {head.Size}");
            }

            if (!roots.TryGetValue(head.Size, out var root) || !root.AsSpan().SequenceEqual(head.Root))
            {
                yield return new LedgerFinding(LedgerFault.RootWrong, $"head {head.Size}");
            }
        }
    }

    private static IEnumerable<LedgerFinding> Areas(PublicLedger ledger)
    {
        foreach (var group in ledger.Groups())
        {
            var (entries, opening) = (ledger.EntriesOf(group).ToList(), ledger.Openings[group]);
            var name = $"{group.Kind} {group.Number} {group.Choice}";
            if (entries.Count != opening.Weight.Heads)
            {
                yield return new LedgerFinding(LedgerFault.HeadsWrong, name);
            }

            if (!AreaCommitment.Opens(entries.Select(entry => ledger.Entries[entry].Commitment), opening.Weight.Area, opening.Blind))
            {
                yield return new LedgerFinding(LedgerFault.AreaWrong, name);
            }
        }
    }

    private static IEnumerable<LedgerFinding> Results(PublicLedger ledger)
    {
        foreach (var (question, passed) in ledger.Passed.Index())
        {
            if (FiguresOf(ledger, question).Passed != passed)
            {
                yield return new LedgerFinding(LedgerFault.ResultWrong, $"question {question + 1}");
            }
        }

        if (ledger.Election is not { } election)
        {
            yield break;
        }

        var (all, part) = (ledger.Openings[LedgerGroup.Roll].Weight, ledger.Openings[LedgerGroup.Election].Weight);
        var counted = ElectionCount.Of(
            election.Seats, election.MostAlternates, part, Weight.Zero, Weight.Zero, BothMeasures.Of(ledger.Thresholds.Quorum, part, all),
            [.. election.Candidates.Select(number => (number, ledger.Openings[LedgerGroup.Candidate(number)].Weight)).Select(item =>
                (item.number, item.Weight, BothMeasures.Of(ledger.Thresholds.Ordinary, item.Weight, part)))],
            new Shortfall(Weight.Zero, []));
        foreach (var candidate in counted.Candidates.Where(candidate => ledger.Outcomes[candidate.Number] != candidate.Outcome))
        {
            yield return new LedgerFinding(LedgerFault.ResultWrong, $"candidate {candidate.Number}");
        }
    }
}
