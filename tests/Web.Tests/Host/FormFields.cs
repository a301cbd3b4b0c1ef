using AngleSharp.Html.Dom;

namespace Linli.Web.Tests.Host;

/// <summary>What a browser would send of a form as it stands: hidden fields, typed values, ticked boxes, chosen options.</summary>
internal static class FormFields
{
    public static List<(string Name, string Value)> Of(IHtmlFormElement form)
    {
        var fields = new List<(string, string)>();
        foreach (var element in form.Elements)
        {
            switch (element)
            {
                case IHtmlInputElement { IsDisabled: false, Name.Length: > 0 } input when Sends(input):
                    fields.Add((input.Name, input.Value));
                    break;
                case IHtmlTextAreaElement { IsDisabled: false, Name.Length: > 0 } area:
                    fields.Add((area.Name, area.Value));
                    break;
                case IHtmlSelectElement { IsDisabled: false, Name.Length: > 0 } select:
                    fields.AddRange(select.Options.Where(o => o.IsSelected).Select(o => (select.Name, o.Value)));
                    break;
            }
        }

        return fields;
    }

    private static bool Sends(IHtmlInputElement input) => input.Type switch
    {
        "submit" or "button" or "image" or "file" or "reset" => false,
        "checkbox" or "radio" => input.IsChecked,
        _ => true,
    };
}
