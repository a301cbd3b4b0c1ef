using Linli.Web.Platform.Spreadsheets;

namespace Linli.Web.Tests.Registry.Exchange;

/// <summary>A workbook as a clerk might send it: sheets with a header and rows of texts.</summary>
internal sealed class TestWorkbook
{
    private readonly List<(string Name, string[] Header, List<string[]> Rows)> sheets = [];

    public static TestWorkbook With(string name, string header, params string[] rows) => new TestWorkbook().And(name, header, rows);

    /// <summary>Cells are separated by a bar.</summary>
    public TestWorkbook And(string name, string header, params string[] rows)
    {
        sheets.Add((name, header.Split('|'), [.. rows.Select(row => row.Split('|'))]));
        return this;
    }

    public byte[] Bytes()
    {
        var target = new MemoryStream();
        using (var workbook = new WorkbookWriter(target))
        {
            foreach (var (name, header, rows) in sheets)
            {
                var sheet = workbook.Sheet(new SheetFormat(name, [.. header.Select(_ => new ColumnFormat(12))]));
                foreach (var row in rows.Prepend(header))
                {
                    sheet.StartRow();
                    foreach (var cell in row)
                    {
                        sheet.Text(cell);
                    }

                    sheet.EndRow();
                }
            }
        }

        return target.ToArray();
    }
}
