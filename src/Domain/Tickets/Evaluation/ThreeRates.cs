namespace Linli.Domain.Tickets.Evaluation;

/// <summary>响应率、解决率、满意率 of a tally, and the score, under one version of the rules (domain.md §5).</summary>
/// <param name="Tally">What was counted.</param>
/// <param name="Rules">The weights.</param>
public sealed record ThreeRates(RateTally Tally, RateRules Rules)
{
    /// <summary>响应率: contacted in time ÷ to be contacted.</summary>
    public Rate Response => new(Tally.InTime, Tally.ToContact, Rules.ResponseWeight);

    /// <summary>解决率: answered "solved" ÷ answered.</summary>
    public Rate Resolution => new(Tally.Solved, Tally.SolvedAnswers, Rules.ResolutionWeight);

    /// <summary>满意率: answered satisfied or basically satisfied ÷ answered.</summary>
    public Rate Satisfaction => new(Tally.Satisfied, Tally.SatisfactionAnswers, Rules.SatisfactionWeight);

    /// <summary>The sum of the three parts as rounded; null where one of them has nothing to count.</summary>
    public decimal? Score => Response.Part + Resolution.Part + Satisfaction.Part;

    /// <summary>The smallest number of tickets on which one of the three rates rests.</summary>
    public long Sample => Math.Min(Tally.ToContact, Math.Min(Tally.SolvedAnswers, Tally.SatisfactionAnswers));
}
