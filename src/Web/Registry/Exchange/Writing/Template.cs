using Linli.Web.Platform.Spreadsheets;
using Linli.Web.Registry.Exchange.Layout;
using Linli.Web.Registry.Exchange.Reading;
using Microsoft.Extensions.Localization;

namespace Linli.Web.Registry.Exchange.Writing;

/// <summary>The sheets as they are handed out: headers, drop-downs, and a sheet that explains every column with examples.</summary>
internal static class Template
{
    public static void Write(Stream target, string compoundCode, string compoundName, IReadOnlyList<SheetLayout> sheets, IStringLocalizer<ExchangeTexts> texts)
    {
        using var workbook = new WorkbookWriter(target);
        WriteGuide(workbook, compoundCode, compoundName, sheets, texts);
        foreach (var layout in sheets)
        {
            Start(workbook, layout);
        }
    }

    /// <summary>An empty sheet with its header.</summary>
    public static SheetWriter Start(WorkbookWriter workbook, SheetLayout layout)
    {
        var sheet = workbook.Sheet(new SheetFormat(layout.Name, [.. layout.Columns.Select(Format)]) { Frozen = 1 });
        sheet.StartRow();
        foreach (var column in layout.Columns)
        {
            sheet.Text(column.Header, column.Required ? CellStyle.NeededHeader : CellStyle.Header);
        }

        sheet.EndRow();
        return sheet;
    }

    public static void WriteGuide(
        WorkbookWriter workbook, string compoundCode, string compoundName, IReadOnlyList<SheetLayout> sheets, IStringLocalizer<ExchangeTexts> texts, params IReadOnlyList<string> notes)
    {
        var sheet = workbook.Sheet(new SheetFormat(texts["Guide"], [new(22), new(18), new(16), new(60), new(22), new(22)]));
        Row(sheet, CellStyle.Title, texts["GuideTitle", compoundName]);
        sheet.StartRow(GuideSheet.CodeRow).Text(texts["GuideCode"]).Text(compoundCode, CellStyle.Text).EndRow();
        foreach (var line in notes.Concat(texts["GuideLines"].Value.Split('\n')))
        {
            Row(sheet, CellStyle.Plain, line);
        }

        // In a file with people in it, nobody should have to wonder whose the numbers of the examples are.
        string? Shown(ColumnLayout column, int at) => notes.Count > 0 && column.Kind is (ColumnKind.Phone or ColumnKind.Identity) ? null : Example(column, at);
        foreach (var layout in sheets)
        {
            Columns(sheet, layout, texts, Shown);
        }
    }

    /// <summary>A sheet that explains the columns of one other.</summary>
    public static void WriteColumns(WorkbookWriter workbook, string title, SheetLayout layout, IStringLocalizer<ExchangeTexts> texts)
    {
        var sheet = workbook.Sheet(new SheetFormat(texts["Guide"], [new(22), new(18), new(16), new(60), new(22), new(22)]));
        Row(sheet, CellStyle.Title, title);
        Columns(sheet, layout, texts, Example);
    }

    private static void Columns(SheetWriter sheet, SheetLayout layout, IStringLocalizer<ExchangeTexts> texts, Func<ColumnLayout, int, string?> shown)
    {
        Row(sheet, CellStyle.Plain, null);
        sheet.StartRow();
        foreach (var title in new[] { layout.Name, texts["GuideNeeded"], texts["GuideKind"], texts["GuideHint"], texts["GuideExample", 1], texts["GuideExample", 2] })
        {
            sheet.Text(title, CellStyle.Header);
        }

        sheet.EndRow();
        foreach (var column in layout.Columns)
        {
            sheet.StartRow().Text(column.Header).Text(column.Required ? texts["Needed"].Value : null).Text(texts[$"ColumnKind.{column.Kind}"])
                .Text(column.Hint, CellStyle.Wrapped).Text(shown(column, 0), CellStyle.Text).Text(shown(column, 1), CellStyle.Text).EndRow();
        }
    }

    private static string Example(ColumnLayout column, int at) =>
        column.Choices is { } list && column.Examples[at].Length > 0 ? ChoiceLists.Word(list, column.Examples[at]) : column.Examples[at];

    private static void Row(SheetWriter sheet, CellStyle style, string? text)
    {
        sheet.StartRow().Text(text, style);
        sheet.EndRow();
    }

    private static ColumnFormat Format(ColumnLayout column) => new(
        column.Width,
        column.Kind switch
        {
            ColumnKind.PlaceNumber or ColumnKind.Phone or ColumnKind.Identity or ColumnKind.Share => CellStyle.Text,
            ColumnKind.Day => CellStyle.Day,
            _ => CellStyle.Plain,
        },
        column.Choices is { } list ? ChoiceLists.Words(list) : null);
}
