using Linli.Domain.Kernel;
using Linli.Web.Platform.Spreadsheets;
using Linli.Web.Registry.Contract;
using Linli.Web.Registry.Exchange.Layout;
using Linli.Web.Registry.Exchange.Reading;
using Linli.Web.Registry.Exchange.Writing;
using Microsoft.Extensions.Localization;

namespace Linli.Web.Registry.Exchange;

internal sealed class ListWorkbooks(MarkedCopy marked, IStringLocalizer<ExchangeTexts> texts) : IListWorkbooks
{
    public Outcome<ListRead> Read(byte[] content, string layout)
    {
        var (sheet, opened) = (SheetLayouts.Read(layout), WorkbookReader.Open(new MemoryStream(content)));
        if (!opened.Succeeded(out var reader))
        {
            return Outcome<ListRead>.Refused(opened.Refusals);
        }

        using (reader)
        {
            if (NameOf(reader, sheet) is not { } name)
            {
                return new NoSheetIsKnown(sheet.Name);
            }

            try
            {
                var workbook = new ParsedWorkbook();
                var parsed = WorkbookParser.ReadSheet(reader, name, sheet, workbook);
                return parsed.Count > WorkbookParser.MostRows ? new TooManyRows(WorkbookParser.MostRows) : new ListRead(
                    [.. parsed.Rows.Select(row => new ListRow(row.Number, sheet.Columns.Select((column, at) => (column.Key, row.Values[at])).ToDictionary(cell => cell.Key, cell => cell.Item2)))],
                    [.. workbook.Faults.Select(fault => new ListFault(fault.Row, fault.Column, fault.Refusal))],
                    workbook.PassedOver);
            }
            catch (Exception e) when (WorkbookReader.IsDamage(e))
            {
                return new WorkbookIsDamaged();
            }
        }
    }

    public void WriteTemplate(Stream target, string layout, string title)
    {
        using var workbook = new WorkbookWriter(target);
        Template.Start(workbook, SheetLayouts.Read(layout));
        Template.WriteColumns(workbook, title, SheetLayouts.Read(layout), texts);
    }

    public void WriteMarked(Stream target, byte[] sent, string layout, IReadOnlyList<ListFault> faults)
    {
        var sheet = SheetLayouts.Read(layout);
        string? name;
        using (var reader = WorkbookReader.Open(new MemoryStream(sent)).Value)
        {
            name = NameOf(reader, sheet);
        }

        marked.Write(target, new MemoryStream(sent), [.. faults.Select(fault => new CellFault(sheet.Key, fault.Row, fault.Column, fault.Refusal))], of => of == name ? sheet : null, _ => sheet);
    }

    public string HeaderOf(string layout, string column) => SheetLayouts.Read(layout) is var sheet && sheet.IndexOf(column) is >= 0 and var at ? sheet.Columns[at].Header : column;

    private static string? NameOf(WorkbookReader reader, SheetLayout sheet) =>
        reader.Sheets.FirstOrDefault(name => HeaderRow.IsNamed(sheet, name)) ?? reader.Sheets.FirstOrDefault(name => !GuideSheet.IsNamed(name));
}
