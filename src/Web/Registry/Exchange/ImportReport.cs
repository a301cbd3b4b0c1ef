using System.Text.Json.Serialization;
using Linli.Domain.Kernel;

namespace Linli.Web.Registry.Exchange;

/// <summary>A fault of the workbook: on which sheet, in which row, in which column, and what it is. Row 0 means the sheet as a whole.</summary>
internal sealed record CellFault(string Sheet, int Row, string? Column, Refusal Refusal);

/// <summary>What the rows of a sheet lead to.</summary>
internal sealed record SheetCount(string Sheet, int New, int Changed, int Unchanged)
{
    /// <summary>Which rows change something: with other rows it is another plan, though as many.</summary>
    [JsonIgnore]
    public int Mark { get; init; }

    public int Rows => New + Changed + Unchanged;
}

/// <summary>What an import would do or did; with faults, nothing.</summary>
internal sealed record ImportReport
{
    public IReadOnlyList<SheetCount> Sheets { get; init; } = [];

    public IReadOnlyList<CellFault> Faults { get; init; } = [];

    /// <summary>Sheets and columns that are not known and were passed over.</summary>
    public IReadOnlyList<string> PassedOver { get; init; } = [];

    /// <summary>Whether it was carried out.</summary>
    public bool Imported { get; init; }

    public bool ChangesNothing => Sheets.All(sheet => sheet.New + sheet.Changed == 0);

    public int Rows => Sheets.Sum(sheet => sheet.Rows);

    /// <summary>What the preview showed, sent back with the confirmation: if the registry changed in between, it is shown again.</summary>
    public string Seen => string.Join(';', Sheets.Select(sheet => $"{sheet.Sheet}:{sheet.New}/{sheet.Changed}/{sheet.Unchanged}/{sheet.Mark}"));
}
