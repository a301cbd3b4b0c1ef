using Linli.Domain.Kernel;

namespace Linli.Domain.Registry.Documents;

/// <summary>The versioned profiles that come with the product, and which of them hold at a place.</summary>
public static class DocumentProfiles
{
    /// <summary>All versions of all profiles; the national default first, then by division code.</summary>
    public static readonly IReadOnlyList<DocumentProfile> BuiltIn =
        [.. DocumentProfileReader.Embedded().OrderBy(profile => profile.DivisionPrefix, StringComparer.Ordinal).ThenBy(profile => profile.Version)];

    /// <summary>The rules of a place on a day.</summary>
    /// <param name="divisionCode">The place's code; a compound's begins with its community's.</param>
    /// <param name="day">A calendar day of China.</param>
    public static DocumentRules For(string divisionCode, DateOnly day) => For(BuiltIn, divisionCode, day);

    /// <summary>The rules of a place among given profiles.</summary>
    /// <exception cref="ArgumentException">Not even a national default is in force.</exception>
    public static DocumentRules For(IEnumerable<DocumentProfile> profiles, string divisionCode, DateOnly day)
    {
        DocumentProfile[] chain = [.. profiles
            .Where(profile => divisionCode.StartsWith(profile.DivisionPrefix, StringComparison.Ordinal))
            .GroupBy(profile => profile.Id).Select(versions => versions.InForceOn(day)).OfType<DocumentProfile>()
            .OrderByDescending(profile => profile.DivisionPrefix.Length)];
        return chain is [.., { Id: DocumentProfile.National }]
            ? new DocumentRules(chain, day)
            : throw new ArgumentException("No national default is in force.", nameof(profiles));
    }
}
