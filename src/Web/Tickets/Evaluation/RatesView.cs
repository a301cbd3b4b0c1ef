using Linli.Domain.Kernel;
using Linli.Domain.Registry;
using Linli.Domain.Tickets.Evaluation;

namespace Linli.Web.Tickets.Evaluation;

/// <summary>By what the rates of a place are told apart.</summary>
public enum RateGrouping
{
    /// <summary>By what lies directly below.</summary>
    Parts,

    /// <summary>By compound.</summary>
    Compounds,

    /// <summary>By the company that served the compound when the ticket came in.</summary>
    Companies,
}

/// <summary>The three rates of a place and a period, of all together and of each part, with the rule they follow.</summary>
public sealed record RatesView
{
    public required string Code { get; init; }

    public required string Name { get; init; }

    public required PlaceKind Kind { get; init; }

    /// <summary>The places from the actor's own down to this one.</summary>
    public required IReadOnlyList<RatePlace> Way { get; init; }

    public required DateOnly From { get; init; }

    /// <summary>Last day counted, itself included.</summary>
    public required DateOnly To { get; init; }

    /// <summary>The moment of counting.</summary>
    public required DateTimeOffset At { get; init; }

    public required RateGrouping By { get; init; }

    public required RateRuleView Rule { get; init; }

    public required RatesOf Total { get; init; }

    /// <summary>Ranked ones first; whose sample is too small has no rank.</summary>
    public required IReadOnlyList<RateRow> Rows { get; init; }
}

/// <summary>A place on the way down.</summary>
public sealed record RatePlace(string Code, string Name);

/// <summary>The version of the weights and samples that were counted under.</summary>
public sealed record RateRuleView(
    string Code, int ResponseWeight, int ResolutionWeight, int SatisfactionWeight, int FewestToRank, string WeightsSource, Verification WeightsVerification,
    string SamplesSource, Verification SamplesVerification)
{
    internal static RateRuleView Of(RateRules rules) => new(
        rules.Code, rules.ResponseWeight, rules.ResolutionWeight, rules.SatisfactionWeight, rules.FewestToRank,
        rules.Weights.Text, rules.Weights.Verification, rules.Samples.Text, rules.Samples.Verification);
}

/// <summary>One line: a place, or a company.</summary>
public sealed record RateRow
{
    /// <summary>Code of the place; null for a company.</summary>
    public required string? Code { get; init; }

    /// <summary>Id of the company; null for a place.</summary>
    public required Guid? OrganisationId { get; init; }

    public required string Name { get; init; }

    public required PlaceKind? Kind { get; init; }

    public required RatesOf Rates { get; init; }

    /// <summary>From 1; null where the sample is too small (样本不足).</summary>
    public required int? Rank { get; init; }
}

/// <summary>A rate with what it rests on. Percent and part have two decimals, HALF_UP; null where nothing counts.</summary>
public sealed record RateOf(long Numerator, long Denominator, decimal? Percent, decimal? Part)
{
    internal static RateOf Of(Rate rate) => new(rate.Numerator, rate.Denominator, rate.Percent, rate.Part);
}

/// <summary>The three rates and the score.</summary>
public sealed record RatesOf(long Orders, long Excluded, RateOf Response, RateOf Resolution, RateOf Satisfaction, decimal? Score)
{
    internal static RatesOf Of(ThreeRates rates) => new(
        rates.Tally.Orders, rates.Tally.Excluded, RateOf.Of(rates.Response), RateOf.Of(rates.Resolution), RateOf.Of(rates.Satisfaction), rates.Score);
}
