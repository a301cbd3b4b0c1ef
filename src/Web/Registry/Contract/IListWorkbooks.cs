using Linli.Domain.Kernel;

namespace Linli.Web.Registry.Contract;

/// <summary>
/// Lists that come in as a workbook of one sheet, in the way of the registry's exchange: handed out with an explanation, read by their headers in
/// either language, given back with every faulty cell marked. The sheet is told as data, as a sheet of sheets.json.
/// </summary>
internal interface IListWorkbooks
{
    /// <summary>The rows, and what cannot be read; or why the file is none. A sheet of the layout's name is taken, else the first that is no explanation.</summary>
    Outcome<ListRead> Read(byte[] content, string layout);

    /// <summary>An empty list with its explanation.</summary>
    void WriteTemplate(Stream target, string layout, string title);

    /// <summary>The list as it was sent, faulty cells marked, all faults in front.</summary>
    void WriteMarked(Stream target, byte[] sent, string layout, IReadOnlyList<ListFault> faults);

    /// <summary>What a column is called in the reader's language.</summary>
    string HeaderOf(string layout, string column);
}

/// <summary>A row that could be read, by the keys of its columns; null is an empty cell.</summary>
internal sealed record ListRow(int Number, IReadOnlyDictionary<string, string?> Values)
{
    public string? this[string key] => Values.GetValueOrDefault(key);
}

/// <summary>A fault: in which row, in which column, and what it is. Row 0 means the sheet as a whole.</summary>
internal sealed record ListFault(int Row, string? Column, Refusal Refusal);

/// <summary>What could be read of a list, and what not.</summary>
internal sealed record ListRead(IReadOnlyList<ListRow> Rows, IReadOnlyList<ListFault> Faults, IReadOnlyList<string> PassedOver);
