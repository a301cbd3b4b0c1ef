using System.Text;
using Linli.Domain.Registry;
using Linli.Web.Platform.Access;
using Microsoft.Extensions.Localization;

namespace Linli.Web.Registry.Privacy.Register;

/// <summary>The register as a table for Excel, filtered as the page is; with the mark by which Excel knows UTF-8.</summary>
internal static class PurposesCsv
{
    private static readonly string[] Heads = ["Module", "Table", "Column", "Type", "Purpose", "Basis", "Retention", "Sensitivity"];

    public static void MapPurposesCsv(this IEndpointRouteBuilder app) =>
        app.MapGet("/privacy/purposes.csv", Get).Needs(Permission.ViewPurposes).ExcludeFromDescription();

    private static async Task<IResult> Get(
        [AsParameters] PrivacyApi.PurposeQuery query, Purposes purposes, CurrentActor current, IStringLocalizer<PrivacyTexts> texts, CancellationToken cancel)
    {
        if (await purposes.Execute(query.Filter, current.Required, cancel) is not { } register)
        {
            return Results.NotFound();
        }

        var text = new StringBuilder();
        Line(text, Heads.Select(head => texts[head].Value));
        foreach (var row in register.Rows)
        {
            Line(text,
            [
                row.Schema, row.Table, row.Column, row.Type, texts["Purpose." + row.Purpose], texts["Basis." + row.Basis], texts["Retention." + row.Retention],
                texts[row.Sensitive ? "Sensitive" : "Ordinary"],
            ]);
        }

        return Results.File([.. Encoding.UTF8.GetPreamble(), .. Encoding.UTF8.GetBytes(text.ToString())], "text/csv; charset=utf-8", "purposes.csv");
    }

    private static void Line(StringBuilder text, IEnumerable<string> cells) =>
        text.AppendJoin(',', cells.Select(cell => $"\"{cell.Replace("\"", "\"\"", StringComparison.Ordinal)}\"")).Append("\r\n");
}
