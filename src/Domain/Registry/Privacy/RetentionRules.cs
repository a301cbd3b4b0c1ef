using System.Text.Json;
using Linli.Domain.Kernel;

namespace Linli.Domain.Registry.Privacy;

/// <summary>The retention rules that come with the product (<c>retention.json</c>), and the reader of others.</summary>
public static class RetentionRules
{
    /// <summary>All versions of all rules.</summary>
    public static readonly IReadOnlyList<RetentionRule> BuiltIn = Read(RuleFile.Text("Registry/Privacy/retention.json"));

    /// <summary>The rules as they hold on a day: of each code the version in force.</summary>
    public static IReadOnlyList<RetentionRule> InForce(IEnumerable<RetentionRule> rules, DateOnly day) =>
        [.. rules.GroupBy(rule => rule.Code).Select(versions => versions.InForceOn(day)).OfType<RetentionRule>()];

    /// <summary>The rule of the code as it holds on a day.</summary>
    /// <exception cref="InvalidOperationException">There is no such rule on that day.</exception>
    public static RetentionRule Of(string code, DateOnly day) => InForce(BuiltIn, day).Single(rule => rule.Code == code);

    /// <summary>Reads rules; one that deletes or de-identifies needs a period, and no version stands twice.</summary>
    /// <exception cref="JsonException">The text is no such list.</exception>
    public static IReadOnlyList<RetentionRule> Read(string json)
    {
        var rules = RuleFile.List<RuleJson>(json).Select(Rule).ToList();
        return rules.DistinctBy(rule => (rule.Code, rule.Version)).Count() == rules.Count ? rules : throw new JsonException("A version of a rule stands twice.");
    }

    private static RetentionRule Rule(RuleJson json) => json is { Keep: null, Act: not RetentionAct.Keep } or { Keep.Amount: < 1 or > 1000 } || json.Version < 1
        ? throw new JsonException($"The rule {json.Code} has no proper period.")
        : new RetentionRule
        {
            Code = json.Code,
            Version = json.Version,
            EffectiveFrom = json.EffectiveFrom,
            Keep = json.Keep,
            Since = json.Since,
            Act = json.Act,
            Source = RuleFile.Source(json.Source, json.Verification),
        };

    private sealed record RuleJson(
        string Code, int Version, DateOnly EffectiveFrom, RetentionPeriod? Keep, string Since, RetentionAct Act, string Source, Verification Verification);
}
