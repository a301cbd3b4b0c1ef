using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;
using Microsoft.Extensions.Localization;

namespace Linli.Web.Platform.Look.Helpers;

/// <summary>Every message of the model state above the form, in the words that stand at the fields, each naming its field and leading to it.</summary>
[HtmlTargetElement("error-summary", TagStructure = TagStructure.WithoutEndTag)]
public sealed class ErrorSummaryTagHelper(IStringLocalizer<LookTexts> texts) : TagHelper
{
    [ViewContext]
    [HtmlAttributeNotBound]
    public ViewContext ViewContext { get; set; } = null!;

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        var messages = ViewContext.ViewData.ModelState
            .SelectMany(entry => entry.Value!.Errors.Select(error => (Field: entry.Key, Text: error.ErrorMessage)))
            .Where(message => message.Text.Length > 0)
            .OrderBy(message => message.Field, new FieldOrder(ViewContext.ViewData.ModelMetadata))
            .ToList();
        if (messages.Count == 0)
        {
            output.SuppressOutput();
            return;
        }
        var atFields = messages.Count(message => message.Field.Length > 0);
        output.TagName = "div";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", "govuk-error-summary");
        output.Attributes.SetAttribute("tabindex", "-1");
        var html = output.Content;
        html.AppendHtml("<div role=\"alert\"><h2 class=\"govuk-error-summary__title t-h2\">")
            .Append(atFields == messages.Count ? texts["ErrorSummary", atFields] : texts["Refused"])
            .AppendHtml("</h2><div class=\"govuk-error-summary__body\"><ul class=\"govuk-list govuk-error-summary__list\">");
        foreach (var (field, text) in messages)
        {
            html.AppendHtml("<li>");
            if (field.Length > 0)
            {
                html.AppendHtml($"<a href=\"#{FieldIds.IdOf(field)}\">").AppendHtml(new Named(ViewContext.HttpContext, texts, field, text)).AppendHtml("</a>");
            }
            else
            {
                html.Append(text);
            }
            html.AppendHtml("</li>");
        }
        html.AppendHtml("</ul></div></div>");
    }

    /// <summary>Written when the whole page is, because the fields below say their labels after the summary has been made.</summary>
    private sealed class Named(HttpContext http, IStringLocalizer<LookTexts> texts, string field, string message) : IHtmlContent
    {
        public void WriteTo(TextWriter writer, HtmlEncoder encoder) =>
            encoder.Encode(writer, FieldLabels.ToName(http, field, message) is { } label ? texts["FieldSays", label, message].Value : message);
    }
}
