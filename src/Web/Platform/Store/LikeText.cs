namespace Linli.Web.Platform.Store;

/// <summary>What a person types into a search field is text, not a pattern.</summary>
internal static class LikeText
{
    public static string Escaped(string text) => text
        .Replace("\\", "\\\\", StringComparison.Ordinal)
        .Replace("%", "\\%", StringComparison.Ordinal)
        .Replace("_", "\\_", StringComparison.Ordinal);
}
