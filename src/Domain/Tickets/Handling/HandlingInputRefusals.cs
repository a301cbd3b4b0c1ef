using Linli.Domain.Kernel;

namespace Linli.Domain.Tickets.Handling;

/// <summary>A pause says what it waits for.</summary>
public sealed record PauseReasonIsMissing : Refusal
{
    /// <inheritdoc />
    public override string? Field => "WaitsFor";
}

/// <summary>A pause says until when it lasts at most.</summary>
public sealed record PauseDayIsMissing : Refusal
{
    /// <inheritdoc />
    public override string? Field => "Until";
}

/// <summary>The day is past, or further away than a pause may last.</summary>
/// <param name="Days">Most days.</param>
public sealed record PauseDayIsOutOfRange(int Days) : Refusal
{
    /// <inheritdoc />
    public override string? Field => "Until";
}

/// <summary>It was paused as often as it may be.</summary>
/// <param name="Most">How often.</param>
public sealed record PausesAreUsedUp(int Most) : Refusal;

/// <summary>A return says on what ground.</summary>
public sealed record ReturnGroundIsMissing : Refusal
{
    /// <inheritdoc />
    public override string? Field => "Ground";
}

/// <summary>A whistle says whom it calls.</summary>
public sealed record WhistleLevelIsMissing : Refusal
{
    /// <inheritdoc />
    public override string? Field => "Level";
}

/// <summary>Nobody at that level can be called.</summary>
public sealed record NobodyAnswersAtThisLevel : Refusal
{
    /// <inheritdoc />
    public override string? Field => "Level";
}

/// <summary>A whistle waits for its answer.</summary>
public sealed record WhistleIsOpen : Refusal;

/// <summary>No whistle was blown, or it went up already.</summary>
public sealed record NoWhistleToRaise : Refusal;

/// <summary>The level called may still report in.</summary>
/// <param name="Until">Until when.</param>
public sealed record WhistleStillHasTime(string Until) : Refusal;

/// <summary>There is no level above.</summary>
public sealed record NoLevelAbove : Refusal;

/// <summary>The answer says whether the call was warranted.</summary>
public sealed record WarrantedIsMissing : Refusal
{
    /// <inheritdoc />
    public override string? Field => "Warranted";
}

/// <summary>The assessment says whether the answer helped.</summary>
public sealed record HelpedIsMissing : Refusal
{
    /// <inheritdoc />
    public override string? Field => "Helped";
}

/// <summary>There is no answer that waits for its assessment.</summary>
public sealed record NoAnswerToAssess : Refusal;

/// <summary>An invitation says whom.</summary>
public sealed record OrganisationIsMissing : Refusal
{
    /// <inheritdoc />
    public override string? Field => "Organisation";
}

/// <summary>The organisation has nobody here who could see the ticket, or leads it already.</summary>
public sealed record OrganisationCannotBeInvited : Refusal
{
    /// <inheritdoc />
    public override string? Field => "Organisation";
}

/// <summary>Its part is open already.</summary>
public sealed record OrganisationIsInvitedAlready : Refusal
{
    /// <inheritdoc />
    public override string? Field => "Organisation";
}

/// <summary>An invitation says in what way.</summary>
public sealed record JointWayIsMissing : Refusal
{
    /// <inheritdoc />
    public override string? Field => "Way";
}

/// <summary>An invitation says until when.</summary>
public sealed record TaskDayIsMissing : Refusal
{
    /// <inheritdoc />
    public override string? Field => "DueOn";
}

/// <summary>The day is past or too far away.</summary>
/// <param name="Days">Most days.</param>
public sealed record TaskDayIsOutOfRange(int Days) : Refusal
{
    /// <inheritdoc />
    public override string? Field => "DueOn";
}

/// <summary>The nearer level is called before the next one.</summary>
public sealed record TheNearerLevelComesFirst : Refusal
{
    /// <inheritdoc />
    public override string? Field => "Level";
}

/// <summary>A call says what for.</summary>
public sealed record MatterIsMissing : Refusal
{
    /// <inheritdoc />
    public override string? Field => "Matter";
}

/// <summary>An invitation says what the part is.</summary>
public sealed record TaskIsMissing : Refusal
{
    /// <inheritdoc />
    public override string? Field => "Task";
}

/// <summary>Reporting in says what will be done.</summary>
public sealed record AnswerIsMissing : Refusal
{
    /// <inheritdoc />
    public override string? Field => "Answer";
}

/// <summary>A decision is yes or no.</summary>
public sealed record DecisionIsMissing : Refusal
{
    /// <inheritdoc />
    public override string? Field => "Decision";
}
