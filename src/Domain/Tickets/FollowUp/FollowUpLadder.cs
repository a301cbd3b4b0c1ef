using System.Text.Json;
using Linli.Domain.Kernel;
using Linli.Domain.Registry;

namespace Linli.Domain.Tickets.FollowUp;

/// <summary>Who may take a step that a person takes, and for how long it may be set.</summary>
/// <param name="LongestDays">The most calendar days from today to the day that is set.</param>
/// <param name="By">Kinds of posts that may.</param>
/// <param name="Source">Where it comes from.</param>
public sealed record PersonalStepRule(int LongestDays, IReadOnlyList<string> By, RuleSource Source);

/// <summary>The ladder of 跟踪督促, read from <c>follow-up-ladder.json</c>: each step says where it comes from (domain.md §5).</summary>
public sealed record FollowUpLadder : IRuleVersion
{
    /// <summary>The versions that come with the product.</summary>
    public static readonly IReadOnlyList<FollowUpLadder> BuiltIn = Read(RuleFile.Text("Tickets/FollowUp/follow-up-ladder.json"));

    /// <summary>Counts up from 1 with every change of a value.</summary>
    public required int Version { get; init; }

    /// <summary>First day on which it holds.</summary>
    public required DateOnly EffectiveFrom { get; init; }

    /// <summary>The automatic steps; along one clock they fall due in this order.</summary>
    public required IReadOnlyList<LadderStep> Steps { get; init; }

    /// <summary>Who lists a ticket.</summary>
    public required PersonalStepRule Listing { get; init; }

    /// <summary>Who holds interviews.</summary>
    public required PersonalStepRule Interview { get; init; }

    /// <summary>The step with the code, or null.</summary>
    public LadderStep? Find(string code) => Steps.FirstOrDefault(step => step.Code == code);

    /// <summary>The ladder that holds on a day: that of the day on which a round began watches the whole round.</summary>
    /// <exception cref="ArgumentOutOfRangeException">None is in force yet.</exception>
    public static FollowUpLadder On(DateOnly day) => BuiltIn.On(day);

    /// <summary>Reads versions of the ladder.</summary>
    /// <exception cref="JsonException">The text is no such list, leaves something out, says it twice or puts steps out of order.</exception>
    public static IReadOnlyList<FollowUpLadder> Read(string json) =>
        [.. RuleFile.List<FileJson>(json).Select(Of)];

    private static FollowUpLadder Of(FileJson file)
    {
        var steps = file.Steps.Select(StepOf).ToList();
        return steps.Select(step => step.Code).Distinct().Count() == steps.Count && steps.GroupBy(step => step.Clock).All(IsInOrder)
            ? new FollowUpLadder
            {
                Version = file.Version, EffectiveFrom = file.EffectiveFrom, Steps = steps,
                Listing = RuleOf(file.Listing), Interview = RuleOf(file.Interview),
            }
            : throw new JsonException("Each step has a code of its own, and steps of a clock stand in the order in which they fall due.");
    }

    private static bool IsInOrder(IEnumerable<LadderStep> steps) => steps.Zip(steps.Skip(1))
        .All(pair => (-pair.First.PercentBefore, pair.First.HoursAfter).CompareTo((-pair.Second.PercentBefore, pair.Second.HoursAfter)) < 0);

    private static LadderStep StepOf(StepJson json) => (json.PercentBefore, json.HoursAfter) switch
    {
        (>= 1 and <= 99, null) or (null, >= 0 and <= 10_000) => new LadderStep
        {
            Code = json.Code, Kind = json.Kind, Clock = json.Clock, PercentBefore = json.PercentBefore ?? 0, HoursAfter = json.HoursAfter ?? 0,
            OrRepeats = json.OrRepeats is null or >= 1 ? json.OrRepeats : throw new JsonException("Repeats count from 1."),
            HandlerFirst = json.HandlerFirst, OutsideLeadUnit = json.OutsideLeadUnit, Answerable = Posts(json.Answerable), Source = RuleFile.Source(json.Source, json.Verification),
        },
        _ => throw new JsonException("A step falls due a share before the end, or hours after it."),
    };

    private static PersonalStepRule RuleOf(PersonalJson json) => json.LongestDays is >= 1 and <= 366
        ? new(json.LongestDays, Posts(json.By), RuleFile.Source(json.Source, json.Verification))
        : throw new JsonException("1 to 366 days.");

    private static IReadOnlyList<string> Posts(IReadOnlyList<string> codes) =>
        codes.Count > 0 && codes.All(code => PostKinds.Find(code) is not null) ? codes : throw new JsonException("Kinds of posts of the catalogue.");

    private sealed record StepJson(
        string Code, FollowUpKind Kind, WatchedClock Clock, IReadOnlyList<string> Answerable, string Source, Verification Verification,
        int? PercentBefore = null, int? HoursAfter = null, int? OrRepeats = null, bool HandlerFirst = false, bool OutsideLeadUnit = false);

    private sealed record PersonalJson(int LongestDays, IReadOnlyList<string> By, string Source, Verification Verification);

    private sealed record FileJson(int Version, DateOnly EffectiveFrom, IReadOnlyList<StepJson> Steps, PersonalJson Listing, PersonalJson Interview);
}
