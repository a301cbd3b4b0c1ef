using Linli.Domain.Kernel;

namespace Linli.Domain.Tickets.Evaluation;

/// <summary>The exclusion has been granted, rejected or replaced.</summary>
public sealed record ExclusionIsDecided : Refusal;

/// <summary>Who asked for an exclusion does not approve it.</summary>
public sealed record RequesterMayNotApprove : Refusal;

/// <summary>The same person has approved already; a second one has to.</summary>
public sealed record ExclusionNeedsAnotherApprover : Refusal;

/// <summary>No reason of the three was chosen.</summary>
public sealed record ExclusionReasonIsMissing : Refusal
{
    /// <inheritdoc />
    public override string? Field => "Reason";
}

/// <summary>A ticket counts as dispatched wrongly only where its return was accepted.</summary>
public sealed record ReturnIsNotAccepted : Refusal
{
    /// <inheritdoc />
    public override string? Field => "Reason";
}

/// <summary>The reporter has answered, so there is a valid answer.</summary>
public sealed record ReporterHasAnswered : Refusal
{
    /// <inheritdoc />
    public override string? Field => "Reason";
}

/// <summary>It says neither that the call was answered nor that it was not.</summary>
public sealed record VisitResultIsMissing : Refusal
{
    /// <inheritdoc />
    public override string? Field => "Result";
}

/// <summary>A call that nobody answered brings no answers.</summary>
public sealed record NobodyAnsweredTheQuestions : Refusal
{
    /// <inheritdoc />
    public override string? Field => "Result";
}

/// <summary>Return visits belong to those whose task they are, in their own area.</summary>
public sealed record OnlyAVisitorMayVisit : Refusal;

/// <summary>Reopening by a return visit belongs to the same people.</summary>
public sealed record OnlyAVisitorMayReopen : Refusal;

/// <summary>A visit is made once the ticket is closed.</summary>
public sealed record TicketIsNotYetClosed : Refusal;
