using System.Text.Json;
using Linli.Domain.Kernel;

namespace Linli.Domain.Tickets.Evaluation;

/// <summary>Why a closed ticket is visited.</summary>
public enum VisitCause
{
    /// <summary>抽样: drawn by lot.</summary>
    Sample,

    /// <summary>期满未评价.</summary>
    Unrated,

    /// <summary>The reporter answered that it is not solved.</summary>
    Unsolved,

    /// <summary>不满意.</summary>
    Dissatisfied,

    /// <summary>An earlier visit found it unsolved.</summary>
    ReopenedOnVisit,
}

/// <summary>A version of the rules of return visits (回访). It is data (<c>return-visits.json</c>).</summary>
public sealed record VisitPolicy : IRuleVersion
{
    /// <summary>All versions that come with the product.</summary>
    public static readonly IReadOnlyList<VisitPolicy> BuiltIn = Read(RuleFile.Text("Tickets/Evaluation/return-visits.json"));

    /// <summary>Stable name.</summary>
    public required string Id { get; init; }

    /// <summary>Counts up from 1.</summary>
    public required int Version { get; init; }

    /// <summary>First day on which visits are drawn under it.</summary>
    public required DateOnly EffectiveFrom { get; init; }

    /// <summary>Share of a compound's closings of a month that is drawn at least, in hundredths of a percent, 1 to 10,000.</summary>
    public required int SampleBasisPoints { get; init; }

    /// <summary>Where the share comes from.</summary>
    public required RuleSource Sample { get; init; }

    /// <summary>What is visited in any case.</summary>
    public required IReadOnlyList<VisitCause> Always { get; init; }

    /// <summary>Calendar days within which a visit is to be made, 1 to 60.</summary>
    public required int DueDays { get; init; }

    /// <summary>Calls without an answer after which it is given up, 1 to 10.</summary>
    public required int Attempts { get; init; }

    /// <summary>Tickets closed longer ago, in days, are not drawn any more, 1 to 92.</summary>
    public required int ClosedWithinDays { get; init; }

    /// <summary>Goes into the lot, so that it can be drawn again and checked.</summary>
    public required string Seed { get; init; }

    /// <summary>Where the other values come from.</summary>
    public required RuleSource Rest { get; init; }

    /// <summary>Name and version: <c>default@1</c>.</summary>
    public string Code => $"{Id}@{Version}";

    /// <summary>The version in force on a day.</summary>
    /// <exception cref="ArgumentOutOfRangeException">None has begun.</exception>
    public static VisitPolicy On(DateOnly day) => BuiltIn.On(day);

    /// <summary>Reads versions.</summary>
    /// <exception cref="JsonException">The text is no such list.</exception>
    public static IReadOnlyList<VisitPolicy> Read(string json) =>
        [.. RuleFile.List<PolicyJson>(json).Select(Policy)];

    private static VisitPolicy Policy(PolicyJson json) =>
        json.Sample.BasisPoints is < 1 or > 10_000 || json.DueDays is < 1 or > 60 || json.Attempts is < 1 or > 10 || json.ClosedWithinDays is < 1 or > 92
        || json.Always.Contains(VisitCause.Sample)
            ? throw new JsonException($"The policy {json.Id} is no proper policy.")
            : new VisitPolicy
            {
                Id = json.Id,
                Version = json.Version,
                EffectiveFrom = json.EffectiveFrom,
                SampleBasisPoints = json.Sample.BasisPoints,
                Sample = RuleFile.Source(json.Sample.Source, json.Sample.Verification),
                Always = json.Always,
                DueDays = json.DueDays,
                Attempts = json.Attempts,
                ClosedWithinDays = json.ClosedWithinDays,
                Seed = json.Seed,
                Rest = RuleFile.Source(json.Source, json.Verification),
            };

    private sealed record SampleJson(int BasisPoints, string Source, Verification Verification);

    private sealed record PolicyJson(
        string Id, int Version, DateOnly EffectiveFrom, SampleJson Sample, IReadOnlyList<VisitCause> Always, int DueDays, int Attempts, int ClosedWithinDays,
        string Seed, string Source, Verification Verification);
}
