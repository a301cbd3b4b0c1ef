namespace Linli.Web.Platform.Look;

/// <summary>One way to a page. The text is <c>Nav.{TextKey}</c> of LookTexts, the heading above it <c>Section.{Section}</c>.</summary>
public sealed record NavItem(string TextKey, string Href, string Icon, string Section, int? Count = null)
{
    /// <summary>Another address that belongs to it.</summary>
    public string? Also { get; init; }

    /// <summary>The item whose address is the page's own, or the longest that the page lies under.</summary>
    public static NavItem? Current(IEnumerable<NavItem> items, string path) =>
        items.SelectMany(item => new[] { item.Href, item.Also }.OfType<string>().Select(href => (Item: item, Href: href)))
            .Where(way => path.Equals(way.Href, StringComparison.OrdinalIgnoreCase)
                || (way.Href != "/" && path.StartsWith(way.Href + "/", StringComparison.OrdinalIgnoreCase)))
            .OrderByDescending(way => way.Href.Length).Select(way => way.Item).FirstOrDefault();
}
