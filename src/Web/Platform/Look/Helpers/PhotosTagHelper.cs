using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;
using Microsoft.Extensions.Localization;

namespace Linli.Web.Platform.Look.Helpers;

/// <summary>
/// Choose photos; those already uploaded stay as thumbnails with their ids in hidden inputs, so an error elsewhere loses none:
/// <c>&lt;photos name="Input.Photos" kept-name="Input.KeptPhotos" kept="Model.Kept" max="3" label="照片" /&gt;</c>.
/// The form needs <c>enctype="multipart/form-data"</c>.
/// </summary>
[HtmlTargetElement("photos", Attributes = "name,label", TagStructure = TagStructure.WithoutEndTag)]
public sealed class PhotosTagHelper(IStringLocalizer<LookTexts> texts) : TagHelper
{
    public string Name { get; set; } = "";

    public string Label { get; set; } = "";

    public string? Hint { get; set; }

    public bool Optional { get; set; }

    public int Max { get; set; } = 3;

    public string? KeptName { get; set; }

    public IReadOnlyList<PhotoItem> Kept { get; set; } = [];

    [ViewContext]
    [HtmlAttributeNotBound]
    public ViewContext ViewContext { get; set; } = null!;

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        PageScripts.Need(ViewContext.HttpContext, "photos");
        var ids = new FieldIds(ViewContext, Name);
        FieldLabels.Add(ViewContext.HttpContext, ids, Label);
        var hint = Hint ?? (Kept.Count == 0 ? texts["PhotosAtMost", Max] : texts["PhotosKept", Max, Kept.Count]).Value;
        output.TagName = "div";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", FormGroup.Css(ids));
        output.Attributes.SetAttribute("data-photos", Math.Max(0, Max - Kept.Count));
        output.Attributes.SetAttribute("data-busy", texts["PhotosBusy"].Value);
        output.Attributes.SetAttribute("data-chosen", texts["PhotosChosen"].Value);
        output.Attributes.SetAttribute("data-too-many", texts["PhotosTooMany", Max].Value);
        var html = output.Content;
        html.AppendHtml($"<label class=\"t-h2 t-b\" for=\"{ids.Id}\">").Append(Label);
        if (Optional)
        {
            html.AppendHtml("<span class=\"t-2 opt\">").Append(texts["Optional"]).AppendHtml("</span>");
        }
        html.AppendHtml("</label>");
        FormGroup.AppendHintAndErrors(html, ids, hint, texts);
        html.AppendHtml("<div class=\"shots mt-s\">");
        foreach (var photo in Kept)
        {
            html.AppendHtml(Thumbnail(photo));
        }
        if (Kept.Count < Max)
        {
            html.AppendHtml("<div class=\"shot shot--add\">").AppendHtml(Icons.Svg("camera")).AppendHtml("<span aria-hidden=\"true\">")
                .Append(texts["AddPhoto"]).AppendHtml("</span>").AppendHtml(Input(ids, hint)).AppendHtml("</div>");
        }
        html.AppendHtml("</div><p class=\"t-2 t-s mt-s\" data-photos-say role=\"status\"></p>");
    }

    private static TagBuilder Input(FieldIds ids, string hint)
    {
        var input = new TagBuilder("input") { TagRenderMode = TagRenderMode.SelfClosing };
        input.Attributes["type"] = "file";
        input.Attributes["id"] = ids.Id;
        input.Attributes["name"] = ids.Name;
        input.Attributes["accept"] = "image/*";
        input.Attributes["multiple"] = "multiple";
        input.Attributes["aria-describedby"] = FormGroup.DescribedBy(ids, hint)!;
        return input;
    }

    private TagBuilder Thumbnail(PhotoItem photo)
    {
        var shot = new TagBuilder("div");
        shot.AddCssClass("shot");
        var image = new TagBuilder("img") { TagRenderMode = TagRenderMode.SelfClosing };
        image.Attributes["src"] = photo.Url;
        image.Attributes["alt"] = photo.Text;
        image.Attributes["loading"] = "lazy";
        shot.InnerHtml.AppendHtml(image);
        if (KeptName is not null)
        {
            var kept = new TagBuilder("input") { TagRenderMode = TagRenderMode.SelfClosing };
            kept.Attributes["type"] = "hidden";
            kept.Attributes["name"] = KeptName;
            kept.Attributes["value"] = photo.Id;
            shot.InnerHtml.AppendHtml(kept);
        }
        return shot;
    }
}
