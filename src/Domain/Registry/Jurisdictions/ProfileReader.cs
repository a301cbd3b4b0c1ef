using System.Collections.Frozen;
using System.Text.Json;
using Linli.Domain.Kernel;

namespace Linli.Domain.Registry.Jurisdictions;

/// <summary>Reads profiles from JSON and refuses what is incomplete: a value without a source, a form that is not the matter's.</summary>
public static class ProfileReader
{
    /// <summary>Reads one profile.</summary>
    /// <exception cref="JsonException">The text is no profile, or leaves something out.</exception>
    public static JurisdictionProfile Read(string json)
    {
        var profile = RuleFile.One<ProfileJson>(json);
        var missing = profile.Id == JurisdictionProfile.National
            ? Enum.GetValues<RuleKey>().Where(key => !profile.Values.TryGetValue(key, out var value) || value.NotFound).ToArray()
            : [];
        return missing.Length > 0
            ? throw new JsonException($"The national default says nothing of {string.Join(", ", missing)}.")
            : new JurisdictionProfile
            {
                Id = profile.Id,
                Version = profile.Version,
                Name = profile.Name,
                DivisionPrefix = profile.DivisionPrefix,
                EffectiveFrom = profile.EffectiveFrom,
                Source = RuleFile.Source(profile.Source, profile.Verification),
                Entries = profile.Values.ToFrozenDictionary(pair => pair.Key, pair => Entry(pair.Key, pair.Value, profile)),
            };
    }

    internal static IEnumerable<JurisdictionProfile> Embedded() => RuleFile.TextsIn("Registry/Jurisdictions").Select(Read);

    private static ProfileEntry Entry(RuleKey key, ValueJson json, ProfileJson profile)
    {
        RuleValue?[] given =
        [
            json.Amount is { } amount ? new AmountValue(InRange(amount), json.Unit ?? throw new JsonException($"{key} has no unit.")) : null,
            json.Share is { } share ? ShareValue.Parse(share, json.Strict) : null,
            json.Flag is { } flag ? new FlagValue(flag) : null,
            json.Choice is { Length: > 0 } choice ? new ChoiceValue(choice) : null,
            json.Triggers is { Count: > 0 } triggers ? new TriggersValue([.. triggers.Select(Trigger)]) : null,
            json.Nothing ? NothingLaidDown.It : null,
        ];
        var value = given.OfType<RuleValue>().ToArray() switch
        {
            [] when json.NotFound => null,
            [var one] when !json.NotFound && Fits(key, one) => one,
            _ => throw new JsonException($"{profile.Id}: {key} wants one value of its form, or notFound."),
        };
        return new ProfileEntry(value, RuleFile.Source(json.Source, json.Verification), json.EffectiveFrom ?? profile.EffectiveFrom);
    }

    private static bool Fits(RuleKey key, RuleValue value) => (RuleKeys.FormOf(key), value) is
        (_, NothingLaidDown) or (RuleForm.Amount, AmountValue) or (RuleForm.Share, ShareValue) or (RuleForm.Flag, FlagValue)
        or (RuleForm.Choice, ChoiceValue) or (RuleForm.Triggers, TriggersValue);

    private static Trigger Trigger(TriggerJson json) => json is { AreaShare: null, HomesShare: null, YearsSinceDelivery: null, Application: null }
        ? throw new JsonException("A trigger has a condition.")
        : new Trigger
        {
            AreaShare = json.AreaShare is { } area ? ShareValue.Parse(area, json.Strict) : null,
            HomesShare = json.HomesShare is { } homes ? ShareValue.Parse(homes, json.Strict) : null,
            YearsSinceDelivery = json.YearsSinceDelivery is { } years ? InRange(years) : null,
            Application = json.Application is { } applicants ? ShareValue.Parse(applicants, strict: false) : null,
        };

    private static int InRange(int amount) => amount is >= 1 and <= 10_000 ? amount : throw new JsonException($"{amount} is no amount.");

    private sealed record TriggerJson(string? AreaShare = null, string? HomesShare = null, int? YearsSinceDelivery = null, string? Application = null, bool Strict = false);

    private sealed record ValueJson(
        string Source, Verification Verification, DateOnly? EffectiveFrom = null, int? Amount = null, RuleUnit? Unit = null, string? Share = null,
        bool Strict = false, bool? Flag = null, string? Choice = null, IReadOnlyList<TriggerJson>? Triggers = null, bool Nothing = false, bool NotFound = false);

    private sealed record ProfileJson(
        string Id, int Version, string Name, string DivisionPrefix, DateOnly EffectiveFrom, string Source, Verification Verification,
        IReadOnlyDictionary<RuleKey, ValueJson> Values);
}
