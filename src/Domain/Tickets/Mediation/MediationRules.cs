using System.Text.Json;
using Linli.Domain.Kernel;

namespace Linli.Domain.Tickets.Mediation;

/// <summary>From when the days of a visit are counted.</summary>
public enum VisitStart
{
    /// <summary>From the day on which the agreement came into force.</summary>
    Conclusion,

    /// <summary>From the last day of the last promise.</summary>
    LastDue,
}

/// <summary>When a follow-up visit is due.</summary>
/// <param name="After">From when days are counted.</param>
/// <param name="Days">Calendar days.</param>
/// <param name="Source">Where it comes from.</param>
public sealed record VisitRule(VisitStart After, int Days, RuleSource Source);

/// <summary>A rule of law that parties are told of; its plain words stand in the resources.</summary>
/// <param name="Article">Which article, as it is cited.</param>
/// <param name="Key">Key of the plain words.</param>
/// <param name="Source">The law, and how far its text was checked.</param>
public sealed record LawArticle(string Article, string Key, RuleSource Source);

/// <summary>A version of what mediation goes by, read from <c>mediation-rules.json</c>.</summary>
public sealed record MediationRules : IRuleVersion
{
    /// <summary>All versions that come with the product.</summary>
    public static readonly IReadOnlyList<MediationRules> BuiltIn = Read(RuleFile.Text("Tickets/Mediation/mediation-rules.json"));

    /// <summary>Version, from 1.</summary>
    public required int Version { get; init; }

    /// <summary>First day on which it holds.</summary>
    public required DateOnly EffectiveFrom { get; init; }

    /// <summary>Codes of the kinds of disputes, as pages offer them.</summary>
    public required IReadOnlyList<string> Kinds { get; init; }

    /// <summary>When follow-up visits are due.</summary>
    public required IReadOnlyList<VisitRule> Visits { get; init; }

    /// <summary>Within how many days of its coming into force the parties may ask a court together to confirm an agreement.</summary>
    public required SourcedNumber ConfirmationDays { get; init; }

    /// <summary>The smallest figure above nought that statistics show.</summary>
    public required SourcedNumber SmallestCell { get; init; }

    /// <summary>What parties are told of the law.</summary>
    public required IReadOnlyList<LawArticle> Articles { get; init; }

    /// <summary>The version that holds on a day.</summary>
    /// <exception cref="ArgumentOutOfRangeException">None is in force yet.</exception>
    public static MediationRules On(DateOnly day) => BuiltIn.On(day);

    /// <summary>The days of the follow-up visits, each once, in order; none before the day after the conclusion.</summary>
    /// <param name="concludedOn">Day on which the agreement came into force.</param>
    /// <param name="lastDue">The last day of the last promise.</param>
    public IReadOnlyList<DateOnly> VisitDays(DateOnly concludedOn, DateOnly lastDue) =>
    [
        .. Visits.Select(rule => (rule.After == VisitStart.Conclusion || lastDue < concludedOn ? concludedOn : lastDue).AddDays(rule.Days)).Distinct().Order(),
    ];

    /// <summary>The last day on which a court may be asked to confirm.</summary>
    public DateOnly ConfirmationUntil(DateOnly concludedOn) => concludedOn.AddDays(ConfirmationDays.Value);

    /// <summary>Reads versions of the rules.</summary>
    /// <exception cref="JsonException">The text leaves something out or makes no sense.</exception>
    public static IReadOnlyList<MediationRules> Read(string json) =>
        [.. RuleFile.List<FileJson>(json).Select(Of)];

    private static MediationRules Of(FileJson file) => new()
    {
        Version = file.Version,
        EffectiveFrom = file.EffectiveFrom,
        Kinds = file.Kinds.Count > 0 && file.Kinds.Distinct().Count() == file.Kinds.Count ? file.Kinds : throw new JsonException("Kinds are named once each."),
        Visits = [.. file.Visits.Select(visit => new VisitRule(visit.After, Within(visit.Days, 1, 1000), RuleFile.Source(visit.Source, visit.Verification)))],
        ConfirmationDays = Figure(file.ConfirmationDays, 1, 1000),
        SmallestCell = Figure(file.SmallestCell, 2, 1000),
        Articles = [.. file.Articles.Select(a => new LawArticle(a.Article, a.Key, RuleFile.Source(a.Source, a.Verification)))],
    };

    private static SourcedNumber Figure(FigureJson json, int least, int most) => new(Within(json.Value, least, most), RuleFile.Source(json.Source, json.Verification));

    private static int Within(int value, int least, int most) => value >= least && value <= most ? value : throw new JsonException($"{value} is out of range.");

    private sealed record VisitJson(VisitStart After, int Days, string Source, Verification Verification);

    private sealed record FigureJson(int Value, string Source, Verification Verification);

    private sealed record ArticleJson(string Article, string Key, string Source, Verification Verification);

    private sealed record FileJson(
        int Version, DateOnly EffectiveFrom, IReadOnlyList<string> Kinds, IReadOnlyList<VisitJson> Visits, FigureJson ConfirmationDays, FigureJson SmallestCell,
        IReadOnlyList<ArticleJson> Articles);
}
