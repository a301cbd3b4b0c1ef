namespace Linli.Web.Platform.Spreadsheets;

/// <summary>A column of an exported list: its header and what stands in it (text, number, day or nothing).</summary>
internal sealed record ListColumn<T>(string Header, double Width, Func<T, object?> Value);

/// <summary>A list as a workbook: a line that says who took it out and when, the header, the rows as they are read.</summary>
internal static class ListWorkbook
{
    /// <summary>How many rows are asked for at a time.</summary>
    public const int PageSize = 2000;

    public static async Task Write<T>(Stream target, string name, string note, IReadOnlyList<ListColumn<T>> columns, IAsyncEnumerable<T> rows, CancellationToken cancel)
    {
        using var workbook = new WorkbookWriter(target);
        var sheet = workbook.Sheet(new SheetFormat(Named(name), [.. columns.Select(column => new ColumnFormat(column.Width))]) { Frozen = 2 });
        sheet.StartRow().Text(note).EndRow();
        sheet.StartRow();
        foreach (var column in columns)
        {
            sheet.Text(column.Header, CellStyle.Header);
        }

        sheet.EndRow();
        await foreach (var row in rows.WithCancellation(cancel))
        {
            sheet.StartRow();
            foreach (var column in columns)
            {
                Cell(sheet, column.Value(row));
            }

            sheet.EndRow();
        }
    }

    /// <summary>All rows of a list that is read page by page; a page that is not full is the last.</summary>
    public static async IAsyncEnumerable<T> Pages<T>(Func<int, Task<IReadOnlyList<T>>> read)
    {
        for (var page = 1; ; page++)
        {
            var rows = await read(page);
            foreach (var row in rows)
            {
                yield return row;
            }

            if (rows.Count < PageSize)
            {
                yield break;
            }
        }
    }

    private static void Cell(SheetWriter sheet, object? value)
    {
        _ = value switch
        {
            null => sheet.Skip(),
            decimal number => sheet.Number(number),
            int number => sheet.Number(number),
            long number => sheet.Number(number),
            DateOnly day => sheet.Day(day),
            _ => sheet.Text(value.ToString()),
        };
    }

    // Spreadsheets refuse these in names of sheets, and names longer than 31.
    private static string Named(string name) => string.Concat(name.Where(letter => !@"\/?*[]:".Contains(letter, StringComparison.Ordinal)).Take(31));
}
