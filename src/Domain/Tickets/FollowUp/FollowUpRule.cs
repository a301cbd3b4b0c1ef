using Linli.Domain.Kernel;

namespace Linli.Domain.Tickets.FollowUp;

/// <summary>What the ladder has to know of a ticket.</summary>
public sealed record FollowedTicket
{
    /// <summary>When it was received.</summary>
    public required DateTimeOffset ReceivedAt { get; init; }

    /// <summary>Until when its reporter is to be reached first.</summary>
    public required DateTimeOffset ContactDueAt { get; init; }

    /// <summary>Until when its result is due, pauses and extensions counted; null while a pause holds the clock.</summary>
    public required DateTimeOffset? ResolveDueAt { get; init; }

    /// <summary>Whether the reporter was reached.</summary>
    public required bool IsContacted { get; init; }

    /// <summary>Whether nobody is to be chased: a result is there, or it is closed or withdrawn.</summary>
    public required bool IsAnswered { get; init; }

    /// <summary>How often it was reopened; each reopening begins a new round.</summary>
    public int Round { get; init; }

    /// <summary>When the round began by a reopening; null in the first.</summary>
    public DateTimeOffset? ReopenedAt { get; init; }

    /// <summary>The end of the last day of a listing that stands.</summary>
    public DateTimeOffset? ListedUntil { get; init; }

    /// <summary>Codes of the steps taken in this round.</summary>
    public IReadOnlyCollection<string> Taken { get; init; } = [];

    /// <summary>When the round began.</summary>
    public DateTimeOffset Began => ReopenedAt ?? ReceivedAt;

    /// <summary>The ladder that watches this round.</summary>
    public FollowUpLadder Ladder => FollowUpLadder.On(ChinaTime.DayOf(Began));
}

/// <summary>A step and the moment at which the rules let it fall due.</summary>
/// <param name="Step">The step.</param>
/// <param name="DueAt">When it falls due; after the end of a time it is late from the next moment on.</param>
public readonly record struct DueStep(LadderStep Step, DateTimeOffset DueAt)
{
    /// <summary>Whether the moment is reached. At the due moment itself a result is still in time, so what follows it comes after.</summary>
    public bool IsReached(DateTimeOffset at) => Step.PercentBefore > 0 ? at >= DueAt : at > DueAt;
}

/// <summary>
/// Which steps of the ladder are due (domain.md §5). A round that begins after the time was over counts from its own begin:
/// nobody is late for what the reporter has only just sent back.
/// </summary>
public static class FollowUpRule
{
    /// <summary>The steps that are due and not taken, in the order in which they fell due, however long nobody looked.</summary>
    public static IReadOnlyList<DueStep> Due(FollowUpLadder ladder, FollowedTicket ticket, DateTimeOffset at) =>
        [.. Ahead(ladder, ticket).Where(step => step.IsReached(at))];

    /// <summary>The step that comes next as things stand; null when none does.</summary>
    public static DueStep? Next(FollowUpLadder ladder, FollowedTicket ticket, DateTimeOffset at) =>
        Ahead(ladder, ticket).Where(step => !step.IsReached(at)).Select(step => (DueStep?)step).FirstOrDefault();

    /// <summary>The steps that are not taken, with the moments at which they fall due as things stand, the earliest first.</summary>
    public static IReadOnlyList<DueStep> Ahead(FollowUpLadder ladder, FollowedTicket ticket) => ticket.IsAnswered
        ? []
        : [.. (from step in ladder.Steps
               where !ticket.Taken.Contains(step.Code)
               let moment = MomentOf(step, ticket)
               where moment is not null
               select new DueStep(step, moment.Value)).OrderBy(step => step.DueAt)];

    private static DateTimeOffset? MomentOf(LadderStep step, FollowedTicket ticket)
    {
        if (step.OrRepeats <= ticket.Round)
        {
            return ticket.Began;
        }

        return EndOf(step.Clock, ticket) is not { } end ? null
            : step.PercentBefore > 0 ? Later(end - TimeSpan.FromTicks((end - ticket.ReceivedAt).Ticks / 100 * step.PercentBefore), ticket.Began)
            : Later(end, ticket.Began).AddHours(step.HoursAfter);
    }

    private static DateTimeOffset? EndOf(WatchedClock clock, FollowedTicket ticket) => clock switch
    {
        WatchedClock.Contact => ticket.IsContacted ? null : ticket.ContactDueAt,
        WatchedClock.Result => ticket.ResolveDueAt,
        WatchedClock.Listing => ticket.ListedUntil,
        _ => throw new ArgumentOutOfRangeException(nameof(clock)),
    };

    private static DateTimeOffset Later(DateTimeOffset left, DateTimeOffset right) => left > right ? left : right;
}
