using System.Text.Json;
using Linli.Domain.Kernel;

namespace Linli.Domain.Tickets.Handling;

/// <summary>Limits of pauses.</summary>
/// <param name="Most">How many pauses one ticket may have.</param>
/// <param name="LongestDays">How many days one may last; then work goes on by itself.</param>
/// <param name="Source">Where it comes from.</param>
public sealed record PauseRule(int Most, int LongestDays, RuleSource Source);

/// <summary>Limits of extensions.</summary>
/// <param name="Most">How many a ticket may be granted.</param>
/// <param name="LongestDays">The most calendar days of one.</param>
/// <param name="NotFor">Urgencies that are never given more time.</param>
/// <param name="Source">Where it comes from.</param>
public sealed record ExtensionRule(int Most, int LongestDays, IReadOnlyList<Urgency> NotFor, RuleSource Source);

/// <summary>Until when something is to be answered.</summary>
/// <param name="Within">The time to answer.</param>
/// <param name="Source">Where it comes from.</param>
public sealed record AnswerRule(Limit Within, RuleSource Source);

/// <summary>The numbers of handling, read from <c>handling-rules.json</c>: each says where it comes from.</summary>
public sealed record HandlingRules : IRuleVersion
{
    /// <summary>The versions that come with the product.</summary>
    public static readonly IReadOnlyList<HandlingRules> BuiltIn = Read(RuleFile.Text("Tickets/Handling/handling-rules.json"));

    /// <summary>Counts up from 1 with every change of a value.</summary>
    public required int Version { get; init; }

    /// <summary>First day on which it holds.</summary>
    public required DateOnly EffectiveFrom { get; init; }

    /// <summary>Limits of pauses.</summary>
    public required PauseRule Pauses { get; init; }

    /// <summary>Limits of extensions.</summary>
    public required ExtensionRule Extensions { get; init; }

    /// <summary>Until when a return is to be decided.</summary>
    public required AnswerRule Returns { get; init; }

    /// <summary>How many days an invited party may be given at most.</summary>
    public required int JointLongestDays { get; init; }

    /// <summary>Where that comes from.</summary>
    public required RuleSource JointSource { get; init; }

    /// <summary>Until when each level is to report in.</summary>
    public required IReadOnlyDictionary<WhistleLevel, AnswerRule> Whistles { get; init; }

    /// <summary>The rules that hold on a day.</summary>
    /// <exception cref="ArgumentOutOfRangeException">None are in force yet.</exception>
    public static HandlingRules On(DateOnly day) => BuiltIn.On(day);

    /// <summary>Reads versions of the rules; each names all levels.</summary>
    /// <exception cref="JsonException">The text is no such list, leaves something out or says it twice.</exception>
    public static IReadOnlyList<HandlingRules> Read(string json) =>
        [.. RuleFile.List<FileJson>(json).Select(Of)];

    private static HandlingRules Of(FileJson file) => new()
    {
        Version = file.Version,
        EffectiveFrom = file.EffectiveFrom,
        Pauses = new PauseRule(Number(file.Pauses.Most), Number(file.Pauses.LongestDays), RuleFile.Source(file.Pauses.Source, file.Pauses.Verification)),
        Extensions = new ExtensionRule(
            Number(file.Extensions.Most), Number(file.Extensions.LongestDays), file.Extensions.NotFor, RuleFile.Source(file.Extensions.Source, file.Extensions.Verification)),
        Returns = new AnswerRule(LimitOf(file.Returns.DecideWithin), RuleFile.Source(file.Returns.Source, file.Returns.Verification)),
        JointLongestDays = Number(file.Joint.LongestDays),
        JointSource = RuleFile.Source(file.Joint.Source, file.Joint.Verification),
        Whistles = file.Whistles.Select(whistle => whistle.Level).Order().SequenceEqual(Enum.GetValues<WhistleLevel>())
            ? file.Whistles.ToDictionary(whistle => whistle.Level, whistle => new AnswerRule(LimitOf(whistle.ReportIn), RuleFile.Source(whistle.Source, whistle.Verification)))
            : throw new JsonException("Each level has one limit."),
    };

    private static int Number(int value) => value is >= 1 and <= 366 ? value : throw new JsonException($"{value} is out of range.");

    private static Limit LimitOf(LimitJson json) => new(Number(json.Amount), json.Unit);

    private sealed record LimitJson(int Amount, TimeUnit Unit);

    private sealed record PauseJson(int Most, int LongestDays, string Source, Verification Verification);

    private sealed record ExtensionJson(int Most, int LongestDays, IReadOnlyList<Urgency> NotFor, string Source, Verification Verification);

    private sealed record ReturnJson(LimitJson DecideWithin, string Source, Verification Verification);

    private sealed record JointJson(int LongestDays, string Source, Verification Verification);

    private sealed record WhistleJson(WhistleLevel Level, LimitJson ReportIn, string Source, Verification Verification);

    private sealed record FileJson(
        int Version, DateOnly EffectiveFrom, PauseJson Pauses, ExtensionJson Extensions, ReturnJson Returns, JointJson Joint, IReadOnlyList<WhistleJson> Whistles);
}
