using System.Collections.Frozen;
using System.Text.Json;
using Linli.Domain.Kernel;

namespace Linli.Domain.Tickets;

/// <summary>The versioned profiles of limits: those that come with the product (<c>service-levels.json</c>), and the reader of others.</summary>
public static class ServiceLevels
{
    /// <summary>All versions of all profiles that come with the product.</summary>
    public static readonly IReadOnlyList<ServiceLevelProfile> BuiltIn = Read(RuleFile.Text("Tickets/service-levels.json"));

    /// <summary>The default profile as it holds on a day: the highest version of those in force.</summary>
    /// <exception cref="ArgumentOutOfRangeException">No version is in force yet.</exception>
    public static ServiceLevelProfile DefaultOn(DateOnly day) => BuiltIn.Where(profile => profile.Id == "default").On(day);

    /// <summary>The version that a ticket was received under, or null when it is not known.</summary>
    public static ServiceLevelProfile? Find(IEnumerable<ServiceLevelProfile> profiles, string id, int version) =>
        profiles.FirstOrDefault(profile => profile.Id == id && profile.Version == version);

    /// <summary>Reads profiles; each must have a source and the limits of all four urgencies.</summary>
    /// <exception cref="JsonException">The text is no such list, or leaves something out.</exception>
    public static IReadOnlyList<ServiceLevelProfile> Read(string json) =>
        [.. RuleFile.List<ProfileJson>(json).Select(Profile)];

    private static ServiceLevelProfile Profile(ProfileJson json) => new()
    {
        Id = json.Id,
        Version = json.Version,
        Source = RuleFile.Source(json.Source, json.Verification),
        EffectiveFrom = json.EffectiveFrom,
        WorkingHours = new WorkingHours([.. json.WorkingHours.Select(Stretch)]),
        Confirmation = Limit(json.Confirmation),
        Levels = Enum.GetValues<Urgency>().ToFrozenDictionary(urgency => urgency, urgency => Level(json, urgency)),
    };

    private static ServiceLevel Level(ProfileJson json, Urgency urgency) => json.Levels.TryGetValue(urgency, out var level)
        ? new ServiceLevel(Limit(level.Contact), Limit(level.Resolve), RuleFile.Source(level.Source, level.Verification))
        : throw new JsonException($"The profile {json.Id} has no limits for {urgency}.");

    private static Limit Limit(LimitJson json) => json.Amount is >= 1 and <= 10_000
        ? new Limit(json.Amount, json.Unit)
        : throw new JsonException($"{json.Amount} is no limit.");

    private static WorkingStretch Stretch(TimeOnly[] times) => times is [var from, var to]
        ? new WorkingStretch(from, to)
        : throw new JsonException("A stretch has a begin and an end.");

    private sealed record LimitJson(int Amount, TimeUnit Unit);

    private sealed record LevelJson(LimitJson Contact, LimitJson Resolve, string Source, Verification Verification);

    private sealed record ProfileJson(
        string Id,
        int Version,
        DateOnly EffectiveFrom,
        string Source,
        Verification Verification,
        IReadOnlyList<TimeOnly[]> WorkingHours,
        LimitJson Confirmation,
        IReadOnlyDictionary<Urgency, LevelJson> Levels);
}
