using System.Text.Json;
using Linli.Domain.Kernel;

namespace Linli.Domain.Tickets.Evaluation;

/// <summary>A version of the weights of the three rates and of the smallest samples. It is data (<c>rate-rules.json</c>).</summary>
public sealed record RateRules : IRuleVersion
{
    /// <summary>All versions that come with the product.</summary>
    public static readonly IReadOnlyList<RateRules> BuiltIn = Read(RuleFile.Text("Tickets/Evaluation/rate-rules.json"));

    /// <summary>Stable name.</summary>
    public required string Id { get; init; }

    /// <summary>Counts up from 1 with every change of a value.</summary>
    public required int Version { get; init; }

    /// <summary>First day of the periods that are counted under it.</summary>
    public required DateOnly EffectiveFrom { get; init; }

    /// <summary>Points of a response rate of 100 %.</summary>
    public required int ResponseWeight { get; init; }

    /// <summary>Points of a resolution rate of 100 %.</summary>
    public required int ResolutionWeight { get; init; }

    /// <summary>Points of a satisfaction rate of 100 %.</summary>
    public required int SatisfactionWeight { get; init; }

    /// <summary>Where the weights come from.</summary>
    public required RuleSource Weights { get; init; }

    /// <summary>Fewer tickets than this under any of the three rates are not ranked (样本不足), from 1.</summary>
    public required int FewestToRank { get; init; }

    /// <summary>Fewer tickets than this are too few to tell a rate by itself, from 1.</summary>
    public required int FewestToTell { get; init; }

    /// <summary>Where the smallest samples come from.</summary>
    public required RuleSource Samples { get; init; }

    /// <summary>Name and version, as a figure keeps them: <c>default@1</c>.</summary>
    public string Code => $"{Id}@{Version}";

    /// <summary>The version in force on a day: of those that have begun the highest.</summary>
    /// <exception cref="ArgumentOutOfRangeException">None has begun.</exception>
    public static RateRules On(DateOnly day) => BuiltIn.On(day);

    /// <summary>Reads versions; the weights of each make 100.</summary>
    /// <exception cref="JsonException">The text is no such list.</exception>
    public static IReadOnlyList<RateRules> Read(string json) =>
        [.. RuleFile.List<RulesJson>(json).Select(Rules)];

    private static RateRules Rules(RulesJson json) =>
        json.Weights.Response < 0 || json.Weights.Resolution < 0 || json.Weights.Satisfaction < 0
        || json.Weights.Response + json.Weights.Resolution + json.Weights.Satisfaction != 100
        || json.Samples.FewestToRank < 1 || json.Samples.FewestToTell < 1 || json.Version < 1
            ? throw new JsonException($"The rules {json.Id} are no proper rules.")
            : new RateRules
            {
                Id = json.Id,
                Version = json.Version,
                EffectiveFrom = json.EffectiveFrom,
                ResponseWeight = json.Weights.Response,
                ResolutionWeight = json.Weights.Resolution,
                SatisfactionWeight = json.Weights.Satisfaction,
                Weights = RuleFile.Source(json.Weights.Source, json.Weights.Verification),
                FewestToRank = json.Samples.FewestToRank,
                FewestToTell = json.Samples.FewestToTell,
                Samples = RuleFile.Source(json.Samples.Source, json.Samples.Verification),
            };

    private sealed record WeightsJson(int Response, int Resolution, int Satisfaction, string Source, Verification Verification);

    private sealed record SamplesJson(int FewestToRank, int FewestToTell, string Source, Verification Verification);

    private sealed record RulesJson(string Id, int Version, DateOnly EffectiveFrom, WeightsJson Weights, SamplesJson Samples);
}
