using System.Text.Json;
using Linli.Domain.Kernel;
using Linli.Domain.Registry.Jurisdictions;

namespace Linli.Domain.Decisions;

/// <summary>How much approval a matter needs. Stored by name.</summary>
public enum DecisionClass
{
    /// <summary>More than half of those taking part.</summary>
    Ordinary,

    /// <summary>Three quarters of those taking part, or more.</summary>
    Special,
}

/// <summary>The thresholds of a vote (Civil Code 278 ¶2; 1259 on 以上 and 超过).</summary>
/// <param name="Quorum">Participation.</param>
/// <param name="Ordinary">Approval of ordinary matters.</param>
/// <param name="Special">Approval of special matters.</param>
public sealed record DecisionThresholds(ShareValue Quorum, ShareValue Ordinary, ShareValue Special)
{
    /// <summary>The approval that a class needs.</summary>
    public ShareValue ApprovalOf(DecisionClass kind) => kind == DecisionClass.Special ? Special : Ordinary;
}

/// <summary>A matter that owners decide together (domain.md §1.1).</summary>
/// <param name="Code">M1 to M9, or a local addition such as BJ-1.</param>
/// <param name="Title">As the law says it.</param>
/// <param name="Class">Ordinary or special.</param>
/// <param name="DivisionPrefix">Where it holds; empty: everywhere.</param>
/// <param name="Plain">The legal basis in plain words.</param>
/// <param name="Source">Where it comes from.</param>
public sealed record DecisionMatter(string Code, string Title, DecisionClass Class, string DivisionPrefix, string Plain, RuleSource Source);

/// <summary>Thresholds and matters, read from <c>decision-rules.json</c>; a change of the law is one more version there.</summary>
public sealed record DecisionRules : IRuleVersion
{
    /// <summary>All versions that come with the product.</summary>
    public static readonly IReadOnlyList<DecisionRules> BuiltIn = Read(RuleFile.Text("Decisions/decision-rules.json"));

    /// <inheritdoc />
    public required int Version { get; init; }

    /// <inheritdoc />
    public required DateOnly EffectiveFrom { get; init; }

    /// <summary>What is to be reached.</summary>
    public required DecisionThresholds Thresholds { get; init; }

    /// <summary>Where the thresholds come from.</summary>
    public required RuleSource ThresholdSource { get; init; }

    /// <summary>All matters, of all places.</summary>
    public required IReadOnlyList<DecisionMatter> Matters { get; init; }

    /// <summary>What a decision stores: <c>decisions@1</c>.</summary>
    public string Stamp => $"decisions@{Version}";

    /// <summary>The matters of a place: the nation's, and those that its own law adds.</summary>
    /// <param name="divisionCode">The place's code.</param>
    public IReadOnlyList<DecisionMatter> MattersAt(string divisionCode) =>
        [.. Matters.Where(matter => divisionCode.StartsWith(matter.DivisionPrefix, StringComparison.Ordinal))];

    /// <summary>A matter by its code.</summary>
    public DecisionMatter? Find(string code) => Matters.FirstOrDefault(matter => matter.Code == code);

    /// <summary>The rules that a decision was stored with; null when this product never had them.</summary>
    public static DecisionRules? OfStamp(string stamp) => BuiltIn.FirstOrDefault(rules => rules.Stamp == stamp);

    /// <summary>Reads a file of versions.</summary>
    /// <exception cref="JsonException">Something is missing, doubled or not sourced.</exception>
    public static IReadOnlyList<DecisionRules> Read(string json) => [.. RuleFile.List<VersionJson>(json).Select(Of)];

    private static DecisionRules Of(VersionJson file) => file.Matters.Select(matter => matter.Code).Distinct().Count() == file.Matters.Count
        ? new DecisionRules
        {
            Version = file.Version,
            EffectiveFrom = file.EffectiveFrom,
            Thresholds = new DecisionThresholds(Share(file.Quorum), Share(file.Ordinary), Share(file.Special)),
            ThresholdSource = RuleFile.Source(file.Source, file.Verification),
            Matters = [.. file.Matters.Select(m => new DecisionMatter(m.Code, m.Title, m.Class, m.DivisionPrefix, m.Plain, RuleFile.Source(m.Source, m.Verification)))],
        }
        : throw new JsonException("A matter is there twice.");

    private static ShareValue Share(ShareJson json) => ShareValue.Parse(json.Share, json.Strict);

    private sealed record ShareJson(string Share, bool Strict);

    private sealed record MatterJson(string Code, string Title, DecisionClass Class, string DivisionPrefix, string Plain, string Source, Verification Verification);

    private sealed record VersionJson(
        int Version, DateOnly EffectiveFrom, ShareJson Quorum, ShareJson Ordinary, ShareJson Special, string Source, Verification Verification,
        IReadOnlyList<MatterJson> Matters);
}
