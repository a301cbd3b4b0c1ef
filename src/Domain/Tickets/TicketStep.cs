namespace Linli.Domain.Tickets;

/// <summary>The four steps that everybody sees (青羊总部: 需求收集—响应处理—跟踪督促—评估评价; domain.md §0 002).</summary>
public enum TicketStep
{
    /// <summary>需求收集: reported, taken and classified.</summary>
    Collecting = 1,

    /// <summary>响应处理: a worker is named and at it.</summary>
    Responding = 2,

    /// <summary>跟踪督促: it is chased, because it is overdue or was reopened.</summary>
    FollowingUp = 3,

    /// <summary>评估评价: the result waits for its rating, or has it.</summary>
    Evaluating = 4,
}

/// <summary>Maps states onto the four steps.</summary>
public static class TicketSteps
{
    /// <summary>The step of a ticket. A withdrawn ticket never left the first.</summary>
    /// <param name="state">Where the ticket stands.</param>
    /// <param name="isOverdue">Whether its result is overdue: then work on it is follow-up.</param>
    public static TicketStep Of(TicketState state, bool isOverdue = false) => state switch
    {
        TicketState.Received or TicketState.Accepted or TicketState.Withdrawn => TicketStep.Collecting,
        TicketState.Assigned or TicketState.Handling or TicketState.Paused or TicketState.ReturnRequested => isOverdue ? TicketStep.FollowingUp : TicketStep.Responding,
        TicketState.Reopened => TicketStep.FollowingUp,
        TicketState.Replied or TicketState.Closed => TicketStep.Evaluating,
        _ => throw new ArgumentOutOfRangeException(nameof(state)),
    };
}
