namespace Linli.Web.Platform.Spreadsheets;

/// <summary>How a cell looks. The number is its place among the styles that are written.</summary>
internal enum CellStyle
{
    Plain,
    Header,

    /// <summary>The header of a column that must be filled.</summary>
    NeededHeader,

    /// <summary>Stays what was typed: telephone numbers, 01.</summary>
    Text,
    Day,
    Faulty,
    Wrapped,
    Title,

    /// <summary>A text that would be a formula if it were typed; marked so that it stays a text when it is edited.</summary>
    Quoted,
}

/// <summary>A column: how wide in characters, how its empty cells look, what may be chosen in it.</summary>
internal sealed record ColumnFormat(double Width, CellStyle Style = CellStyle.Plain, IReadOnlyList<string>? Choices = null);

/// <summary>A sheet before its rows.</summary>
internal sealed record SheetFormat(string Name, IReadOnlyList<ColumnFormat> Columns)
{
    /// <summary>How many rows stay when the rest is scrolled.</summary>
    public int Frozen { get; init; }

    public bool IsHidden { get; init; }
}
