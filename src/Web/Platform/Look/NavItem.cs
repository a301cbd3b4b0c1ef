namespace Linli.Web.Platform.Look;

/// <summary>One way to a page. The text is <c>Nav.{TextKey}</c> of LookTexts, the heading above it <c>Section.{Section}</c>.</summary>
public sealed record NavItem(string TextKey, string Href, string Icon, string Section, int? Count = null)
{
    /// <summary>The item whose address is the page's own, or the longest that the page lies under.</summary>
    public static NavItem? Current(IEnumerable<NavItem> items, string path) =>
        items.Where(item => path.Equals(item.Href, StringComparison.OrdinalIgnoreCase)
                || (item.Href != "/" && path.StartsWith(item.Href + "/", StringComparison.OrdinalIgnoreCase)))
            .MaxBy(item => item.Href.Length);
}
