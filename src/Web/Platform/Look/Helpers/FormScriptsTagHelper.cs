using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;
using Microsoft.Extensions.Localization;

namespace Linli.Web.Platform.Look.Helpers;

/// <summary>
/// A form with <c>data-once</c> or <c>data-draft="key"</c> brings the script that does it and the words the script shows.
/// Give the draft's key the act, and the matter's id when there is one.
/// </summary>
[HtmlTargetElement("form", Attributes = "data-once")]
[HtmlTargetElement("form", Attributes = "data-draft")]
public sealed class FormScriptsTagHelper(IStringLocalizer<LookTexts> texts) : TagHelper
{
    [ViewContext]
    [HtmlAttributeNotBound]
    public ViewContext ViewContext { get; set; } = null!;

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        if (context.AllAttributes.ContainsName("data-once"))
        {
            PageScripts.Need(ViewContext.HttpContext, "once");
            output.Attributes.SetAttribute("data-busy", texts["Submitting"].Value);
        }
        if (context.AllAttributes.ContainsName("data-draft"))
        {
            PageScripts.Need(ViewContext.HttpContext, "draft");
            output.Attributes.SetAttribute("data-draft-of", DraftOwner.Of(ViewContext.HttpContext));
            output.Attributes.SetAttribute("data-draft-offer", texts["DraftOffer"].Value);
            output.Attributes.SetAttribute("data-draft-restore", texts["DraftRestore"].Value);
            output.Attributes.SetAttribute("data-draft-drop", texts["DraftDrop"].Value);
        }
    }
}
