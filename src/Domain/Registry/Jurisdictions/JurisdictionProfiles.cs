using Linli.Domain.Kernel;

namespace Linli.Domain.Registry.Jurisdictions;

/// <summary>The versioned profiles that come with the product, and which of them hold at a place.</summary>
public static class JurisdictionProfiles
{
    /// <summary>All versions of all profiles; the national default first, then by division code.</summary>
    public static readonly IReadOnlyList<JurisdictionProfile> BuiltIn =
        [.. ProfileReader.Embedded().OrderBy(profile => profile.DivisionPrefix, StringComparer.Ordinal).ThenBy(profile => profile.Version)];

    /// <summary>The profiles in force on a day, one version of each.</summary>
    public static IReadOnlyList<JurisdictionProfile> InForceOn(DateOnly day) => InForce(BuiltIn, day);

    /// <summary>The rules of a place on a day.</summary>
    /// <param name="divisionCode">The place's code; a compound's begins with its community's.</param>
    /// <param name="day">A calendar day of China.</param>
    public static LocalRules For(string divisionCode, DateOnly day) => For(BuiltIn, divisionCode, day);

    /// <summary>The rules of a place among given profiles.</summary>
    /// <exception cref="ArgumentException">Not even a national default is in force.</exception>
    public static LocalRules For(IEnumerable<JurisdictionProfile> profiles, string divisionCode, DateOnly day)
    {
        JurisdictionProfile[] chain = [.. InForce(profiles, day)
            .Where(profile => divisionCode.StartsWith(profile.DivisionPrefix, StringComparison.Ordinal))
            .OrderByDescending(profile => profile.DivisionPrefix.Length)];
        return chain is [.., { Id: JurisdictionProfile.National }]
            ? new LocalRules(chain)
            : throw new ArgumentException("No national default is in force.", nameof(profiles));
    }

    /// <summary>The rules under which something was decided, from what it stored; null when a version is not known.</summary>
    public static LocalRules? Find(string stamp)
    {
        var found = stamp.Split('+').Select(part => BuiltIn.FirstOrDefault(profile => profile.Stamp == part)).ToArray();
        return found.All(profile => profile is not null) ? new LocalRules(found!) : null;
    }

    private static IReadOnlyList<JurisdictionProfile> InForce(IEnumerable<JurisdictionProfile> profiles, DateOnly day) =>
        [.. profiles.GroupBy(profile => profile.Id).Select(versions => versions.InForceOn(day)).OfType<JurisdictionProfile>()
            .OrderBy(profile => profile.DivisionPrefix, StringComparer.Ordinal)];
}
