using Microsoft.AspNetCore.Razor.TagHelpers;
using Microsoft.Extensions.Localization;

namespace Linli.Web.Platform.Look.Helpers;

/// <summary><c>&lt;steps at="2" /&gt;</c>: where a matter stands, counted from 1; past the last means all done.</summary>
[HtmlTargetElement("steps", TagStructure = TagStructure.WithoutEndTag)]
public sealed class StepsTagHelper(IStringLocalizer<LookTexts> texts) : TagHelper
{
    public int At { get; set; } = 1;

    /// <summary>The names of the steps; without them, the four steps of a ticket.</summary>
    public IReadOnlyList<string>? Labels { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        var labels = Labels ?? [texts["StepCollect"], texts["StepRespond"], texts["StepFollow"], texts["StepRate"]];
        output.TagName = "ol";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", $"steps4 steps4--{Math.Clamp(labels.Count, 2, 6)}");
        for (var i = 0; i < labels.Count; i++)
        {
            var state = i + 1 < At ? " class=\"done\"" : i + 1 == At ? " class=\"now\" aria-current=\"step\"" : "";
            output.Content.AppendHtml($"<li{state}>").Append(labels[i]);
            if (i + 1 < At)
            {
                output.Content.AppendHtml("<span class=\"govuk-visually-hidden\">").Append(texts["StepDone"]).AppendHtml("</span>");
            }
            output.Content.AppendHtml("</li>");
        }
    }
}
