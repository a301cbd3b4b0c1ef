using Linli.Domain.Tickets.Evaluation;

namespace Linli.Web.Insight;

/// <summary>What a place's tickets come to. Open and overdue are as of now, the rest of the period.</summary>
public sealed record TicketFigures
{
    /// <summary>Fewer ratings than this are too few to tell a rate (peers-lessons §4.10).</summary>
    public static int FewestRatings => RateRules.BuiltIn[^1].FewestToTell;

    public required long Received { get; init; }

    public required long Open { get; init; }

    public required long Overdue { get; init; }

    public required long Done { get; init; }

    /// <summary>Of those received in the period, with an answer that counts.</summary>
    public required long Rated { get; init; }

    /// <summary>Rated satisfied or basically satisfied.</summary>
    public required long Satisfied { get; init; }

    /// <summary>满意率 in percent, HALF_UP, two decimals, by the rule of the three rates; null with too few ratings.</summary>
    public decimal? SatisfiedRate => Rated < FewestRatings ? null : new Rate(Satisfied, Rated, 0).Percent;

    public static TicketFigures Sum(IReadOnlyCollection<TicketFigures> parts) => new()
    {
        Received = parts.Sum(f => f.Received),
        Open = parts.Sum(f => f.Open),
        Overdue = parts.Sum(f => f.Overdue),
        Done = parts.Sum(f => f.Done),
        Rated = parts.Sum(f => f.Rated),
        Satisfied = parts.Sum(f => f.Satisfied),
    };
}
