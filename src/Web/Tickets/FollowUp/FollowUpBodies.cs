namespace Linli.Web.Tickets.FollowUp;

internal sealed record AcknowledgeBody : ActBody
{
    /// <summary>What will be done, and by when.</summary>
    public required string Plan { get; init; }
}

internal sealed record ListBody : ActBody
{
    public required string Reason { get; init; }

    /// <summary>The day by which it is to be done.</summary>
    public required DateOnly Until { get; init; }
}

internal sealed record SupervisionReasonBody : ActBody
{
    public required string Reason { get; init; }
}

internal sealed record InterviewBody : ActBody
{
    /// <summary>With whom the talk was.</summary>
    public required string With { get; init; }

    public required DateOnly HeldOn { get; init; }

    public required string Agreed { get; init; }

    /// <summary>When they talk again.</summary>
    public DateOnly? NextOn { get; init; }
}
