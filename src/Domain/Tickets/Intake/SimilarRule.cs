using System.Text.Json;
using Linli.Domain.Kernel;

namespace Linli.Domain.Tickets.Intake;

/// <summary>
/// A version of the rule by which open tickets are shown to whoever is about to report the same (<c>similar-rules.json</c>). Only tickets of the
/// own compound are looked at. One is similar when its place is the same and its first-level category too; when the category is the same and
/// the words are rather alike; or when the words are alike, whatever the category.
/// </summary>
public sealed record SimilarRule : IRuleVersion
{
    /// <summary>All versions that come with the product.</summary>
    public static readonly IReadOnlyList<SimilarRule> BuiltIn = Read(RuleFile.Text("Tickets/Intake/similar-rules.json"));

    /// <summary>Stable name.</summary>
    public required string Id { get; init; }

    /// <summary>Counts up from 1.</summary>
    public required int Version { get; init; }

    /// <summary>First day on which it holds.</summary>
    public required DateOnly EffectiveFrom { get; init; }

    /// <summary>Tickets received longer ago are not shown; days, 1 to 92.</summary>
    public required int WithinDays { get; init; }

    /// <summary>Most that are shown, 1 to 10.</summary>
    public required int Most { get; init; }

    /// <summary>Likeness of words that is enough by itself, in thousandths, 1 to 1,000.</summary>
    public required int AlikePerMille { get; init; }

    /// <summary>Likeness of words that is enough with the same category, in thousandths, 0 to that which is enough by itself.</summary>
    public required int RatherAlikePerMille { get; init; }

    /// <summary>Kinds that are never shown: disputes are confidential.</summary>
    public required IReadOnlySet<TicketKind> LeftOutKinds { get; init; }

    /// <summary>Categories that are never shown with all below them: what is about persons.</summary>
    public required IReadOnlySet<string> LeftOutCategories { get; init; }

    /// <summary>Where the values come from.</summary>
    public required RuleSource Source { get; init; }

    /// <summary>The version in force on a day.</summary>
    public static SimilarRule On(DateOnly day) => BuiltIn.On(day);

    /// <summary>Whether tickets of this subject may be shown to neighbours at all.</summary>
    /// <param name="kind">What the ticket is.</param>
    /// <param name="category">Its category.</param>
    /// <param name="parent">The category above, if any.</param>
    public bool Shows(TicketKind kind, string category, string? parent) =>
        !LeftOutKinds.Contains(kind) && !LeftOutCategories.Contains(category) && (parent is null || !LeftOutCategories.Contains(parent));

    /// <summary>Whether an open ticket is similar to what is about to be reported.</summary>
    /// <param name="samePlace">Both name the same building, or neither names one.</param>
    /// <param name="sameTop">Both have the same first-level category.</param>
    /// <param name="perMille">Likeness of the words, 0 to 1,000.</param>
    public bool IsSimilar(bool samePlace, bool sameTop, int perMille) =>
        (samePlace && sameTop) || perMille >= AlikePerMille || (sameTop && perMille >= RatherAlikePerMille);

    /// <summary>Reads versions.</summary>
    /// <exception cref="JsonException">The text is no such list.</exception>
    public static IReadOnlyList<SimilarRule> Read(string json) => [.. RuleFile.List<RuleJson>(json).Select(Rule)];

    private static SimilarRule Rule(RuleJson json) =>
        json.WithinDays is < 1 or > 92 || json.Most is < 1 or > 10 || json.AlikePerMille is < 1 or > 1000 || json.RatherAlikePerMille < 0 || json.RatherAlikePerMille > json.AlikePerMille
            ? throw new JsonException($"The rule {json.Id} is no proper rule.")
            : new SimilarRule
            {
                Id = json.Id,
                Version = json.Version,
                EffectiveFrom = json.EffectiveFrom,
                WithinDays = json.WithinDays,
                Most = json.Most,
                AlikePerMille = json.AlikePerMille,
                RatherAlikePerMille = json.RatherAlikePerMille,
                LeftOutKinds = json.LeftOutKinds.ToHashSet(),
                LeftOutCategories = json.LeftOutCategories.ToHashSet(StringComparer.Ordinal),
                Source = RuleFile.Source(json.Source, json.Verification),
            };

    private sealed record RuleJson(
        string Id, int Version, DateOnly EffectiveFrom, int WithinDays, int Most, int AlikePerMille, int RatherAlikePerMille,
        IReadOnlyList<TicketKind> LeftOutKinds, IReadOnlyList<string> LeftOutCategories, string Source, Verification Verification);
}
