namespace Linli.Domain.Decisions;

/// <summary>How unreturned ballots are treated. Stored by name.</summary>
public enum NonReturnPolicy
{
    /// <summary>Only those who take part count (Civil Code 278).</summary>
    NotCounted,

    /// <summary>从多: unreturned ballots whose delivery is proved join the choice with the largest area; only where the owners' own rules adopted it.</summary>
    FollowMajority,
}

/// <summary>The figures of one question: four numbers on both measures, and what follows.</summary>
public sealed record Figures
{
    /// <summary>同意.</summary>
    public required Weight For { get; init; }

    /// <summary>不同意.</summary>
    public required Weight Against { get; init; }

    /// <summary>弃权.</summary>
    public required Weight Abstain { get; init; }

    /// <summary>参与表决: the three together.</summary>
    public Weight Part => For + Against + Abstain;

    /// <summary>Whether enough took part.</summary>
    public required BothMeasures Quorum { get; init; }

    /// <summary>Whether enough of those who took part are for it.</summary>
    public required BothMeasures Approved { get; init; }

    /// <summary>Passed: quorum and approval, each on both measures.</summary>
    public bool Passed => Quorum.Reached && Approved.Reached;

    internal static Figures Of(Weight yes, Weight no, Weight abstain, Weight all, DecisionThresholds thresholds, DecisionClass kind) => new()
    {
        For = yes,
        Against = no,
        Abstain = abstain,
        Quorum = BothMeasures.Of(thresholds.Quorum, yes + no + abstain, all),
        Approved = BothMeasures.Of(thresholds.ApprovalOf(kind), yes, yes + no + abstain),
    };

    internal Figures With(Choice? joined, Weight added, Weight all, DecisionThresholds thresholds, DecisionClass kind) => joined switch
    {
        Choice.For => Of(For + added, Against, Abstain, all, thresholds, kind),
        Choice.Against => Of(For, Against + added, Abstain, all, thresholds, kind),
        Choice.Abstain => Of(For, Against, Abstain + added, all, thresholds, kind),
        _ => this,
    };

    /// <summary>The choice with the largest area; null on a tie of the largest and when nobody took part.</summary>
    internal Choice? Largest
    {
        get
        {
            var ordered = new[] { (Choice.For, For.Area), (Choice.Against, Against.Area), (Choice.Abstain, Abstain.Area) }.OrderByDescending(item => item.Item2).ToArray();
            return ordered[0].Item2 > ordered[1].Item2 ? ordered[0].Item1 : null;
        }
    }
}

/// <summary>The unreturned ballots that join under 从多.</summary>
/// <param name="To">The choice that they join; null on a tie.</param>
/// <param name="Weight">Who joins; nobody on a tie.</param>
/// <param name="Figures">The result with them.</param>
public sealed record Followed(Choice? To, Weight Weight, Figures Figures);

/// <summary>Who still has to be reached in a building.</summary>
/// <param name="Building">The building.</param>
/// <param name="Missing">The voters of the building who did not take part.</param>
public sealed record BuildingShortfall(string Building, Weight Missing);

/// <summary>What is missing to the quorum, and where.</summary>
/// <param name="ToQuorum">Still missing on each measure; zero when it is reached.</param>
/// <param name="Buildings">Every building with units that count, in their order.</param>
public sealed record Shortfall(Weight ToQuorum, IReadOnlyList<BuildingShortfall> Buildings);

/// <summary>One question, counted.</summary>
/// <param name="Class">Ordinary or special.</param>
/// <param name="Blank">Returned without a choice.</param>
/// <param name="Invalid">Returned and void.</param>
/// <param name="Statutory">Only those who took part.</param>
/// <param name="Followed">With the unreturned ballots that join the majority; always computed, so that both can be shown.</param>
/// <param name="DecidedBy">Which of the two decides.</param>
/// <param name="Shortfall">What is missing to the quorum by those who took part.</param>
public sealed record QuestionCount(
    DecisionClass Class, Weight Blank, Weight Invalid, Figures Statutory, Followed Followed, NonReturnPolicy DecidedBy, Shortfall Shortfall)
{
    /// <summary>Passed by the figures that decide.</summary>
    public bool Passed => (DecidedBy == NonReturnPolicy.FollowMajority ? Followed.Figures : Statutory).Passed;
}
