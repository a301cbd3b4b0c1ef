using Linli.Domain.Kernel;
using Microsoft.AspNetCore.Razor.TagHelpers;
using Microsoft.Extensions.Localization;

namespace Linli.Web.Platform.Look.Helpers;

/// <summary><c>&lt;verification of="rule.Source.Verification" /&gt;</c>: says 未核实 beside a value whose text nobody read, and nothing beside others.</summary>
[HtmlTargetElement("verification", Attributes = "of")]
public sealed class VerificationTagHelper(IStringLocalizer<LookTexts> texts) : TagHelper
{
    public Verification Of { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        if (Of == Verification.Verified)
        {
            output.SuppressOutput();
            return;
        }

        output.TagName = "span";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", "tag is-warn");
        output.Content.SetContent(SourceWords.Of(Of, texts));
    }
}
