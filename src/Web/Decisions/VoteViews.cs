using Linli.Domain.Decisions;
using Linli.Domain.Kernel;

namespace Linli.Web.Decisions;

/// <summary>Heads and area, in 0.01 m².</summary>
public sealed record WeightView(long Heads, long Area)
{
    internal static WeightView Of(Weight weight) => new(weight.Heads, weight.Area.Hundredths);
}

/// <summary>A vote in a list.</summary>
public sealed record VoteLine(Guid Id, string Title, string Compound, DecisionState State, DateTimeOffset OpensAt, DateTimeOffset ClosesAt, int Questions);

/// <summary>Figures of a question, once they are published.</summary>
public sealed record FiguresView(
    WeightView For, WeightView Against, WeightView Abstain, WeightView Part, bool QuorumHeads, bool QuorumArea, bool ApprovedHeads, bool ApprovedArea, bool Passed)
{
    internal static FiguresView Of(Figures figures) => new(
        WeightView.Of(figures.For), WeightView.Of(figures.Against), WeightView.Of(figures.Abstain), WeightView.Of(figures.Part),
        figures.Quorum.Heads, figures.Quorum.Area, figures.Approved.Heads, figures.Approved.Area, figures.Passed);
}

/// <summary>A question as everybody sees it.</summary>
public sealed record QuestionView
{
    public required int Number { get; init; }

    public required string Matter { get; init; }

    public required string MatterTitle { get; init; }

    public required DecisionClass Class { get; init; }

    public required string Title { get; init; }

    public required string Text { get; init; }

    /// <summary>In 0.01 yuan.</summary>
    public long? Amount { get; init; }

    /// <summary>The legal basis and what it says in plain words.</summary>
    public required string Source { get; init; }

    public required string Plain { get; init; }

    public required Verification Verification { get; init; }

    /// <summary>Null before the result is published.</summary>
    public bool? Passed { get; init; }

    public FiguresView? Statutory { get; init; }

    /// <summary>With the unreturned ballots that join the majority; null where the rules do not have it.</summary>
    public FiguresView? Followed { get; init; }

    public WeightView? Blank { get; init; }

    public WeightView? Invalid { get; init; }
}

/// <summary>A candidate as everybody sees it.</summary>
public sealed record CandidateView(int Number, string Name, WeightView? For, CandidateOutcome? Outcome);

/// <summary>Who is still missing in a building.</summary>
public sealed record BuildingView(string Building, WeightView Missing);

/// <summary>A vote as everybody sees it.</summary>
public sealed record VoteView
{
    public required Guid Id { get; init; }

    public required string Title { get; init; }

    public required string Background { get; init; }

    public required Guid CompoundId { get; init; }

    public required string CompoundCode { get; init; }

    public required string Compound { get; init; }

    public required DecisionState State { get; init; }

    public required DateTimeOffset OpensAt { get; init; }

    public required DateTimeOffset ClosesAt { get; init; }

    public required NonReturnPolicy NonReturn { get; init; }

    public required bool CountParking { get; init; }

    public int? MostPrincipals { get; init; }

    public required IReadOnlyList<QuestionView> Questions { get; init; }

    public required IReadOnlyList<CandidateView> Candidates { get; init; }

    public int? Seats { get; init; }

    /// <summary>The denominators; null before the roll is drawn up.</summary>
    public WeightView? Roll { get; init; }

    /// <summary>What has come in; null before voting opens.</summary>
    public WeightView? Received { get; init; }

    /// <summary>Still missing until enough take part; by ballots received while voting runs.</summary>
    public WeightView? ToQuorum { get; init; }

    public required IReadOnlyList<BuildingView> Buildings { get; init; }

    public string? RollHash { get; init; }

    public required IReadOnlyList<TreeHeadView> Heads { get; init; }

    public DateTimeOffset? PublishedAt { get; init; }

    public DateOnly? ObjectionsUntil { get; init; }

    public required IReadOnlyList<StepView> Steps { get; init; }

    /// <summary>The branch's recorded opinion; by law it binds nobody.</summary>
    public string? Opinion { get; init; }

    /// <summary>For forms: the state of things that was seen.</summary>
    public required uint Version { get; init; }

    /// <summary>What the reader may do with it next.</summary>
    public required IReadOnlyList<DecisionAct> Acts { get; init; }
}

/// <summary>A signed tree head; bytes in hexadecimal.</summary>
public sealed record TreeHeadView(long Size, string Root, DateTimeOffset At, string Signature);

/// <summary>A step of a vote.</summary>
public sealed record StepView(DecisionAct Act, DateTimeOffset At, string As, string? Words);
