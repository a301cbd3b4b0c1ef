using Linli.Web.Platform.Changes;

namespace Linli.Web.Grid.Members;

/// <summary>When somebody served and what was done, in China's time.</summary>
public sealed record ServiceInput : ChangeInput
{
    public DateOnly? Day { get; init; }

    public TimeOnly? StartsAt { get; init; }

    /// <summary>An end before the begin lies on the next day.</summary>
    public TimeOnly? EndsAt { get; init; }

    public string? What { get; init; }

    /// <summary>The position that it was done in, if any.</summary>
    public Guid? PositionId { get; init; }

    /// <summary>Why an earlier record is put right; only with a correction.</summary>
    public string? Reason { get; init; }
}
