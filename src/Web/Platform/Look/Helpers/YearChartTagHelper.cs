using System.Globalization;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Linli.Web.Platform.Look.Helpers;

/// <summary>What stands above one label of a chart: a value for each series, null where none is known.</summary>
public sealed record ChartGroup(string Label, IReadOnlyList<decimal?> Values);

/// <summary>
/// Bars side by side for up to three series over some years, from nought: <c>&lt;year-chart groups="…" series="…" label="…" unknown="无数据" /&gt;</c>.
/// Every value belongs into a table beneath; the chart is one image with its label. Places are percentages, so that text keeps its size on a phone.
/// </summary>
[HtmlTargetElement("year-chart", Attributes = "groups,series,label,unknown", TagStructure = TagStructure.WithoutEndTag)]
public sealed class YearChartTagHelper : TagHelper
{
    private const int Top = 24;
    private const int Ground = 190;
    private const int Height = 220;

    public IReadOnlyList<ChartGroup> Groups { get; set; } = [];

    public IReadOnlyList<string> Series { get; set; } = [];

    public string Label { get; set; } = "";

    /// <summary>What stands where nothing is known.</summary>
    public string Unknown { get; set; } = "";

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.TagName = "div";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", "yc");
        output.Content.AppendHtml("<ul class=\"yc__key\">");
        for (var i = 0; i < Series.Count; i++)
        {
            output.Content.AppendHtml($"<li><svg width=\"16\" height=\"16\" aria-hidden=\"true\"><rect class=\"yc{i + 1}\" width=\"16\" height=\"16\" rx=\"4\"/></svg>").Append(Series[i]).AppendHtml("</li>");
        }

        output.Content.AppendHtml($"</ul><svg class=\"yc__bars\" width=\"100%\" height=\"{Height}\" role=\"img\" aria-label=\"").Append(Label)
            .AppendHtml($"\"><line class=\"yc__ground\" x1=\"0\" x2=\"100%\" y1=\"{Ground}\" y2=\"{Ground}\"/>");
        var most = Math.Max(1, Groups.SelectMany(group => group.Values).Max() ?? 1);
        for (var i = 0; i < Groups.Count; i++)
        {
            Group(output.Content, Groups[i], i * 100m / Groups.Count, 100m / Groups.Count, most);
        }

        output.Content.AppendHtml("</svg>");
    }

    private void Group(TagHelperContent content, ChartGroup group, decimal left, decimal width, decimal most)
    {
        // A tenth of the place stays free on either side.
        var bar = width * 0.8m / Math.Max(1, Series.Count);
        for (var i = 0; i < group.Values.Count; i++)
        {
            if (group.Values[i] is { } value)
            {
                var (x, height) = (left + (width * 0.1m) + (i * bar), value / most * (Ground - Top));
                content.AppendHtml($"<rect class=\"yc{i + 1}\" x=\"{Percent(x + (bar * 0.06m))}\" y=\"{Pixels(Ground - height)}\" width=\"{Percent(bar * 0.88m)}\" height=\"{Pixels(height)}\"/>")
                    .AppendHtml($"<text class=\"yc__value\" x=\"{Percent(x + (bar / 2))}\" y=\"{Pixels(Ground - height - 6)}\">").Append(value.ToString("0", CultureInfo.CurrentCulture)).AppendHtml("</text>");
            }
        }

        var middle = Percent(left + (width / 2));
        if (group.Values.All(value => value is null))
        {
            content.AppendHtml($"<text class=\"yc__none\" x=\"{middle}\" y=\"{Ground - 8}\">").Append(Unknown).AppendHtml("</text>");
        }

        content.AppendHtml($"<text class=\"yc__label\" x=\"{middle}\" y=\"{Ground + 22}\">").Append(group.Label).AppendHtml("</text>");
    }

    private static string Percent(decimal value) => value.ToString("0.##", CultureInfo.InvariantCulture) + "%";

    private static string Pixels(decimal value) => value.ToString("0.#", CultureInfo.InvariantCulture);
}
