using Linli.Domain.Kernel;

namespace Linli.Domain.Tickets.Finding;

/// <summary>Only a confirmed group is split.</summary>
public sealed record GroupIsNotYetConfirmed : Refusal;

/// <summary>A confirmed group is split, not rejected.</summary>
public sealed record GroupIsConfirmedAlready : Refusal;

/// <summary>The group was rejected or dissolved.</summary>
public sealed record GroupIsOver : Refusal;

/// <summary>Somebody has decided on the topic.</summary>
public sealed record TopicIsDecidedAlready : Refusal;

/// <summary>The hot spot is proposed for the meeting already.</summary>
public sealed record HotSpotIsProposedAlready : Refusal;

/// <summary>No ticket of the group was chosen.</summary>
public sealed record GroupMembersAreMissing : Refusal
{
    /// <inheritdoc/>
    public override string? Field => "Tickets";
}

/// <summary>A ticket that was chosen is not of this group, or not any more.</summary>
public sealed record TicketIsNotInTheGroup : Refusal
{
    /// <inheritdoc/>
    public override string? Field => "Tickets";
}

/// <summary>A ticket has its result with the leading one by nobody's own act.</summary>
public sealed record OnlyItsGroupMayFinishIt : Refusal;

/// <summary>The leading ticket has ended, so that nothing more follows from it.</summary>
public sealed record LeadingTicketIsOver : Refusal;

/// <summary>Which of the three is missing.</summary>
public sealed record ThreeManyIsMissing : Refusal
{
    /// <inheritdoc/>
    public override string? Field => "Of";
}

/// <summary>A figure is entered for a compound.</summary>
public sealed record FigureNeedsACompound : Refusal;

/// <summary>A figure is entered for years that are over.</summary>
public sealed record YearIsNotOver(int FirstYear, int LastYear) : Refusal
{
    /// <inheritdoc/>
    public override string? Field => "Year";
}

/// <summary>The count is out of range.</summary>
public sealed record CountIsOutOfRange(int Most) : Refusal
{
    /// <inheritdoc/>
    public override string? Field => "Count";
}
