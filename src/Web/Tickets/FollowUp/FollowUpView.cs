using Linli.Domain.Tickets.FollowUp;

namespace Linli.Web.Tickets.FollowUp;

/// <summary>How a ticket is chased, as far as its reader may see it: residents learn that it is supervised, and no more.</summary>
public sealed record FollowUpView
{
    /// <summary>已督办: a supervisor looks after it; since when.</summary>
    public required DateTimeOffset? SupervisedSince { get; init; }

    /// <summary>Whether it is told as to a resident.</summary>
    public bool AsResident { get; init; }

    /// <summary>The steps taken, oldest first; none for residents.</summary>
    public required IReadOnlyList<FollowUpStepView> Steps { get; init; }

    /// <summary>What comes next if nothing is done, the earliest first; none for residents.</summary>
    public required IReadOnlyList<StepAhead> Ahead { get; init; }

    /// <summary>The listing that stands.</summary>
    public FollowUpStepView? Listing => Steps.LastOrDefault(step => step is { Kind: FollowUpKind.Listing, EndedAt: null });

    /// <summary>The step that says how far it has come.</summary>
    public FollowUpStepView? Stage => Steps.Count == 0 ? null : Steps.Where(step => step.Round == Steps.Max(s => s.Round)).MaxBy(step => (step.Kind, step.At));

    /// <summary>Cards that nobody has answered.</summary>
    public IReadOnlyList<FollowUpStepView> Unanswered =>
        [.. Steps.Where(step => step is { Kind: FollowUpKind.YellowCard or FollowUpKind.RedCard, AnsweredAt: null })];

    /// <summary>The proposal to list it that waits for a decision.</summary>
    public FollowUpStepView? Proposal => Steps.LastOrDefault(step => step is { Kind: FollowUpKind.ListingProposal, AnsweredAt: null });
}

/// <summary>A step that was taken; <paramref name="TakenBy"/> is null where the platform took it.</summary>
public sealed record FollowUpStepView(
    FollowUpKind Kind, WatchedClock? Clock, int Round, DateTimeOffset DueAt, DateTimeOffset At, string? TakenBy, string? Answerable, string? AnswerableFor, string? Note, string? TalkedWith,
    DateOnly? UntilOn, DateTimeOffset? AnsweredAt, string? AnsweredBy, string? Answer, DateTimeOffset? EndedAt, string? EndedNote);

/// <summary>A step that comes if nothing is done.</summary>
public sealed record StepAhead(FollowUpKind Kind, WatchedClock Clock, DateTimeOffset DueAt);
