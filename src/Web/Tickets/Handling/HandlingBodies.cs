using Linli.Domain.Tickets.Handling;

namespace Linli.Web.Tickets.Handling;

internal sealed record ReturnBody : ActBody
{
    public required ReturnGround Ground { get; init; }

    public required string Reason { get; init; }
}

internal sealed record DecideReturnBody : ActBody
{
    /// <summary>True sends it back to dispatch, false leaves it with its worker.</summary>
    public required bool Accept { get; init; }

    public required string Reason { get; init; }
}

internal sealed record PauseBody : ActBody
{
    public required PauseReason WaitsFor { get; init; }

    public required string Reason { get; init; }

    /// <summary>The last day; then work goes on by itself.</summary>
    public required DateOnly Until { get; init; }
}

internal sealed record ExtensionBody : ActBody
{
    /// <summary>Calendar days.</summary>
    public required int Days { get; init; }

    public required string Reason { get; init; }
}

internal sealed record DecideExtensionBody : ActBody
{
    public required bool Grant { get; init; }

    /// <summary>Needed for a refusal.</summary>
    public string? Reason { get; init; }
}

internal sealed record WhistleBody : ActBody
{
    public required WhistleLevel Level { get; init; }

    public required string Matter { get; init; }
}

internal sealed record AnswerWhistleBody : ActBody
{
    public required string Answer { get; init; }

    public required bool Warranted { get; init; }

    /// <summary>Needed where it was not warranted.</summary>
    public string? Reason { get; init; }
}

internal sealed record AssessWhistleBody : ActBody
{
    public required bool Helped { get; init; }

    /// <summary>Needed where it did not help.</summary>
    public string? Reason { get; init; }
}

internal sealed record InviteBody : ActBody
{
    public required Guid OrganisationId { get; init; }

    public required JointWay Way { get; init; }

    public required string Task { get; init; }

    public required DateOnly DueOn { get; init; }
}

internal sealed record ReportBackBody : ActBody
{
    public required string Result { get; init; }
}

internal sealed record InternalNoteBody : ActBody
{
    public required string Note { get; init; }
}
