using Linli.Domain.Kernel;
using Linli.Domain.Registry.Jurisdictions;
using Linli.Web.Platform.Look;
using Microsoft.Extensions.Localization;

namespace Linli.Web.Registry.Committees;

/// <summary>A rule as a page and a program show it: never without its source and how far that was checked.</summary>
public sealed record RuleView
{
    public required RuleKey Key { get; init; }

    public required string Title { get; init; }

    /// <summary>The value in words.</summary>
    public required string Value { get; init; }

    public required string Source { get; init; }

    public required Verification Verification { get; init; }

    /// <summary>Whether the text was read and is the place's own.</summary>
    public required bool IsVerified { get; init; }

    /// <summary>What has to be said beside the value; null when nothing.</summary>
    public string? Tag { get; init; }

    public required DateOnly EffectiveFrom { get; init; }

    /// <summary>The jurisdiction that says it.</summary>
    public required string From { get; init; }

    /// <summary>Jurisdictions whose text was looked for and not found: name and what was looked for.</summary>
    public required IReadOnlyList<string> NotFoundIn { get; init; }
}

/// <summary>A profile with everything that holds under it.</summary>
public sealed record ProfileView
{
    public required string Id { get; init; }

    public required int Version { get; init; }

    public required string Name { get; init; }

    public required string DivisionPrefix { get; init; }

    public required DateOnly EffectiveFrom { get; init; }

    public required string Source { get; init; }

    public required Verification Verification { get; init; }

    /// <summary>What decisions made here store.</summary>
    public required string Stamp { get; init; }

    public required IReadOnlyList<RuleView> Rules { get; init; }
}

/// <summary>The rules of jurisdictions. They are public: the same for everybody.</summary>
internal sealed class ListRules(IStringLocalizer<CommitteeTexts> texts, IStringLocalizer<LookTexts> look)
{
    /// <summary>All profiles in force, the national default first.</summary>
    public IReadOnlyList<ProfileView> Profiles(DateOnly today) =>
        [.. JurisdictionProfiles.InForceOn(today).Select(profile => View(profile, JurisdictionProfiles.For(profile.DivisionPrefix, today)))];

    public ProfileView? Find(string id, DateOnly today) => Profiles(today).FirstOrDefault(profile => profile.Id == id);

    /// <summary>What holds at the place with the code.</summary>
    public ProfileView At(string divisionCode, DateOnly today)
    {
        var rules = JurisdictionProfiles.For(divisionCode, today);
        return View(rules.Nearest, rules);
    }

    public RuleView View(LocalRule rule) => new()
    {
        Key = rule.Key,
        Title = texts[$"Rule.{rule.Key}"],
        Value = RuleWords.Of(rule, texts),
        Source = rule.Source.Text,
        Verification = rule.Source.Verification,
        IsVerified = rule.IsVerified,
        Tag = RuleWords.Tag(rule, texts, look),
        EffectiveFrom = rule.EffectiveFrom,
        From = rule.From.Name,
        NotFoundIn = [.. rule.NotFoundIn.Select(profile => texts["Rule.NotFoundThere", profile.Name, profile.Entries[rule.Key].Source.Text].Value)],
    };

    private ProfileView View(JurisdictionProfile profile, LocalRules rules) => new()
    {
        Id = profile.Id,
        Version = profile.Version,
        Name = profile.Name,
        DivisionPrefix = profile.DivisionPrefix,
        EffectiveFrom = profile.EffectiveFrom,
        Source = profile.Source.Text,
        Verification = profile.Source.Verification,
        Stamp = rules.Stamp,
        Rules = [.. Enum.GetValues<RuleKey>().Select(key => View(rules.Of(key)))],
    };
}
