using System.Globalization;
using Microsoft.AspNetCore.Http.Extensions;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;
using Microsoft.Extensions.Localization;

namespace Linli.Web.Platform.Look.Helpers;

/// <summary><c>&lt;paging page="2" pages="9" /&gt;</c>: the other pages of a list, with the filters of the address kept; nothing for one page.</summary>
[HtmlTargetElement("paging", Attributes = "page,pages", TagStructure = TagStructure.WithoutEndTag)]
public sealed class PagingTagHelper(IStringLocalizer<LookTexts> texts) : TagHelper
{
    [HtmlAttributeName("page")]
    public int At { get; set; } = 1;

    public int Pages { get; set; }

    /// <summary>The query parameter that carries the page number.</summary>
    public string Parameter { get; set; } = "page";

    [ViewContext]
    [HtmlAttributeNotBound]
    public ViewContext ViewContext { get; set; } = null!;

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        if (Pages <= 1)
        {
            output.SuppressOutput();
            return;
        }
        output.TagName = "nav";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", "paging");
        output.Attributes.SetAttribute("aria-label", texts["Paging"].Value);
        var html = output.Content;
        if (At > 1)
        {
            html.AppendHtml(Link(At - 1, texts["PreviousPage"], null, "prev"));
        }
        html.AppendHtml("<ul>");
        var last = 0;
        foreach (var page in Shown())
        {
            if (page > last + 1)
            {
                html.AppendHtml("<li class=\"paging__gap\" aria-hidden=\"true\">…</li>");
            }
            html.AppendHtml("<li>").AppendHtml(Link(page, page.ToString(CultureInfo.InvariantCulture), texts["PageNumber", page], null)).AppendHtml("</li>");
            last = page;
        }
        html.AppendHtml("</ul>");
        if (At < Pages)
        {
            html.AppendHtml(Link(At + 1, texts["NextPage"], null, "next"));
        }
    }

    // The first, the last, and the neighbours of this page.
    private IEnumerable<int> Shown() =>
        Enumerable.Range(At - 1, 3).Append(1).Append(Pages).Where(page => page >= 1 && page <= Pages).Distinct().Order();

    private TagBuilder Link(int page, string text, string? label, string? rel)
    {
        var link = new TagBuilder("a");
        link.Attributes["href"] = Address(page);
        if (label is not null)
        {
            link.Attributes["aria-label"] = label;
        }
        if (rel is not null)
        {
            link.Attributes["rel"] = rel;
        }
        if (rel is null && page == At)
        {
            link.Attributes["aria-current"] = "page";
        }
        link.InnerHtml.Append(text);
        return link;
    }

    private string Address(int page)
    {
        var request = ViewContext.HttpContext.Request;
        var query = new QueryBuilder(request.Query.Where(pair => pair.Key != Parameter)
            .SelectMany(pair => pair.Value, (pair, value) => KeyValuePair.Create(pair.Key, value ?? "")))
        {
            { Parameter, page.ToString(CultureInfo.InvariantCulture) },
        };
        return $"{request.PathBase}{request.Path}{query}";
    }
}
