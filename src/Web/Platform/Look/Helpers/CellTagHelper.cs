using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Linli.Web.Platform.Look.Helpers;

/// <summary>
/// One line of a card, inside <c>&lt;ul class="cells"&gt;</c>: <c>&lt;cell href="…" icon="cash" title="物业费" note="11月30日前缴清"&gt;¥ 486.00&lt;/cell&gt;</c>.
/// With an address the whole line is tapped; without one the content may hold a button.
/// </summary>
[HtmlTargetElement("cell", Attributes = "title")]
public sealed class CellTagHelper : TagHelper
{
    public string? Href { get; set; }

    public string? Icon { get; set; }

    public string Title { get; set; } = "";

    public string? Note { get; set; }

    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        var value = await output.GetChildContentAsync();
        // Razor hands an expression that is null as an empty text.
        Href = string.IsNullOrEmpty(Href) ? null : Href;
        output.TagName = "li";
        output.TagMode = TagMode.StartTagAndEndTag;
        var line = new Microsoft.AspNetCore.Mvc.Rendering.TagBuilder(Href is null ? "div" : "a");
        line.AddCssClass("cell");
        if (Href is not null)
        {
            line.Attributes["href"] = Href;
        }
        if (Icon is not null)
        {
            line.InnerHtml.AppendHtml($"<span class=\"badge-i\">{Icons.Svg(Icon)}</span>");
        }
        line.InnerHtml.AppendHtml("<span class=\"cell__bd\"><b>").Append(Title).AppendHtml("</b>");
        if (Note is not null)
        {
            line.InnerHtml.AppendHtml("<span>").Append(Note).AppendHtml("</span>");
        }
        line.InnerHtml.AppendHtml("</span>");
        if (!value.IsEmptyOrWhiteSpace)
        {
            line.InnerHtml.AppendHtml(Href is null ? "<span class=\"cell__ft cell__act\">" : "<span class=\"cell__ft\">").AppendHtml(value).AppendHtml("</span>");
        }
        if (Href is not null)
        {
            line.InnerHtml.AppendHtml(Icons.Svg("chevron-right"));
        }
        output.Content.SetHtmlContent(line);
    }
}
