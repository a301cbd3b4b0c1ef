using Microsoft.AspNetCore.Razor.TagHelpers;
using Microsoft.Extensions.Localization;

namespace Linli.Web.Platform.Look.Helpers;

/// <summary>A list of facts, or of answers to check: <c>&lt;kv&gt;&lt;kv-row key="位置" change="/…"&gt;…&lt;/kv-row&gt;&lt;/kv&gt;</c>.</summary>
[HtmlTargetElement("kv")]
[RestrictChildren("kv-row")]
public sealed class KvTagHelper : TagHelper
{
    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.TagName = "dl";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", "summary");
    }
}

/// <summary>One fact; with <c>change</c>, a link to where it can be given anew.</summary>
[HtmlTargetElement("kv-row", Attributes = "key")]
public sealed class KvRowTagHelper(IStringLocalizer<LookTexts> texts) : TagHelper
{
    public string Key { get; set; } = "";

    public string? Change { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.TagName = "div";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.PreContent.AppendHtml("<dt>").Append(Key).AppendHtml("</dt><dd>");
        output.PostContent.AppendHtml("</dd>");
        if (Change is not null)
        {
            var link = new Microsoft.AspNetCore.Mvc.Rendering.TagBuilder("a");
            link.Attributes["href"] = Change;
            link.InnerHtml.Append(texts["Change"]).AppendHtml("<span class=\"govuk-visually-hidden\"> ").Append(Key).AppendHtml("</span>");
            output.PostContent.AppendHtml("<dd class=\"summary__act\">").AppendHtml(link).AppendHtml("</dd>");
        }
    }
}
