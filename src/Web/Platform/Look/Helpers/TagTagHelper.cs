using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Mvc.TagHelpers;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Linli.Web.Platform.Look.Helpers;

/// <summary><c>&lt;tag kind="Warn"&gt;待响应&lt;/tag&gt;</c>: a state in one or two words; the party's tag carries its flag.</summary>
[HtmlTargetElement("tag")]
public sealed class TagTagHelper : TagHelper
{
    public Tone Kind { get; set; } = Tone.Plain;

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.TagName = "span";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.AddClass("tag", HtmlEncoder.Default);
        if (Kind is not Tone.Plain)
        {
            output.AddClass(Kind.Css(), HtmlEncoder.Default);
        }
        if (Kind is Tone.Party)
        {
            output.PreContent.SetHtmlContent(Icons.Svg("flag"));
        }
    }
}
