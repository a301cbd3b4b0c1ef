using System.Collections.Frozen;

namespace Linli.Domain.Registry.Documents;

/// <summary>Documents by which a compound governs itself (requirement A10). Stored by name.</summary>
public enum DocumentKind
{
    /// <summary>管理规约: binds all owners.</summary>
    Covenant,

    /// <summary>业主大会议事规则.</summary>
    AssemblyRules,

    /// <summary>业委会工作规则.</summary>
    CommitteeRules,

    /// <summary>邻里公约: what neighbours ask of each other.</summary>
    NeighbourCovenant,

    /// <summary>安置小区物业管理考核办法.</summary>
    AssessmentMeasures,

    /// <summary>村（社区）履行安置小区管理责任细则.</summary>
    DutyRules,
}

/// <summary>Which kinds a compound has, and the words that stand for them in addresses.</summary>
public static class DocumentKinds
{
    private static readonly FrozenDictionary<DocumentKind, string> Slugs = new Dictionary<DocumentKind, string>
    {
        [DocumentKind.Covenant] = "covenant",
        [DocumentKind.AssemblyRules] = "assembly-rules",
        [DocumentKind.CommitteeRules] = "committee-rules",
        [DocumentKind.NeighbourCovenant] = "neighbour-covenant",
        [DocumentKind.AssessmentMeasures] = "assessment-measures",
        [DocumentKind.DutyRules] = "duty-rules",
    }.ToFrozenDictionary();

    /// <summary>All kinds, in the order in which they are shown.</summary>
    public static readonly IReadOnlyList<DocumentKind> All = Enum.GetValues<DocumentKind>();

    /// <summary>The word that stands for the kind in addresses.</summary>
    public static string Slug(this DocumentKind kind) => Slugs[kind];

    /// <summary>The kind that the word stands for, or null.</summary>
    public static DocumentKind? Find(string? slug) =>
        Slugs.Where(pair => pair.Value == slug).Select(pair => (DocumentKind?)pair.Key).FirstOrDefault();

    /// <summary>Kinds of a compound: resettlement compounds have two more (domain.md §10).</summary>
    public static IReadOnlyList<DocumentKind> Of(CompoundType type) => type == CompoundType.Resettlement
        ? All
        : [.. All.Where(kind => kind is not (DocumentKind.AssessmentMeasures or DocumentKind.DutyRules))];
}
