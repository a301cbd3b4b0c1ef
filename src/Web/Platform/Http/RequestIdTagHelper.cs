using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Linli.Web.Platform.Http;

/// <summary><c>&lt;request-id /&gt;</c>: the hidden field by which a form sent twice acts once.</summary>
public sealed class RequestIdTagHelper : TagHelper
{
    [ViewContext, HtmlAttributeNotBound]
    public ViewContext ViewContext { get; set; } = null!;

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.TagName = "input";
        output.TagMode = TagMode.SelfClosing;
        output.Attributes.SetAttribute("type", "hidden");
        output.Attributes.SetAttribute("name", nameof(LinliPage.RequestId));
        output.Attributes.SetAttribute("value", ((LinliPage)ViewContext.ViewData.Model!).RequestIdToSend);
    }
}
