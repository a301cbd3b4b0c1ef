using System.Collections.Frozen;
using Linli.Domain.Kernel;

namespace Linli.Domain.Decisions;

/// <summary>One permitted step of a decision.</summary>
/// <param name="From">The state before.</param>
/// <param name="Act">What is done.</param>
/// <param name="To">The state after; where the outcome decides, that of a decision that passed.</param>
public readonly record struct DecisionRow(DecisionState From, DecisionAct Act, DecisionState To);

/// <summary>The act does not belong to the state that the decision is in.</summary>
/// <param name="State">Where it stands.</param>
/// <param name="Act">What was asked.</param>
public sealed record DecisionStandsElsewhere(DecisionState State, DecisionAct Act) : Refusal;

/// <summary>The life of an owners' decision as one table (domain.md §1.8). The branch's opinion may be left out: by law it binds nobody.</summary>
public static class DecisionFlow
{
    /// <summary>Every permitted step.</summary>
    public static readonly IReadOnlyList<DecisionRow> Table =
    [
        new(DecisionState.Draft, DecisionAct.Rewrite, DecisionState.Draft),
        new(DecisionState.Draft, DecisionAct.AskBranch, DecisionState.PartyReview),
        new(DecisionState.PartyReview, DecisionAct.Rewrite, DecisionState.Draft),
        new(DecisionState.PartyReview, DecisionAct.RecordOpinion, DecisionState.PartyReview),
        new(DecisionState.Draft, DecisionAct.InformCommunity, DecisionState.CommunityInformed),
        new(DecisionState.PartyReview, DecisionAct.InformCommunity, DecisionState.CommunityInformed),
        new(DecisionState.CommunityInformed, DecisionAct.Rewrite, DecisionState.Draft),
        new(DecisionState.CommunityInformed, DecisionAct.PublishNotice, DecisionState.Noticed),
        new(DecisionState.Noticed, DecisionAct.CorrectRoll, DecisionState.Noticed),
        new(DecisionState.Noticed, DecisionAct.Open, DecisionState.Voting),
        new(DecisionState.Voting, DecisionAct.Close, DecisionState.Counting),
        new(DecisionState.Counting, DecisionAct.PublishResult, DecisionState.ResultPublished),
        new(DecisionState.ResultPublished, DecisionAct.RaiseObjection, DecisionState.ResultPublished),
        new(DecisionState.ResultPublished, DecisionAct.Recount, DecisionState.Counting),
        new(DecisionState.ResultPublished, DecisionAct.Conclude, DecisionState.Effective),
        new(DecisionState.Effective, DecisionAct.Challenge, DecisionState.Challenged),
        new(DecisionState.NotPassed, DecisionAct.Challenge, DecisionState.Challenged),
        new(DecisionState.Challenged, DecisionAct.Uphold, DecisionState.Effective),
        new(DecisionState.Challenged, DecisionAct.Revoke, DecisionState.Revoked),
        .. new[] { DecisionState.Draft, DecisionState.PartyReview, DecisionState.CommunityInformed, DecisionState.Noticed }
            .Select(state => new DecisionRow(state, DecisionAct.Withdraw, DecisionState.Withdrawn)),
    ];

    private static readonly FrozenDictionary<(DecisionState, DecisionAct), DecisionState> Next =
        Table.ToFrozenDictionary(row => (row.From, row.Act), row => row.To);

    /// <summary>The state after the act, or why it is refused.</summary>
    /// <param name="state">The state now.</param>
    /// <param name="act">What is to be done.</param>
    /// <param name="passed">Whether anything was passed; asked when a result becomes final.</param>
    public static Outcome<DecisionState> Decide(DecisionState state, DecisionAct act, bool passed = false) =>
        !Next.TryGetValue((state, act), out var next) ? new DecisionStandsElsewhere(state, act)
        : next == DecisionState.Effective && !passed ? DecisionState.NotPassed
        : next;

    /// <summary>What may be done next, in the order of <see cref="DecisionAct"/>.</summary>
    public static IReadOnlyList<DecisionAct> ActsOpenIn(DecisionState state) =>
        [.. Enum.GetValues<DecisionAct>().Where(act => Next.ContainsKey((state, act)))];

    /// <summary>Whether the questions can no longer be changed: what is not on the published agenda cannot be voted on.</summary>
    public static bool AgendaIsLocked(DecisionState state) =>
        state is not (DecisionState.Draft or DecisionState.PartyReview or DecisionState.CommunityInformed);
}
