using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.TagHelpers;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;
using Microsoft.Extensions.Localization;

namespace Linli.Web.Platform.Look.Helpers;

/// <summary>The four ways at the foot of a phone, from the shell; nothing when there are none.</summary>
[HtmlTargetElement("tab-bar", TagStructure = TagStructure.WithoutEndTag)]
public sealed class TabBarTagHelper(IShell current, IStringLocalizer<LookTexts> texts) : TagHelper
{
    [ViewContext]
    [HtmlAttributeNotBound]
    public ViewContext ViewContext { get; set; } = null!;

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        var shell = current.Shown(ViewContext.ViewData);
        if (shell.Tabs.Count == 0)
        {
            output.SuppressOutput();
            return;
        }
        output.TagName = "nav";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.AddClass("ph-tabs", HtmlEncoder.Default);
        output.Attributes.SetAttribute("aria-label", texts["QuickNav"].Value);
        var here = NavItem.Current(shell.Tabs, ViewContext.HttpContext.Request.Path);
        output.Content.AppendHtml("<ul>");
        foreach (var item in shell.Tabs)
        {
            output.Content.AppendHtml("<li>").AppendHtml(NavLink.Of(item, item == here, texts)).AppendHtml("</li>");
        }
        output.Content.AppendHtml("</ul>");
    }
}
