using Microsoft.AspNetCore.Html;
using Microsoft.Extensions.Localization;

namespace Linli.Web.Platform.Look.Helpers;

/// <summary>Hint and messages of an input, and the ids that tie them to it.</summary>
internal static class FormGroup
{
    public static string Css(FieldIds ids) => ids.Errors.Count > 0 ? "govuk-form-group govuk-form-group--error" : "govuk-form-group";

    public static string? DescribedBy(FieldIds ids, string? hint, bool counted = false)
    {
        List<string> parts = [];
        if (hint is not null)
        {
            parts.Add(ids.HintId);
        }
        if (counted)
        {
            parts.Add(ids.CountId);
        }
        if (ids.Errors.Count > 0)
        {
            parts.Add(ids.ErrorId);
        }
        return parts.Count == 0 ? null : string.Join(' ', parts);
    }

    public static void AppendHintAndErrors(IHtmlContentBuilder html, FieldIds ids, string? hint, IStringLocalizer<LookTexts> texts)
    {
        if (hint is not null)
        {
            html.AppendHtml($"<div class=\"govuk-hint\" id=\"{ids.HintId}\">").Append(hint).AppendHtml("</div>");
        }
        if (ids.Errors.Count == 0)
        {
            return;
        }
        html.AppendHtml($"<p class=\"govuk-error-message\" id=\"{ids.ErrorId}\"><span class=\"govuk-visually-hidden\">").Append(texts["ErrorPrefix"]).AppendHtml("</span>");
        for (var i = 0; i < ids.Errors.Count; i++)
        {
            if (i > 0)
            {
                html.AppendHtml("<br>");
            }
            html.Append(ids.Errors[i]);
        }
        html.AppendHtml("</p>");
    }
}
