using Linli.Domain.Kernel;

namespace Linli.Domain.Tickets.Finding;

/// <summary>Where a group of tickets stands.</summary>
public enum GroupState
{
    /// <summary>待确认: proposed by the rule.</summary>
    Proposed,

    /// <summary>已并案: the dispatcher says that it is one matter.</summary>
    Confirmed,

    /// <summary>不是同一件: the dispatcher says that it is not.</summary>
    Rejected,

    /// <summary>已拆分: it was one, and is none any more.</summary>
    Dissolved,
}

/// <summary>Where a ticket of a group stands.</summary>
public enum MemberState
{
    /// <summary>Proposed by the rule.</summary>
    Proposed,

    /// <summary>In the group: hears of what is done to the leading ticket.</summary>
    Confirmed,

    /// <summary>Said not to be the same matter.</summary>
    Rejected,

    /// <summary>Taken out again.</summary>
    Left,
}

/// <summary>Where a topic proposed for the joint meeting stands.</summary>
public enum TopicState
{
    /// <summary>待定: proposed.</summary>
    Proposed,

    /// <summary>已采纳: it goes to the meeting.</summary>
    Taken,

    /// <summary>不采纳, with the reason.</summary>
    Dropped,
}

/// <summary>Where a proposed topic comes from.</summary>
public enum TopicOrigin
{
    /// <summary>Words that more people say.</summary>
    Words,

    /// <summary>A category that takes a larger share.</summary>
    Category,

    /// <summary>A hot spot that somebody put forward.</summary>
    HotSpot,
}

/// <summary>What may follow on what.</summary>
public static class FindingFlow
{
    /// <summary>The state after confirming, rejecting or splitting a group, or why not.</summary>
    public static Outcome<GroupState> Decide(GroupState state, GroupState next) => (state, next) switch
    {
        // A confirmed group to which a new ticket was proposed is confirmed again.
        (GroupState.Proposed or GroupState.Confirmed, GroupState.Confirmed) => next,
        (GroupState.Proposed, GroupState.Rejected) => next,
        (GroupState.Confirmed, GroupState.Dissolved) => next,
        (GroupState.Proposed, _) => new GroupIsNotYetConfirmed(),
        (GroupState.Confirmed, _) => new GroupIsConfirmedAlready(),
        _ => new GroupIsOver(),
    };

    /// <summary>The state after a decision about a topic, or why not.</summary>
    public static Outcome<TopicState> Decide(TopicState state, TopicState next) =>
        state == TopicState.Proposed && next != TopicState.Proposed ? next : new TopicIsDecidedAlready();

    /// <summary>Whether work on the leading ticket is told to a ticket of the group that stands so.</summary>
    public static bool IsOpen(TicketState state) => state is not (TicketState.Replied or TicketState.Closed or TicketState.Withdrawn);
}
