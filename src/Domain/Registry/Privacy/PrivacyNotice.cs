using System.Text.Json;
using Linli.Domain.Kernel;

namespace Linli.Domain.Registry.Privacy;

/// <summary>What a notice has to tell (PIPL 17 ¶1, 30).</summary>
public enum NoticePart
{
    /// <summary>Who handles the data, and how to reach them.</summary>
    Who,

    /// <summary>For what.</summary>
    Purpose,

    /// <summary>How, and which kinds of data.</summary>
    Kinds,

    /// <summary>How long.</summary>
    Retention,

    /// <summary>To whom it is given.</summary>
    Recipients,

    /// <summary>Sensitive data: why it is needed and what it may lead to.</summary>
    Sensitive,

    /// <summary>Which rights the person has, and how to use them.</summary>
    Rights,
}

/// <summary>A text in both languages.</summary>
/// <param name="Zh">Chinese, which holds.</param>
/// <param name="En">English.</param>
public sealed record BothLanguages(string Zh, string En)
{
    /// <summary>The text in a language; Chinese unless English is asked for.</summary>
    public string In(string language) => language.StartsWith("en", StringComparison.OrdinalIgnoreCase) ? En : Zh;
}

/// <summary>A version of the privacy notice (PIPL 17; <c>notices.json</c>).</summary>
/// <param name="Version">From 1, in order.</param>
/// <param name="EffectiveFrom">First day on which it holds.</param>
/// <param name="Changed">What is new in it.</param>
/// <param name="Parts">What it tells, every part there is.</param>
public sealed record PrivacyNotice(int Version, DateOnly EffectiveFrom, BothLanguages Changed, IReadOnlyDictionary<NoticePart, BothLanguages> Parts)
    : IRuleVersion;

/// <summary>The versions of the notice that come with the product.</summary>
public static class PrivacyNotices
{
    /// <summary>All versions.</summary>
    public static readonly IReadOnlyList<PrivacyNotice> BuiltIn = Read(RuleFile.Text("Registry/Privacy/notices.json"));

    /// <summary>The version that holds on a day; before all of them the first, because people are told in any case.</summary>
    public static PrivacyNotice On(DateOnly day) => BuiltIn.InForceOn(day) ?? BuiltIn[0];

    /// <summary>Reads notices; each tells every part in both languages.</summary>
    /// <exception cref="JsonException">The text is no such list, or leaves something out.</exception>
    public static IReadOnlyList<PrivacyNotice> Read(string json) => [.. RuleFile.List<PrivacyNotice>(json).Select(notice =>
        Enum.GetValues<NoticePart>().FirstOrDefault(part => !IsSaid(notice.Parts.GetValueOrDefault(part)), (NoticePart)(-1)) is var missing && missing >= 0
            ? throw new JsonException($"Version {notice.Version} does not tell {missing}.")
            : notice)];

    private static bool IsSaid(BothLanguages? text) => text is not null && !string.IsNullOrWhiteSpace(text.Zh) && !string.IsNullOrWhiteSpace(text.En);
}
