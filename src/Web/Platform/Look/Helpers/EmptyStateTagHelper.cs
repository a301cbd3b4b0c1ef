using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Linli.Web.Platform.Look.Helpers;

/// <summary>A list with nothing in it says so, and what to do next stands in the content.</summary>
[HtmlTargetElement("empty-state", Attributes = "title")]
public sealed class EmptyStateTagHelper : TagHelper
{
    public string Icon { get; set; } = "list";

    public string Title { get; set; } = "";

    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        var content = await output.GetChildContentAsync();
        output.TagName = "div";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", "empty");
        output.Content.AppendHtml(Icons.Svg(Icon)).AppendHtml("<p class=\"t-h3 t-b mt-s\">").Append(Title).AppendHtml("</p>").AppendHtml(content);
    }
}
