using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;
using Microsoft.Extensions.Localization;

namespace Linli.Web.Platform.Look.Helpers;

/// <summary>One box to tick, bound to a bool: <c>&lt;tick for="Input.Agreed" label="我已阅读…" /&gt;</c>.</summary>
[HtmlTargetElement("tick", Attributes = "for,label", TagStructure = TagStructure.WithoutEndTag)]
public sealed class TickTagHelper(IStringLocalizer<LookTexts> texts) : TagHelper
{
    public ModelExpression For { get; set; } = null!;

    public string Label { get; set; } = "";

    public string? Hint { get; set; }

    [ViewContext]
    [HtmlAttributeNotBound]
    public ViewContext ViewContext { get; set; } = null!;

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        var ids = new FieldIds(ViewContext, For);
        output.TagName = "div";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", FormGroup.Css(ids));
        FormGroup.AppendHintAndErrors(output.Content, ids, Hint, texts);
        var input = new TagBuilder("input") { TagRenderMode = TagRenderMode.SelfClosing };
        input.AddCssClass("govuk-checkboxes__input");
        input.Attributes["type"] = "checkbox";
        input.Attributes["id"] = ids.Id;
        input.Attributes["name"] = ids.Name;
        input.Attributes["value"] = "true";
        if (ids.Values.Contains("true", StringComparer.OrdinalIgnoreCase))
        {
            input.Attributes["checked"] = "checked";
        }
        if (FormGroup.DescribedBy(ids, Hint) is { } described)
        {
            input.Attributes["aria-describedby"] = described;
        }
        output.Content.AppendHtml("<div class=\"govuk-checkboxes\"><div class=\"govuk-checkboxes__item\">").AppendHtml(input)
            .AppendHtml($"<label class=\"govuk-label govuk-checkboxes__label\" for=\"{ids.Id}\">").Append(Label)
            .AppendHtml("</label></div></div>");
    }
}
