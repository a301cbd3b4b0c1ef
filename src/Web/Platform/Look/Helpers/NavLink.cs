using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.Extensions.Localization;

namespace Linli.Web.Platform.Look.Helpers;

/// <summary>One link of a navigation: icon, words, and how much waits there.</summary>
internal static class NavLink
{
    public static IHtmlContent Of(NavItem item, bool current, IStringLocalizer<LookTexts> texts)
    {
        var link = new TagBuilder("a");
        link.Attributes["href"] = item.Href;
        if (current)
        {
            link.Attributes["aria-current"] = "page";
        }
        link.InnerHtml.AppendHtml(Icons.Svg(item.Icon)).Append(texts[$"Nav.{item.TextKey}"]);
        if (item.Count is > 0)
        {
            link.InnerHtml.AppendHtml("<span class=\"n\"><span class=\"govuk-visually-hidden\">")
                .Append(texts["Waiting"]).AppendHtml(" </span>")
                .Append(item.Count > 99 ? "99+" : item.Count.Value.ToString(System.Globalization.CultureInfo.InvariantCulture))
                .AppendHtml("</span>");
        }
        return link;
    }
}
