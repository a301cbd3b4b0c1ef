namespace Linli.Domain.Kernel;

/// <summary>A version of rules that change with the years.</summary>
public interface IRuleVersion
{
    /// <summary>Counts up from 1 with every change.</summary>
    int Version { get; }

    /// <summary>First day on which it holds.</summary>
    DateOnly EffectiveFrom { get; }
}

/// <summary>Which version of rules holds on a day.</summary>
public static class RuleVersions
{
    /// <summary>Of the versions that have begun the latest; null before the first.</summary>
    public static T? InForceOn<T>(this IEnumerable<T> versions, DateOnly day)
        where T : class, IRuleVersion => versions.Where(version => version.EffectiveFrom <= day).MaxBy(version => (version.EffectiveFrom, version.Version));

    /// <summary>Of the versions that have begun the latest.</summary>
    /// <exception cref="ArgumentOutOfRangeException">None has begun.</exception>
    public static T On<T>(this IEnumerable<T> versions, DateOnly day)
        where T : class, IRuleVersion => versions.InForceOn(day) ?? throw new ArgumentOutOfRangeException(nameof(day), day, "No version is in force.");
}
