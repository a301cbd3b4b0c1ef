using System.Globalization;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Razor.TagHelpers;
using Microsoft.Extensions.Localization;

namespace Linli.Web.Platform.Look.Helpers;

/// <summary><c>&lt;timeline items="Model.Steps" /&gt;</c>: what was done, what is being done, what is still to do.</summary>
[HtmlTargetElement("timeline", Attributes = "items", TagStructure = TagStructure.WithoutEndTag)]
public sealed class TimelineTagHelper(IStringLocalizer<LookTexts> texts) : TagHelper
{
    public IReadOnlyList<TimelineItem> Items { get; set; } = [];

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.TagName = "ol";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", "tl");
        for (var i = 0; i < Items.Count; i++)
        {
            output.Content.AppendHtml(Step(Items[i], i + 1));
        }
    }

    private TagBuilder Step(TimelineItem item, int number)
    {
        var step = new TagBuilder("li");
        var heading = item.State is StepState.Now ? "t-h3 c-primary" : "t-h3";
        if (item.State is StepState.Now)
        {
            step.Attributes["aria-current"] = "step";
        }
        if (item.State is not StepState.ToDo)
        {
            step.AddCssClass(item.State is StepState.Done ? "done" : "now");
        }
        step.InnerHtml.AppendHtml("<span class=\"tl__dot\" aria-hidden=\"true\">")
            .AppendHtml(item.State is StepState.Done ? Icons.Svg("check") : number.ToString(CultureInfo.InvariantCulture))
            .AppendHtml($"</span><h3 class=\"{heading}\">").Append(item.Title);
        if (item.State is StepState.Done)
        {
            step.InnerHtml.AppendHtml("<span class=\"govuk-visually-hidden\">").Append(texts["StepDone"]).AppendHtml("</span>");
        }
        step.InnerHtml.AppendHtml("</h3>");
        foreach (var happened in item.Events)
        {
            step.InnerHtml.AppendHtml(Event(happened));
        }
        return step;
    }

    private static TagBuilder Event(TimelineEvent happened)
    {
        var html = new TagBuilder("div");
        html.AddCssClass("ev");
        var time = new TagBuilder("time");
        if (happened.At is { } at)
        {
            time.Attributes["datetime"] = at.ToString("yyyy-MM-ddTHH:mm:sszzz", CultureInfo.InvariantCulture);
        }
        time.InnerHtml.Append(happened.When);
        html.InnerHtml.AppendHtml(time);
        if (happened.Actor is not null)
        {
            var flag = happened.ActorTone is Tone.Party ? Icons.Svg("flag") : "";
            html.InnerHtml.AppendHtml($"<span class=\"tag {happened.ActorTone.Css()}\">{flag}").Append(happened.Actor).AppendHtml("</span> ");
        }
        html.InnerHtml.Append(happened.Text);
        if (happened.Photos.Count > 0)
        {
            html.InnerHtml.AppendHtml(Shots(happened.Photos));
        }
        return html;
    }

    private static TagBuilder Shots(IReadOnlyList<PhotoItem> photos)
    {
        var shots = new TagBuilder("div");
        shots.AddCssClass("shots mt-s");
        foreach (var photo in photos)
        {
            var link = new TagBuilder("a");
            link.AddCssClass("shot");
            link.Attributes["href"] = photo.Url;
            var image = new TagBuilder("img") { TagRenderMode = TagRenderMode.SelfClosing };
            image.Attributes["src"] = photo.Url;
            image.Attributes["alt"] = photo.Text;
            image.Attributes["loading"] = "lazy";
            link.InnerHtml.AppendHtml(image);
            shots.InnerHtml.AppendHtml(link);
        }
        return shots;
    }
}
