using Linli.Domain.Kernel;

namespace Linli.Domain.Tickets.FollowUp;

/// <summary>The platform reminds.</summary>
public sealed record OnlyTheSystemMayRemind : Refusal;

/// <summary>The platform gives yellow cards.</summary>
public sealed record OnlyTheSystemMayGiveYellowCards : Refusal;

/// <summary>The platform gives red cards.</summary>
public sealed record OnlyTheSystemMayGiveRedCards : Refusal;

/// <summary>The platform proposes a listing.</summary>
public sealed record OnlyTheSystemMayProposeListings : Refusal;

/// <summary>The platform proposes an interview.</summary>
public sealed record OnlyTheSystemMayProposeInterviews : Refusal;

/// <summary>No card waits for an answer of this person.</summary>
public sealed record OnlyTheAnswerableMayAcknowledge : Refusal;

/// <summary>Only posts that supervise this compound list.</summary>
public sealed record OnlyASupervisorMayList : Refusal;

/// <summary>Only posts that supervise this compound decide on a listing.</summary>
public sealed record OnlyASupervisorMayDeclineTheListing : Refusal;

/// <summary>Only posts that supervise this compound hold interviews.</summary>
public sealed record OnlyASupervisorMayInterview : Refusal;

/// <summary>Only posts that supervise this compound lift a listing.</summary>
public sealed record OnlyASupervisorMayLiftTheListing : Refusal;

/// <summary>The post supervises, and this step is taken by others.</summary>
public sealed record ThisPostDoesNotTakeThisStep : Refusal;

/// <summary>It is listed already.</summary>
public sealed record TicketIsListed : Refusal;

/// <summary>It is not listed.</summary>
public sealed record TicketIsNotListed : Refusal;

/// <summary>No listing waits for a decision.</summary>
public sealed record NoListingIsProposed : Refusal;

/// <summary>What will be done, and by when.</summary>
public sealed record PlanIsMissing : Refusal
{
    /// <inheritdoc />
    public override string? Field => "Plan";
}

/// <summary>With whom the talk was.</summary>
public sealed record InterviewedIsMissing : Refusal
{
    /// <inheritdoc />
    public override string? Field => "With";
}

/// <summary>What was agreed.</summary>
public sealed record AgreedIsMissing : Refusal
{
    /// <inheritdoc />
    public override string? Field => "Agreed";
}

/// <summary>The day by which a listed ticket is to be done.</summary>
public sealed record ListedUntilIsMissing : Refusal
{
    /// <inheritdoc />
    public override string? Field => "Until";
}

/// <summary>A day from today to the last that may be set.</summary>
/// <param name="Last">The last day.</param>
public sealed record ListedUntilIsOutOfRange(DateOnly Last) : Refusal
{
    /// <inheritdoc />
    public override string? Field => "Until";
}

/// <summary>The day of the talk.</summary>
public sealed record HeldOnIsMissing : Refusal
{
    /// <inheritdoc />
    public override string? Field => "HeldOn";
}

/// <summary>A talk was held between the report and today.</summary>
public sealed record HeldOnIsOutOfRange : Refusal
{
    /// <inheritdoc />
    public override string? Field => "HeldOn";
}

/// <summary>They talk again between tomorrow and the last day that may be set.</summary>
/// <param name="Last">The last day.</param>
public sealed record NextOnIsOutOfRange(DateOnly Last) : Refusal
{
    /// <inheritdoc />
    public override string? Field => "NextOn";
}
