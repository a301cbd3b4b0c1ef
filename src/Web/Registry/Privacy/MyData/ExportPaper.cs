using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Unicode;
using Linli.Web.Platform.Text;
using Microsoft.Extensions.Localization;

namespace Linli.Web.Registry.Privacy.MyData;

/// <summary>The export as a page that opens anywhere and prints well: no style sheet, no script, nothing fetched.</summary>
internal sealed class ExportPaper(IStringLocalizer<PrivacyTexts> texts, IStringLocalizer<Texts> shared)
{
    private static readonly HtmlEncoder Html = HtmlEncoder.Create(UnicodeRanges.All);

    public string Write(PersonalExport export)
    {
        var page = new StringBuilder();
        var title = texts["Export.Title", export.Name].Value;
        page.Append(CultureInfo.InvariantCulture, $"<!doctype html><html lang=\"{CultureInfo.CurrentUICulture.Name}\"><meta charset=\"utf-8\"><meta name=\"viewport\" content=\"width=device-width\"><title>{Html.Encode(title)}</title><h1>{Html.Encode(title)}</h1><p>{Html.Encode(texts["Export.At", Moments.Full(export.At)])}</p>");
        foreach (var category in export.Held)
        {
            var why = string.Join(" ", category.Purposes.Select(p => texts["Why", texts["Purpose." + p.Purpose], texts["Basis." + p.Basis], texts["Retention." + p.Retention]].Value).Distinct());
            Table(page, category.Title, why, category.Items.Select(item => new[] { item.Label, item.Value ?? string.Empty, item.At is { } at ? Moments.Full(at) : string.Empty }));
        }

        Table(page, texts["Looks"], string.Empty, export.Looks.Select(look => new[]
        {
            $"{look.Organisation} {(look.PostKind is null ? string.Empty : shared["Post." + look.PostKind].Value)}", $"{texts["Field." + look.Field]} · {look.Reason}", Moments.Full(look.At),
        }));
        Table(page, texts["Consents"], string.Empty, export.Consents.Select(word => new[]
        {
            texts["Consent." + word.Purpose].Value, $"{texts[word.Given ? "Consent.Gave" : "Consent.Withdrew"]} · {texts["VersionOf", word.Version]}", Moments.Full(word.At),
        }));
        Table(page, texts["Requests"], string.Empty, export.Requests.Select(r => new[]
        {
            texts[$"RequestKind.{r.Kind}"].Value, $"{texts[$"RequestState.{r.State}"]} {r.Answer}", Moments.Full(r.AskedAt),
        }));
        return page.ToString();
    }

    private void Table(StringBuilder page, string title, string why, IEnumerable<string[]> rows)
    {
        page.Append(CultureInfo.InvariantCulture, $"<h2>{Html.Encode(title)}</h2>");
        if (why.Length > 0)
        {
            page.Append(CultureInfo.InvariantCulture, $"<p>{Html.Encode(why)}</p>");
        }

        var lines = rows.ToList();
        if (lines.Count == 0)
        {
            page.Append(CultureInfo.InvariantCulture, $"<p>{Html.Encode(texts["Nothing"])}</p>");
            return;
        }

        page.Append("<table border=\"1\" cellpadding=\"4\">");
        foreach (var line in lines)
        {
            page.Append("<tr>").AppendJoin(string.Empty, line.Select(cell => $"<td>{Html.Encode(cell)}</td>")).Append("</tr>");
        }

        page.Append("</table>");
    }
}
