using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;
using Microsoft.Extensions.Localization;

namespace Linli.Web.Platform.Look.Helpers;

/// <summary>
/// One question with its label, hint and message: <c>&lt;field for="Input.Place" label="在什么位置？" /&gt;</c>.
/// Type is an input type, <c>textarea</c>, <c>select</c> (with items) or <c>one-time-code</c>; other attributes go to the input.
/// </summary>
[HtmlTargetElement("field", Attributes = "for,label", TagStructure = TagStructure.WithoutEndTag)]
public sealed class FieldTagHelper(IStringLocalizer<LookTexts> texts) : TagHelper
{
    public ModelExpression For { get; set; } = null!;

    public string Label { get; set; } = "";

    public string? Hint { get; set; }

    public string Type { get; set; } = "text";

    public int Rows { get; set; } = 3;

    /// <summary>The most characters taken; said beside the field. A textarea is not cut, so that pasted text is never lost.</summary>
    public int? Maxlength { get; set; }

    /// <summary>Says “可不填” after the label.</summary>
    public bool Optional { get; set; }

    /// <summary>A small label, for filters and rows of inputs.</summary>
    public bool Small { get; set; }

    /// <summary>A short input, for codes and amounts.</summary>
    public bool Narrow { get; set; }

    public IEnumerable<SelectListItem> Items { get; set; } = [];

    [ViewContext]
    [HtmlAttributeNotBound]
    public ViewContext ViewContext { get; set; } = null!;

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        var ids = new FieldIds(ViewContext, For);
        FieldLabels.Add(ViewContext.HttpContext, ids, Label);
        var input = Input(ids);
        foreach (var other in output.Attributes)
        {
            input.Attributes[other.Name] = other.Value?.ToString() ?? "";
        }
        output.Attributes.Clear();
        output.TagName = "div";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", FormGroup.Css(ids));
        output.Content.AppendHtml($"<label class=\"{(Small ? "t-s t-2" : "t-h2 t-b")}\" for=\"{ids.Id}\">").Append(Label);
        if (Optional)
        {
            output.Content.AppendHtml("<span class=\"t-2 opt\">").Append(texts["Optional"]).AppendHtml("</span>");
        }
        output.Content.AppendHtml("</label>");
        FormGroup.AppendHintAndErrors(output.Content, ids, Hint, texts);
        output.Content.AppendHtml(input);
        if (Maxlength is { } most)
        {
            output.Content.AppendHtml($"<p class=\"{(Type == "textarea" ? "t-2 t-s" : "govuk-visually-hidden")}\" id=\"{ids.CountId}\">")
                .Append(texts["AtMost", most]).AppendHtml("</p>");
        }
    }

    private TagBuilder Input(FieldIds ids)
    {
        var input = Type switch
        {
            "textarea" => TextArea(ids),
            "select" => Select(ids),
            _ => TextInput(ids),
        };
        input.Attributes["id"] = ids.Id;
        input.Attributes["name"] = ids.Name;
        if (Narrow)
        {
            input.AddCssClass("w-narrow");
        }
        if (ids.Errors.Count > 0)
        {
            input.AddCssClass($"govuk-{(input.TagName)}--error");
            input.Attributes["aria-invalid"] = "true";
        }
        if (FormGroup.DescribedBy(ids, Hint, Maxlength is not null) is { } described)
        {
            input.Attributes["aria-describedby"] = described;
        }
        return input;
    }

    private TagBuilder TextInput(FieldIds ids)
    {
        var input = new TagBuilder("input") { TagRenderMode = TagRenderMode.SelfClosing };
        input.AddCssClass("govuk-input");
        var code = Type == "one-time-code";
        input.Attributes["type"] = code ? "text" : Type;
        if (code)
        {
            input.Attributes["inputmode"] = "numeric";
            input.Attributes["autocomplete"] = "one-time-code";
        }
        if (Maxlength is { } most)
        {
            input.Attributes["maxlength"] = most.ToString(System.Globalization.CultureInfo.InvariantCulture);
        }
        // A secret is never sent back.
        if (Type != "password" && !code && ids.Value is { } value)
        {
            input.Attributes["value"] = value;
        }
        return input;
    }

    private TagBuilder TextArea(FieldIds ids)
    {
        var area = new TagBuilder("textarea");
        area.AddCssClass("govuk-textarea");
        area.Attributes["rows"] = Rows.ToString(System.Globalization.CultureInfo.InvariantCulture);
        // A browser drops the first line break of a textarea.
        area.InnerHtml.AppendHtml("\n").Append(ids.Value ?? "");
        return area;
    }

    private TagBuilder Select(FieldIds ids)
    {
        var select = new TagBuilder("select");
        select.AddCssClass("govuk-select");
        var chosen = ids.Values;
        foreach (var item in Items)
        {
            var option = new TagBuilder("option");
            option.Attributes["value"] = item.Value ?? item.Text;
            if (chosen.Count > 0 ? chosen.Contains(item.Value ?? item.Text) : item.Selected)
            {
                option.Attributes["selected"] = "selected";
            }
            if (item.Disabled)
            {
                option.Attributes["disabled"] = "disabled";
            }
            option.InnerHtml.Append(item.Text);
            select.InnerHtml.AppendHtml(option);
        }
        return select;
    }
}
