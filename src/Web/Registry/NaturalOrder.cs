namespace Linli.Web.Registry;

/// <summary>Chinese by pinyin, and 第2 before 第10.</summary>
internal static class NaturalOrder
{
    /// <summary>The collation that the registry's schema makes.</summary>
    public const string Collation = "natural_order";
}
