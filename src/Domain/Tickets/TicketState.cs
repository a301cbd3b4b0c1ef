namespace Linli.Domain.Tickets;

/// <summary>Where a ticket stands. In brackets: the names of domain.md §5, of which some share a state here.</summary>
public enum TicketState
{
    /// <summary>待受理 (RECEIVED): reported, nobody has taken it yet.</summary>
    Received,

    /// <summary>已受理 (CLASSIFIED): the first-asked person 首问 is registered, category and urgency are set.</summary>
    Accepted,

    /// <summary>已派单 (DISPATCHED, SIGNED): a worker is named and has not reached the reporter yet.</summary>
    Assigned,

    /// <summary>处理中 (CONTACTED, HANDLING): the worker has reached the reporter.</summary>
    Handling,

    /// <summary>待评价 (REPLIED): marked done with its result; the reporter has the word.</summary>
    Replied,

    /// <summary>重新办理 (REOPENED): the reporter says that it is not solved.</summary>
    Reopened,

    /// <summary>已办结 (REVISITED, CLOSED): confirmed by the reporter, or closed unrated after the confirmation period.</summary>
    Closed,

    /// <summary>已撤回: taken back by the reporter before a worker was named.</summary>
    Withdrawn,

    /// <summary>退单待裁定 (RETURN_REQUESTED): the worker says that it belongs elsewhere; somebody else decides.</summary>
    ReturnRequested,

    /// <summary>暂停办理: waits for the resident or for material; the clock of the result is held.</summary>
    Paused,
}
