using System.Globalization;
using Linli.Web.Platform.Spreadsheets;
using Linli.Web.Platform.Text;
using Linli.Web.Registry.Exchange.Layout;
using Linli.Web.Registry.Exchange.Reading;
using Microsoft.Extensions.Localization;

namespace Linli.Web.Registry.Exchange.Writing;

/// <summary>The workbook as it was sent, faulty cells coloured and commented, with a list of all faults in front; to be put right and sent again.</summary>
internal sealed class MarkedCopy(RefusalTexts refusals, IStringLocalizer<ExchangeTexts> texts)
{
    public void Write(Stream target, Stream sent, ImportReport report) => Write(
        target, sent, report.Faults, name => SheetLayouts.All.FirstOrDefault(sheet => HeaderRow.IsNamed(sheet, name)), SheetLayouts.Of);

    /// <summary>The same for sheets that are not the registry's.</summary>
    public void Write(Stream target, Stream sent, IReadOnlyList<CellFault> faults, Func<string, SheetLayout?> layoutOf, Func<string, SheetLayout> layoutByKey)
    {
        using var reader = WorkbookReader.Open(sent).Value;
        using var workbook = new WorkbookWriter(target);
        WriteList(workbook, faults, layoutByKey);
        foreach (var name in reader.Sheets.Where(name => !GuideSheet.IsNamed(name)))
        {
            var layout = layoutOf(name);
            CopySheet(workbook, reader, name, layout, faults.Where(fault => fault.Sheet == layout?.Key).ToLookup(fault => fault.Row));
        }
    }

    /// <summary>What is wrong, as one line.</summary>
    public string Say(CellFault fault) => refusals.Of(fault.Refusal);

    private void WriteList(WorkbookWriter workbook, IReadOnlyList<CellFault> faults, Func<string, SheetLayout> layoutByKey)
    {
        var list = workbook.Sheet(new SheetFormat(texts["FaultList"], [new(14), new(8), new(20), new(70)]) { Frozen = 1 });
        list.StartRow().Text(texts["Sheet"], CellStyle.Header).Text(texts["Row"], CellStyle.Header).Text(texts["Column"], CellStyle.Header).Text(texts["Reason"], CellStyle.Header).EndRow();
        foreach (var fault in faults)
        {
            var layout = layoutByKey(fault.Sheet);
            list.StartRow().Text(layout.Name).Text(fault.Row > 0 ? fault.Row.ToString(CultureInfo.InvariantCulture) : null)
                .Text(fault.Column is null ? null : layout.Columns[layout.IndexOf(fault.Column)].Header).Text(Say(fault)).EndRow();
        }
    }

    private void CopySheet(WorkbookWriter workbook, WorkbookReader reader, string name, SheetLayout? layout, ILookup<int, CellFault> faults)
    {
        var sheet = workbook.Sheet(new SheetFormat(name, [.. Enumerable.Repeat(new ColumnFormat(16), layout?.Columns.Count ?? 12)]));
        HeaderRow? header = null;
        foreach (var row in reader.Rows(name, []))
        {
            if (header is null && layout is not null)
            {
                var candidate = HeaderRow.Of(row, layout);
                header = candidate.Known > layout.Columns.Count(column => column.Required) / 2 ? candidate : null;
                CopyRow(sheet, row, header is null ? CellStyle.Plain : CellStyle.Header, []);
            }
            else
            {
                CopyRow(sheet, row, CellStyle.Plain, Marks(faults[row.Number], layout, header));
            }
        }
    }

    // Column of the sheet → what is wrong there. A fault of the whole row stands at its first cell.
    private Dictionary<int, string> Marks(IEnumerable<CellFault> faults, SheetLayout? layout, HeaderRow? header)
    {
        var marks = new Dictionary<int, string>();
        foreach (var fault in faults)
        {
            var at = fault.Column is null || header is null ? 0 : Math.Max(0, header.Positions[layout!.IndexOf(fault.Column)]);
            marks[at] = marks.TryGetValue(at, out var other) ? $"{other}\n{Say(fault)}" : Say(fault);
        }

        return marks;
    }

    private static void CopyRow(SheetWriter sheet, SheetRow row, CellStyle style, Dictionary<int, string> marks)
    {
        sheet.StartRow(row.Number);
        for (var at = 0; at < Math.Max(row.Cells.Count, marks.Count == 0 ? 0 : marks.Keys.Max() + 1); at++)
        {
            var cell = row.At(at);
            if (marks.TryGetValue(at, out var comment))
            {
                sheet.Faulty(cell.Text, comment);
            }
            else
            {
                sheet.Text(cell.Text, style);
            }
        }

        sheet.EndRow();
    }
}
