using Linli.Domain.Kernel;
using Linli.Web.Platform.Spreadsheets;
using Linli.Web.Registry.Exchange.Layout;

namespace Linli.Web.Registry.Exchange.Reading;

/// <summary>Reads the known sheets of a workbook into rows of the layout, and names every cell that cannot be used as it is.</summary>
internal static class WorkbookParser
{
    /// <summary>Rows of one import; ten times the largest compound there is.</summary>
    public const int MostRows = 200_000;

    // Three hundred to a row, on average.
    private const long MostCharacters = MostRows * 300L;

    public static Outcome<ParsedWorkbook> Parse(Stream content, string compoundCode)
    {
        var opened = WorkbookReader.Open(content);
        if (!opened.Succeeded(out var reader))
        {
            return Outcome<ParsedWorkbook>.Refused(opened.Refusals);
        }

        using (reader)
        {
            try
            {
                return Parse(reader, compoundCode);
            }
            catch (Exception e) when (WorkbookReader.IsDamage(e))
            {
                return new WorkbookIsDamaged();
            }
        }
    }

    private static Outcome<ParsedWorkbook> Parse(WorkbookReader reader, string compoundCode)
    {
        if (GuideSheet.CompoundOf(reader) is { } madeFor && madeFor != compoundCode)
        {
            return new WorkbookIsForAnotherCompound(madeFor);
        }

        var workbook = new ParsedWorkbook();
        foreach (var name in reader.Sheets)
        {
            if (SheetLayouts.All.FirstOrDefault(sheet => HeaderRow.IsNamed(sheet, name)) is { } layout && !workbook.Sheets.ContainsKey(layout.Key))
            {
                workbook.Sheets.Add(layout.Key, ReadSheet(reader, name, layout, workbook));
                Memory.GiveBack(workbook.Sheets[layout.Key].Rows.Count);
                if (workbook.Sheets.Values.Sum(sheet => sheet.Count) > MostRows || workbook.Sheets.Values.Sum(sheet => sheet.Characters) > MostCharacters)
                {
                    return new TooManyRows(MostRows);
                }
            }
            else if (!GuideSheet.IsNamed(name))
            {
                workbook.PassedOver.Add(name);
            }
        }

        return workbook.Sheets.Count > 0 ? workbook : new NoSheetIsKnown(string.Join(' ', SheetLayouts.All.Select(sheet => sheet.Name)));
    }

    /// <summary>Reads one sheet; what is wrong with it is added to the workbook.</summary>
    internal static ParsedSheet ReadSheet(WorkbookReader reader, string name, SheetLayout layout, ParsedWorkbook workbook)
    {
        var sheet = new ParsedSheet(layout);
        var joined = new List<string>();
        HeaderRow? header = null;
        var texts = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var row in reader.Rows(name, joined))
        {
            if (header is null)
            {
                var candidate = HeaderRow.Of(row, layout);
                header = candidate.Known > layout.Columns.Count(column => column.Required) / 2 ? candidate : null;
                if (header is not null || row.Number > HeaderRow.Deepest)
                {
                    TellOfHeader(header ?? candidate, name, layout, workbook);
                    header ??= candidate;
                }

                continue;
            }

            if (sheet.Count > MostRows || sheet.Characters > MostCharacters)
            {
                break;
            }

            ReadRow(row, header, sheet, workbook.Faults, texts);
        }

        if (workbook.Faults.Exists(fault => fault.Sheet == layout.Key && fault.Refusal is HeaderIsMissing))
        {
            // Without the column every row would be wrong; the column is what is told.
            sheet.Unread.AddRange(sheet.Rows);
            sheet.Rows.Clear();
        }

        workbook.Faults.AddRange(joined.Where(range => header is not null && CellAddress.LastRowOf(range) > header.Row)
            .Select(range => new CellFault(layout.Key, 0, null, new CellsAreJoined(range))));
        return sheet;
    }

    private static void TellOfHeader(HeaderRow header, string name, SheetLayout layout, ParsedWorkbook workbook)
    {
        workbook.PassedOver.AddRange(header.Others.Select(other => $"{name} · {other}"));
        workbook.Faults.AddRange(layout.Columns.Where((column, at) => column.Required && header.Positions[at] < 0)
            .Select(column => new CellFault(layout.Key, 0, column.Key, new HeaderIsMissing(column.Header))));
        workbook.Faults.AddRange(header.Twice.Select(twice => new CellFault(layout.Key, header.Row, null, new HeaderIsThereTwice(twice))));
    }

    private static void ReadRow(SheetRow row, HeaderRow header, ParsedSheet sheet, List<CellFault> faults, Dictionary<string, string> texts)
    {
        var columns = sheet.Layout.Columns;
        var values = new string?[columns.Count];
        var before = faults.Count;
        for (var at = 0; at < values.Length; at++)
        {
            var cell = row.At(header.Positions[at]);
            var (value, fault) = CellText.Read(cell, columns[at], header.Positions[at] >= 0);
            values[at] = value is null ? null : Once(value, texts);
            if (fault is not null)
            {
                faults.Add(new CellFault(sheet.Layout.Key, row.Number, columns[at].Key, fault));
            }
        }

        if (values.Any(value => value is not null))
        {
            sheet.Add(new ParsedRow(row.Number, values), isRead: faults.Count == before);
        }
        else
        {
            // A row with nothing in the known columns is an empty row.
            faults.RemoveRange(before, faults.Count - before);
        }
    }

    // Buildings, days and choices come thousands of times; each is kept once.
    private static string Once(string value, Dictionary<string, string> texts)
    {
        if (value.Length > 12)
        {
            return value;
        }

        if (texts.TryGetValue(value, out var known))
        {
            return known;
        }

        if (texts.Count < 20_000)
        {
            texts.Add(value, value);
        }

        return value;
    }
}
