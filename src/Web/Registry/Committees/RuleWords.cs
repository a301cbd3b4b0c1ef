using System.Globalization;
using Linli.Domain.Registry.Jurisdictions;
using Linli.Web.Platform.Look;
using Microsoft.Extensions.Localization;

namespace Linli.Web.Registry.Committees;

/// <summary>Values of rules as people read them.</summary>
internal static class RuleWords
{
    public static string Of(RuleValue? value, IStringLocalizer<CommitteeTexts> texts) => value switch
    {
        null => texts["Rule.NotFound"],
        NothingLaidDown => texts["Rule.Nothing"],
        AmountValue amount => texts[$"RuleUnit.{amount.Unit}", amount.Number],
        ShareValue share => Share(share, texts),
        FlagValue flag => texts[flag.IsSo ? "Rule.Yes" : "Rule.No"],
        ChoiceValue choice => texts[$"HeadFrom.{choice.Name}"],
        TriggersValue triggers => string.Join(texts["Rule.Or"], triggers.Alternatives.Select(trigger => Trigger(trigger, texts))),
        _ => throw new ArgumentOutOfRangeException(nameof(value)),
    };

    /// <summary>The value of a rule: some shares are a ceiling or a line that must not be undercut.</summary>
    public static string Of(LocalRule rule, IStringLocalizer<CommitteeTexts> texts) => (rule.Key, rule.Value) switch
    {
        (RuleKey.AlternatesMost, ShareValue most) => texts["Rule.AtMost", Plain(most)],
        (RuleKey.VacancyShare or RuleKey.PartyShareHint, ShareValue line) => texts["Rule.Below", Plain(line)],
        _ => Of(rule.Value, texts),
    };

    public static string Share(ShareValue share, IStringLocalizer<CommitteeTexts> texts) =>
        texts[share.Strict ? "Rule.MoreThan" : "Rule.AtLeast", Plain(share)];

    /// <summary>The tag beside a value: nothing to say of what was verified.</summary>
    public static string? Tag(LocalRule rule, IStringLocalizer<CommitteeTexts> texts, IStringLocalizer<LookTexts> look) =>
        rule.NotFoundIn.Count > 0 ? texts["Verification.NotFound"]
        : rule.IsVerified ? null
        : SourceWords.Of(rule.Source.Verification, look);

    private static string Plain(ShareValue share) => share.Numerator == share.Denominator
        ? "100%"
        : string.Create(CultureInfo.InvariantCulture, $"{share.Numerator}/{share.Denominator}");

    private static string Trigger(Trigger trigger, IStringLocalizer<CommitteeTexts> texts)
    {
        var parts = new List<string>();
        if (trigger.YearsSinceDelivery is { } years)
        {
            parts.Add(texts["Trigger.Years", years]);
        }

        if (trigger.AreaShare is { } area)
        {
            parts.Add(texts["Trigger.Area", Share(area, texts)]);
        }

        if (trigger.HomesShare is { } homes)
        {
            parts.Add(texts["Trigger.Homes", Share(homes, texts)]);
        }

        if (trigger.Application is { } application)
        {
            parts.Add(texts["Trigger.Application", Share(application, texts)]);
        }

        return string.Join(texts["Rule.And"], parts);
    }
}
