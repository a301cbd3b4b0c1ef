using System.Diagnostics.CodeAnalysis;

namespace Linli.Domain.Registry;

/// <summary>Official names of divisions, told short.</summary>
public static class DivisionName
{
    private static readonly string[] Committees = ["居民委员会", "居民委会", "居委会", "村民委员会"];

    /// <summary>
    /// The name that people use: 棠城社区居民委员会 → 棠城社区, 三星村村民委员会 → 三星村, 建设村委会 → 建设村.
    /// Names of other divisions, and a name that would be left empty, stay as they are.
    /// </summary>
    [SuppressMessage("Naming", "CA1720", Justification = "The short form of a name, not a number.")]
    public static string Short(string name)
    {
        if (name.EndsWith("村委会", StringComparison.Ordinal))
        {
            // 建设村委会 and 建设村村委会 are both 建设村.
            var stem = name[..^3];
            return stem.Length == 0 ? name : stem.EndsWith('村') || stem.EndsWith("社区", StringComparison.Ordinal) ? stem : stem + "村";
        }

        var committee = Committees.FirstOrDefault(ending => name.Length > ending.Length && name.EndsWith(ending, StringComparison.Ordinal));
        if (committee is null)
        {
            return name;
        }

        var shortened = name[..^committee.Length];
        return committee == "村民委员会" && !shortened.EndsWith('村') && !shortened.EndsWith("社区", StringComparison.Ordinal)
            ? shortened + "村"
            : shortened;
    }
}
