using System.Globalization;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;
using Microsoft.Extensions.Localization;

namespace Linli.Web.Platform.Look.Helpers;

/// <summary>
/// Choose one (or several, with <c>many</c>) from tiles:
/// <c>&lt;picks for="Input.Category" legend="是哪一类问题？" options="Model.Categories" style="three" /&gt;</c>.
/// Nothing is chosen unless the model says so.
/// </summary>
[HtmlTargetElement("picks", Attributes = "for,legend,options", TagStructure = TagStructure.WithoutEndTag)]
public sealed class PicksTagHelper(IStringLocalizer<LookTexts> texts) : TagHelper
{
    public ModelExpression For { get; set; } = null!;

    public string Legend { get; set; } = "";

    public string? Hint { get; set; }

    public IEnumerable<PickOption> Options { get; set; } = [];

    /// <summary><c>three</c> tiles with icons, <c>row</c> of short words, <c>one</c> under another, <c>five</c> for a scale.</summary>
    public string Style { get; set; } = "three";

    public bool Many { get; set; }

    public bool Optional { get; set; }

    [ViewContext]
    [HtmlAttributeNotBound]
    public ViewContext ViewContext { get; set; } = null!;

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        var ids = new FieldIds(ViewContext, For);
        FieldLabels.Add(ViewContext.HttpContext, ids, Legend);
        output.TagName = "div";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", FormGroup.Css(ids));
        var described = FormGroup.DescribedBy(ids, Hint) is { } by ? $" aria-describedby=\"{by}\"" : "";
        var html = output.Content;
        html.AppendHtml($"<fieldset class=\"govuk-fieldset\"{described}><legend class=\"t-h2 t-b\">").Append(Legend);
        if (Optional)
        {
            html.AppendHtml("<span class=\"t-2 opt\">").Append(texts["Optional"]).AppendHtml("</span>");
        }
        html.AppendHtml("</legend>");
        FormGroup.AppendHintAndErrors(html, ids, Hint, texts);
        html.AppendHtml($"<div class=\"picks{Css} mt-s\">");
        var number = 0;
        foreach (var option in Options)
        {
            html.AppendHtml(Tile(ids, option, ++number));
        }
        html.AppendHtml("</div></fieldset>");
    }

    private string Css => Style switch { "row" => " picks--row", "one" => " picks--1", "five" => " picks--5", _ => "" } + (Many ? " picks--many" : "") + (Style is "three" or "row" && Options.Count() == 4 ? " picks--4" : "");

    private TagBuilder Tile(FieldIds ids, PickOption option, int number)
    {
        // The first carries the field's own id, for the link of the error summary.
        var id = number == 1 ? ids.Id : string.Create(CultureInfo.InvariantCulture, $"{ids.Id}-{number}");
        var tile = new TagBuilder("div");
        tile.AddCssClass("pick");
        var input = new TagBuilder("input") { TagRenderMode = TagRenderMode.SelfClosing };
        input.Attributes["type"] = Many ? "checkbox" : "radio";
        input.Attributes["id"] = id;
        input.Attributes["name"] = ids.Name;
        input.Attributes["value"] = option.Value;
        if (ids.Values.Contains(option.Value))
        {
            input.Attributes["checked"] = "checked";
        }
        var label = new TagBuilder("label");
        label.Attributes["for"] = id;
        if (option.Icon is not null)
        {
            label.InnerHtml.AppendHtml(Icons.Svg(option.Icon));
        }
        label.InnerHtml.AppendHtml("<span>").Append(option.Text);
        if (option.Note is not null)
        {
            label.InnerHtml.AppendHtml("<span class=\"pick__note\">").Append(option.Note).AppendHtml("</span>");
        }
        label.InnerHtml.AppendHtml("</span>");
        tile.InnerHtml.AppendHtml(input).AppendHtml(label);
        return tile;
    }
}
