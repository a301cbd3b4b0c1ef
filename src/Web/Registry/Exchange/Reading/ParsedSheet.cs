using Linli.Web.Registry.Exchange.Layout;

namespace Linli.Web.Registry.Exchange.Reading;

/// <summary>A row in the order of the layout's columns; null is an empty cell or a column that is not there.</summary>
internal sealed record ParsedRow(int Number, string?[] Values);

/// <summary>A sheet that is known, without the rows in which a cell cannot be used at all.</summary>
internal sealed class ParsedSheet(SheetLayout layout)
{
    public SheetLayout Layout => layout;

    public List<ParsedRow> Rows { get; } = [];

    /// <summary>Rows with a cell that could not be read; what others say of them is not held against those.</summary>
    public List<ParsedRow> Unread { get; } = [];

    /// <summary>Rows with something in them, readable or not.</summary>
    public int Count => Rows.Count + Unread.Count;

    /// <summary>Characters in all of them.</summary>
    public long Characters { get; private set; }

    public void Add(ParsedRow row, bool isRead)
    {
        (isRead ? Rows : Unread).Add(row);
        Characters += row.Values.Sum(value => value?.Length ?? 0);
    }

    /// <summary>What has been read is not kept beside what was made of it.</summary>
    public void Forget()
    {
        Rows.Clear();
        Rows.TrimExcess();
        Unread.Clear();
    }
}

/// <summary>What could be read of a workbook, and what not.</summary>
internal sealed class ParsedWorkbook
{
    public Dictionary<string, ParsedSheet> Sheets { get; } = new(StringComparer.Ordinal);

    public List<CellFault> Faults { get; } = [];

    public List<string> PassedOver { get; } = [];
}
