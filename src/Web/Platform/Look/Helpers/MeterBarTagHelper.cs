using System.Globalization;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Linli.Web.Platform.Look.Helpers;

/// <summary>
/// A part of a whole, drawn as SVG because the Content-Security-Policy forbids inline style:
/// <c>&lt;meter-bar value="1067" max="1504" pass="1003" label="人数" shown="70.9%" /&gt;</c>.
/// With <c>shown</c> the label and figure stand above the bar and the content below; without it, the bar alone.
/// </summary>
[HtmlTargetElement("meter-bar", Attributes = "value,label")]
public sealed class MeterBarTagHelper : TagHelper
{
    public decimal Value { get; set; }

    public decimal Max { get; set; } = 100;

    /// <summary>The line to reach, in the units of value.</summary>
    public decimal? Pass { get; set; }

    /// <summary>Plain is grey.</summary>
    public Tone Kind { get; set; } = Tone.Primary;

    public string Label { get; set; } = "";

    public string? Shown { get; set; }

    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        var note = await output.GetChildContentAsync();
        output.TagMode = TagMode.StartTagAndEndTag;
        output.TagName = Shown is null ? null : "div";
        if (Shown is not null)
        {
            output.Attributes.SetAttribute("class", "meter");
            output.Content.AppendHtml("<div class=\"meter__hd\"><span>").Append(Label).AppendHtml("</span><b>").Append(Shown).AppendHtml("</b></div>");
        }
        output.Content.AppendHtml("<svg class=\"bar\" height=\"12\" role=\"img\" aria-label=\"")
            .Append($"{Label} {Shown ?? Percent(Value)}")
            .AppendHtml($"\"><rect class=\"b0\" width=\"100%\" height=\"100%\" rx=\"6\"/><rect class=\"{Fill}\" width=\"{Percent(Value)}\" height=\"100%\" rx=\"6\"/>");
        if (Pass is { } pass)
        {
            output.Content.AppendHtml($"<line x1=\"{Percent(pass)}\" x2=\"{Percent(pass)}\" y1=\"-4\" y2=\"16\"/>");
        }
        output.Content.AppendHtml("</svg>");
        if (!note.IsEmptyOrWhiteSpace)
        {
            output.Content.AppendHtml("<p>").AppendHtml(note).AppendHtml("</p>");
        }
    }

    private string Fill => Kind switch { Tone.Warn => "ba", Tone.Danger => "bw", Tone.Info => "b2", Tone.Plain => "b3", Tone.Ok => "bo", _ => "b1" };

    private string Percent(decimal part) =>
        Max <= 0 ? "0%" : Math.Clamp(part / Max * 100, 0, 100).ToString("0.##", CultureInfo.InvariantCulture) + "%";
}
