using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;
using Microsoft.Extensions.Localization;

namespace Linli.Web.Platform.Look.Helpers;

/// <summary>Every way of the shell under its section headings; used by the side of a PC page and by the menu page.</summary>
[HtmlTargetElement("side-nav", TagStructure = TagStructure.WithoutEndTag)]
public sealed class SideNavTagHelper(IShell current, IStringLocalizer<LookTexts> texts) : TagHelper
{
    [ViewContext]
    [HtmlAttributeNotBound]
    public ViewContext ViewContext { get; set; } = null!;

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        var shell = current.Shown(ViewContext.ViewData);
        output.TagName = null;
        var here = NavItem.Current(shell.Nav, ViewContext.HttpContext.Request.Path);
        foreach (var section in shell.Nav.GroupBy(item => item.Section))
        {
            output.Content.AppendHtml("<h2>").Append(texts[$"Section.{section.Key}"]).AppendHtml("</h2><ul>");
            foreach (var item in section)
            {
                output.Content.AppendHtml("<li>").AppendHtml(NavLink.Of(item, item == here, texts)).AppendHtml("</li>");
            }
            output.Content.AppendHtml("</ul>");
        }
    }
}
