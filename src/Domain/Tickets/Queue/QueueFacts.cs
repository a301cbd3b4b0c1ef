namespace Linli.Domain.Tickets.Queue;

/// <summary>What of a ticket decides whether it needs somebody.</summary>
public sealed record QueueFacts
{
    /// <summary>Where it stands.</summary>
    public required TicketState State { get; init; }

    /// <summary>How pressing it is.</summary>
    public required Urgency Urgency { get; init; }

    /// <summary>When the reporter is to be reached.</summary>
    public required DateTimeOffset ContactDueAt { get; init; }

    /// <summary>When the result is due; null while a pause holds the clock.</summary>
    public required DateTimeOffset? ResolveDueAt { get; init; }

    /// <summary>Whether the reporter has been reached.</summary>
    public required bool IsContacted { get; init; }

    /// <summary>What the person is to it.</summary>
    public required TicketRoles Roles { get; init; }

    /// <summary>Whether it is the person's own unit that leads it or, before anybody does, the nearest one that is asked.</summary>
    public required bool IsOurs { get; init; }

    /// <summary>When the open return is to be decided.</summary>
    public DateTimeOffset? ReturnDueAt { get; init; }

    /// <summary>When the level that the open whistle calls is to report in.</summary>
    public DateTimeOffset? WhistleDueAt { get; init; }

    /// <summary>Whether an answered whistle has not been assessed.</summary>
    public bool IsToAssess { get; init; }

    /// <summary>When the own organisation's open part is due.</summary>
    public DateTimeOffset? PartDueAt { get; init; }

    /// <summary>Since when a card waits for this person's answer.</summary>
    public DateTimeOffset? CardSince { get; init; }

    /// <summary>Since when a proposal waits for this person, or the day set by this person has come.</summary>
    public DateTimeOffset? SuperviseSince { get; init; }

    /// <summary>When the open return visit is due.</summary>
    public DateTimeOffset? VisitDueAt { get; init; }
}
