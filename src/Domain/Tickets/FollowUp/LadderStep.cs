using Linli.Domain.Kernel;

namespace Linli.Domain.Tickets.FollowUp;

/// <summary>What a step of 跟踪督促 is, from mild to strong: later ones outrank earlier ones.</summary>
public enum FollowUpKind
{
    /// <summary>提醒: the time is nearly over.</summary>
    Reminder,

    /// <summary>黄牌: the time is over; the leader of who works on it is told and says what will be done.</summary>
    YellowCard,

    /// <summary>红牌督办: a named supervisor above the unit looks after it.</summary>
    RedCard,

    /// <summary>提请挂牌督办: somebody decides whether it is listed.</summary>
    ListingProposal,

    /// <summary>挂牌督办: decided by a person, with a reason and a day; listed for everybody without personal data.</summary>
    Listing,

    /// <summary>提请约谈: the day of the listing has passed.</summary>
    InterviewProposal,

    /// <summary>约谈: who talked with whom, what was agreed, and when they talk again.</summary>
    Interview,
}

/// <summary>The clock that a step watches.</summary>
public enum WatchedClock
{
    /// <summary>Until the first contact; no pause stops it.</summary>
    Contact,

    /// <summary>Until the result; held by a pause, moved by an extension.</summary>
    Result,

    /// <summary>Until the last day of a listing.</summary>
    Listing,
}

/// <summary>One automatic step of the ladder, as the data says it.</summary>
public sealed record LadderStep
{
    /// <summary>Stable name; a step is taken once in a round of a ticket.</summary>
    public required string Code { get; init; }

    /// <summary>What it is.</summary>
    public required FollowUpKind Kind { get; init; }

    /// <summary>Which clock it watches.</summary>
    public required WatchedClock Clock { get; init; }

    /// <summary>Percent of the whole time that are left when it falls due, 1 to 99; 0 where it falls due after the end.</summary>
    public int PercentBefore { get; init; }

    /// <summary>Hours after the end of the time, 0 to 10,000; they run at once and without interruption.</summary>
    public int HoursAfter { get; init; }

    /// <summary>The round from which it falls due at once; null where repeats do not matter.</summary>
    public int? OrRepeats { get; init; }

    /// <summary>The worker is answerable, where there is one.</summary>
    public bool HandlerFirst { get; init; }

    /// <summary>Nobody of the unit that leads the ticket is answerable for it.</summary>
    public bool OutsideLeadUnit { get; init; }

    /// <summary>Kinds of posts that are answerable, the preferred first.</summary>
    public required IReadOnlyList<string> Answerable { get; init; }

    /// <summary>Where it comes from.</summary>
    public required RuleSource Source { get; init; }

    /// <summary>Whether somebody has to answer: say what will be done, or decide.</summary>
    public bool NeedsAnswer => Kind != FollowUpKind.Reminder;
}
