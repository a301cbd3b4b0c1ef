namespace Linli.Web.Tests.Architecture;

/// <summary>Fails with the whole list, and fails as well when there was nothing to look at.</summary>
internal static class Violations
{
    public static void ShouldBeNone<T>(IReadOnlyCollection<T> subjects, Func<T, IEnumerable<string>> violationsOf, int atLeast = 1)
    {
        if (subjects.Count < atLeast)
        {
            throw new Xunit.Sdk.XunitException($"Only {subjects.Count} of at least {atLeast} subjects were found: the test looks in the wrong place.");
        }

        var all = subjects.SelectMany(violationsOf).Distinct().Order(StringComparer.Ordinal).ToList();
        if (all.Count > 0)
        {
            throw new Xunit.Sdk.XunitException($"{all.Count} of {subjects.Count} subjects break the rule:\n  {string.Join("\n  ", all)}");
        }
    }
}
