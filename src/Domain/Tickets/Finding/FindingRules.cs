using System.Text.Json;
using Linli.Domain.Kernel;

namespace Linli.Domain.Tickets.Finding;

/// <summary>A version of the rules of early finding (requirement C3). It is data (<c>finding-rules.json</c>); every value is our own choice and says so.</summary>
public sealed record FindingRules : IRuleVersion
{
    /// <summary>All versions that come with the product.</summary>
    public static readonly IReadOnlyList<FindingRules> BuiltIn = Read(RuleFile.Text("Tickets/Finding/finding-rules.json"));

    /// <summary>Stable name.</summary>
    public required string Id { get; init; }

    /// <summary>Counts up from 1.</summary>
    public required int Version { get; init; }

    /// <summary>First day on which it holds.</summary>
    public required DateOnly EffectiveFrom { get; init; }

    /// <summary>When a place is a hot spot.</summary>
    public required HotSpotSettings HotSpots { get; init; }

    /// <summary>When tickets may be one matter.</summary>
    public required DuplicateSettings Duplicates { get; init; }

    /// <summary>When a topic rises.</summary>
    public required TopicSettings Topics { get; init; }

    /// <summary>What the 三多 count.</summary>
    public required ThreeManySettings ThreeMany { get; init; }

    /// <summary>Name and version: <c>default@1</c>.</summary>
    public string Code => $"{Id}@{Version}";

    /// <summary>The version in force on a day.</summary>
    /// <exception cref="ArgumentOutOfRangeException">None has begun.</exception>
    public static FindingRules On(DateOnly day) => BuiltIn.On(day);

    /// <summary>The version of a code, or the newest where it is not known any more.</summary>
    public static FindingRules Of(string code) => BuiltIn.FirstOrDefault(rules => rules.Code == code) ?? BuiltIn[^1];

    /// <summary>Reads versions.</summary>
    /// <exception cref="JsonException">The text is no such list, or a value lies outside its range.</exception>
    public static IReadOnlyList<FindingRules> Read(string json) => [.. RuleFile.List<RulesJson>(json).Select(Of)];

    private static FindingRules Of(RulesJson json) =>
        json.HotSpots is { PastWeeks: < 4 or > 104 } or { FewestReporters: < 2 } or { FalseAlarmsInTenThousand: < 1 or > 1000 } || json.HotSpots.FewestPastWeeks > json.HotSpots.PastWeeks
        || json.HotSpots.FewestPastWeeks < 4 || json.Topics is { Weeks: < 1 or > 12 } or { FewestReporters: < 3 } or { MostAtOnce: < 1 } or { PastWeeks: < 4 or > 104 }
        || json.Duplicates is { WithinDays: < 1 or > 60 } or { Fewest: < 1 } || json.ThreeMany.Years is < 2 or > 20
            ? throw new JsonException($"The rules {json.Id} are no proper rules.")
            : new FindingRules
            {
                Id = json.Id, Version = json.Version, EffectiveFrom = json.EffectiveFrom,
                HotSpots = json.HotSpots with { Rests = RuleFile.Source(json.HotSpots.Source, json.HotSpots.Verification) },
                Duplicates = json.Duplicates with { Rests = RuleFile.Source(json.Duplicates.Source, json.Duplicates.Verification) },
                Topics = json.Topics with { Rests = RuleFile.Source(json.Topics.Source, json.Topics.Verification) },
                ThreeMany = json.ThreeMany with { Rests = RuleFile.Source(json.ThreeMany.Source, json.ThreeMany.Verification) },
            };

    private sealed record RulesJson(
        string Id, int Version, DateOnly EffectiveFrom, HotSpotSettings HotSpots, DuplicateSettings Duplicates, TopicSettings Topics, ThreeManySettings ThreeMany);
}

/// <summary>When a place is a hot spot.</summary>
/// <param name="PastWeeks">Weeks before the one judged that it is compared with, 4 to 104.</param>
/// <param name="FewestPastWeeks">With fewer weeks of past nothing is judged, from 4.</param>
/// <param name="FewestReporters">Fewer people than this are no hot spot, from 2.</param>
/// <param name="FalseAlarmsInTenThousand">Of 10,000 weeks of a compound in which nothing changed, how many may raise a flag, 1 to 1,000.</param>
/// <param name="Source">Where the values come from.</param>
/// <param name="Verification">How far it was checked.</param>
public sealed record HotSpotSettings(int PastWeeks, int FewestPastWeeks, int FewestReporters, int FalseAlarmsInTenThousand, string Source, Verification Verification)
{
    /// <summary>The source as it is shown.</summary>
    public RuleSource? Rests { get; init; }

    /// <summary>The same as a share.</summary>
    public double FalseAlarms => FalseAlarmsInTenThousand / 10_000d;
}

/// <summary>When tickets may be one matter: points are added.</summary>
/// <param name="WithinDays">Days between them at most, 1 to 60.</param>
/// <param name="NearHours">Hours within which they are near.</param>
/// <param name="SameBuilding">Points for the same building.</param>
/// <param name="SameCategory">Points for the same category of the second level.</param>
/// <param name="Near">Points for being near in time.</param>
/// <param name="Text">Points for the same text; less for less in common.</param>
/// <param name="Place">Points for the same words for the place; less for less in common.</param>
/// <param name="Fewest">Points from which they are proposed.</param>
/// <param name="Source">Where the values come from.</param>
/// <param name="Verification">How far it was checked.</param>
public sealed record DuplicateSettings(
    int WithinDays, int NearHours, int SameBuilding, int SameCategory, int Near, int Text, int Place, int Fewest, string Source, Verification Verification)
{
    /// <summary>The source as it is shown.</summary>
    public RuleSource? Rests { get; init; }
}

/// <summary>When a topic rises.</summary>
/// <param name="Weeks">Weeks that are looked at, 1 to 12.</param>
/// <param name="PastWeeks">Weeks before them that they are compared with, 4 to 104.</param>
/// <param name="FewestPastWeeks">With fewer weeks of past nothing is judged.</param>
/// <param name="FewestReporters">A word that fewer people said is not shown, from 3.</param>
/// <param name="LikelihoodInHundredths">Log-likelihood ratio from which a word rises.</param>
/// <param name="CategoryLikelihoodInHundredths">The same of a category.</param>
/// <param name="MostAtOnce">Topics of a compound and week at most, words and categories each.</param>
/// <param name="RestWeeks">Weeks for which a topic that was decided is not proposed again.</param>
/// <param name="Stop">Characters that separate words.</param>
/// <param name="Titles">What stands after a name.</param>
/// <param name="Introductions">What stands before a name.</param>
/// <param name="Source">Where the values come from.</param>
/// <param name="Verification">How far it was checked.</param>
public sealed record TopicSettings(
    int Weeks, int PastWeeks, int FewestPastWeeks, int FewestReporters, int LikelihoodInHundredths, int CategoryLikelihoodInHundredths, int MostAtOnce, int RestWeeks,
    string Stop, IReadOnlyList<string> Titles, IReadOnlyList<string> Introductions, string Source, Verification Verification)
{
    /// <summary>The source as it is shown.</summary>
    public RuleSource? Rests { get; init; }
}

/// <summary>What the 三多 count; a ticket counts once, as security case before dispute before complaint.</summary>
/// <param name="Years">Years that are shown, the running one among them, 2 to 20.</param>
/// <param name="Disputes">Kinds that are disputes.</param>
/// <param name="SecurityCategories">First-level categories that are security cases.</param>
/// <param name="Complaints">Kinds that are complaints.</param>
/// <param name="Source">Where the values come from.</param>
/// <param name="Verification">How far it was checked.</param>
public sealed record ThreeManySettings(
    int Years, IReadOnlyList<TicketKind> Disputes, IReadOnlyList<string> SecurityCategories, IReadOnlyList<TicketKind> Complaints, string Source, Verification Verification)
{
    /// <summary>The source as it is shown.</summary>
    public RuleSource? Rests { get; init; }
}
