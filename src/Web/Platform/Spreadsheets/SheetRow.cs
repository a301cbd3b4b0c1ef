namespace Linli.Web.Platform.Spreadsheets;

/// <summary>What stands in a cell.</summary>
internal enum CellKind : byte
{
    Empty,
    Text,
    Number,

    /// <summary>A number that is formatted as a day; its text is yyyy-MM-dd.</summary>
    Day,

    /// <summary>Computed; its text is what the spreadsheet computed last.</summary>
    Formula,

    /// <summary>#N/A and the like.</summary>
    Error,
}

/// <summary>A cell as read.</summary>
internal readonly record struct SheetCell(string Text, CellKind Kind)
{
    public static readonly SheetCell Empty = new(string.Empty, CellKind.Empty);

    public bool IsEmpty => Kind == CellKind.Empty || string.IsNullOrWhiteSpace(Text);
}

/// <summary>A row as read, its number counted from 1 as the spreadsheet shows it.</summary>
internal sealed record SheetRow(int Number, IReadOnlyList<SheetCell> Cells)
{
    public SheetCell At(int column) => column >= 0 && column < Cells.Count ? Cells[column] : SheetCell.Empty;
}
