using System.Text.Json;
using Linli.Domain.Kernel;

namespace Linli.Domain.Registry.Privacy;

/// <summary>How a person stands to a purpose that needs consent.</summary>
public enum ConsentState
{
    /// <summary>Never said anything: nothing is done for the purpose.</summary>
    NotGiven,

    /// <summary>Given, for the text as it is now.</summary>
    Given,

    /// <summary>Given once, withdrawn since.</summary>
    Withdrawn,

    /// <summary>Given for an earlier text: what changed has to be agreed to anew (PIPL 14 ¶2), until then it does not hold.</summary>
    AskAgain,
}

/// <summary>
/// A purpose whose lawful basis is consent (<c>consents.json</c>). It is never a condition of anything else (PIPL 16).
/// </summary>
/// <param name="Code">Stable code.</param>
/// <param name="Version">Version of the text; a higher one asks anew.</param>
/// <param name="Separate">Whether the law wants separate consent (PIPL 23, 25, 29).</param>
/// <param name="Name">What it is called.</param>
/// <param name="Text">What is asked: which data, for what, who sees it.</param>
/// <param name="Without">What is done instead for who does not consent.</param>
/// <param name="Recorded">In which ways others may write down what the person said or signed.</param>
public sealed record ConsentPurpose(
    string Code, int Version, bool Separate, BothLanguages Name, BothLanguages Text, BothLanguages Without, ConsentRecording Recorded)
{
    /// <summary>How somebody stands to it whose last word was this.</summary>
    /// <param name="lastVersion">Version of the text that the last word was about; null when nothing was said.</param>
    /// <param name="given">Whether it was given then, or withdrawn.</param>
    public ConsentState StateAfter(int? lastVersion, bool given) => (lastVersion, given) switch
    {
        (null, _) => ConsentState.NotGiven,
        (_, false) => ConsentState.Withdrawn,
        ({ } version, true) => version == Version ? ConsentState.Given : ConsentState.AskAgain,
    };
}

/// <summary>The purposes that need consent.</summary>
public static class ConsentPurposes
{
    /// <summary>Party membership shown and used in the compound.</summary>
    public const string PartyMark = "party-mark";

    /// <summary>The own phone number shown to building captains and volunteers.</summary>
    public const string PhoneToVolunteers = "phone-to-volunteers";

    /// <summary>Being marked as a household that needs care.</summary>
    public const string HardshipMark = "hardship-mark";

    /// <summary>All of them, as their texts read now.</summary>
    public static readonly IReadOnlyList<ConsentPurpose> BuiltIn = Read(RuleFile.Text("Registry/Privacy/consents.json"));

    /// <summary>The purpose with the code, or null.</summary>
    public static ConsentPurpose? Find(string? code) => BuiltIn.FirstOrDefault(purpose => purpose.Code == code);

    /// <summary>Reads purposes; no code stands twice.</summary>
    /// <exception cref="JsonException">The text is no such list.</exception>
    public static IReadOnlyList<ConsentPurpose> Read(string json)
    {
        var purposes = RuleFile.List<ConsentPurpose>(json);
        return purposes.DistinctBy(purpose => purpose.Code).Count() == purposes.Count && purposes.All(purpose => purpose.Version > 0)
            ? purposes
            : throw new JsonException("A code stands twice, or a version is none.");
    }
}
