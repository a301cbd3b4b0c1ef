using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Linli.Web.Platform.Look.Helpers;

/// <summary><c>&lt;needs script="draft" /&gt;</c>: loads a module of wwwroot/js on this page, once however often it is asked for.</summary>
[HtmlTargetElement("needs", Attributes = "script", TagStructure = TagStructure.WithoutEndTag)]
public sealed class NeedsTagHelper : TagHelper
{
    public string Script { get; set; } = "";

    [ViewContext]
    [HtmlAttributeNotBound]
    public ViewContext ViewContext { get; set; } = null!;

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        PageScripts.Need(ViewContext.HttpContext, Script);
        output.SuppressOutput();
    }
}
