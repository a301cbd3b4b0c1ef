using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Linli.Web.Platform.Look.Helpers;

/// <summary><c>&lt;icon name="bell" /&gt;</c>; with a label it is an image of its own, without one it decorates the words beside it.</summary>
[HtmlTargetElement("icon", TagStructure = TagStructure.WithoutEndTag)]
public sealed class IconTagHelper(IHostEnvironment environment) : TagHelper
{
    public string Name { get; set; } = "";

    public string? Label { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        var shapes = Icons.Find(Name);
        // A missing drawing is found by whoever writes the page; in production the words alone must do.
        if (shapes is null && !environment.IsProduction())
        {
            throw new InvalidOperationException($"No icon is named '{Name}'; add it to Assets/icons.txt and build.");
        }
        if (shapes is null)
        {
            output.SuppressOutput();
            return;
        }
        output.TagName = "svg";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("viewBox", "0 0 24 24");
        output.Attributes.SetAttribute("class", output.Attributes["class"] is { } own ? $"i {own.Value}" : "i");
        if (Label is null)
        {
            output.Attributes.SetAttribute("aria-hidden", "true");
        }
        else
        {
            output.Attributes.SetAttribute("role", "img");
            output.Attributes.SetAttribute("aria-label", Label);
        }
        output.Content.SetHtmlContent(shapes);
    }
}
