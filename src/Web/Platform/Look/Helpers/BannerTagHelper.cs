using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;
using Microsoft.Extensions.Localization;

namespace Linli.Web.Platform.Look.Helpers;

/// <summary>
/// Without content: says what <c>TempData["Notice"]</c> says, once, after a redirect (the layouts hold this one).
/// With content: a standing message of the page.
/// </summary>
[HtmlTargetElement("banner")]
public sealed class BannerTagHelper(IStringLocalizer<LookTexts> texts) : TagHelper
{
    public Tone Kind { get; set; } = Tone.Ok;

    /// <summary>What happened, in bold; the content follows it.</summary>
    public string? Title { get; set; }

    [ViewContext]
    [HtmlAttributeNotBound]
    public ViewContext ViewContext { get; set; } = null!;

    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        var content = await output.GetChildContentAsync();
        var notice = content.IsEmptyOrWhiteSpace && Title is null ? PageNotes.Read(ViewContext, PageNotes.Notice) ?? GivenBack() : null;
        if (notice is null && content.IsEmptyOrWhiteSpace && Title is null)
        {
            output.SuppressOutput();
            return;
        }
        output.TagName = "div";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", $"banner {Kind.Css()}");
        output.Attributes.SetAttribute("role", Kind is Tone.Danger ? "alert" : "status");
        output.Content.AppendHtml(Icons.Svg(Kind.Icon())).AppendHtml("<div class=\"banner__bd\">");
        if ((Title ?? notice) is { } bold)
        {
            output.Content.AppendHtml("<b>").Append(bold).AppendHtml("</b>");
        }
        output.Content.AppendHtml(content).AppendHtml("</div>");
    }

    // The form below holds what was typed before the session ended (LinliPage.TakeBackParkedForm).
    private string? GivenBack() => ViewContext.ViewData["FormGivenBack"] is true ? texts["FormGivenBack"].Value : null;
}
