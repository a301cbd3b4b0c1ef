using Linli.Domain.Kernel;

namespace Linli.Domain.Registry.Documents;

/// <summary>How the days of a version follow each other; calendar days of China, each included.</summary>
public static class DocumentDates
{
    /// <summary>Why comments cannot be asked for until that day; null when they can.</summary>
    /// <param name="today">The first day for comments; the day of publication is not counted.</param>
    /// <param name="until">The last day for comments.</param>
    /// <param name="least">Days at least.</param>
    public static Refusal? AgainstCommentsUntil(DateOnly today, DateOnly until, int least) =>
        until < today.AddDays(least) ? new CommentPeriodIsTooShort(today.AddDays(least)) : null;

    /// <summary>Why a decision of that day cannot be recorded; empty when it can.</summary>
    /// <param name="decided">Day of the decision.</param>
    /// <param name="effective">First day in force.</param>
    /// <param name="commentUntil">Last day for comments; null when none were asked for.</param>
    /// <param name="today">Today.</param>
    public static IEnumerable<Refusal> AgainstDecision(DateOnly decided, DateOnly effective, DateOnly? commentUntil, DateOnly today)
    {
        if (decided > today)
        {
            yield return new DecisionLiesAhead();
        }
        else if (decided <= commentUntil)
        {
            yield return new CommentsWereStillOpen(commentUntil.Value);
        }

        if (effective < decided)
        {
            yield return new EffectiveBeforeDecision();
        }
    }
}

/// <summary>Owners and residents get too little time for comments.</summary>
/// <param name="Earliest">The earliest last day.</param>
public sealed record CommentPeriodIsTooShort(DateOnly Earliest) : Refusal
{
    /// <inheritdoc />
    public override string? Field => "CommentUntil";
}

/// <summary>The day of the decision lies ahead of today.</summary>
public sealed record DecisionLiesAhead : Refusal
{
    /// <inheritdoc />
    public override string? Field => "DecidedOn";
}

/// <summary>It was decided before the last day for comments was over.</summary>
/// <param name="Until">The last day for comments.</param>
public sealed record CommentsWereStillOpen(DateOnly Until) : Refusal
{
    /// <inheritdoc />
    public override string? Field => "DecidedOn";
}

/// <summary>It would be in force before it was decided.</summary>
public sealed record EffectiveBeforeDecision : Refusal
{
    /// <inheritdoc />
    public override string? Field => "EffectiveOn";
}
