using System.Globalization;
using Linli.Web.Registry.Exchange.Layout;

namespace Linli.Web.Registry.Exchange.Reading;

/// <summary>A row by the keys of its columns.</summary>
internal sealed class RowView(SheetLayout layout, ParsedRow row)
{
    /// <summary>The cell's text; null when it is empty or the sheet has no such column.</summary>
    public string? this[string key] => layout.IndexOf(key) is >= 0 and var at ? row.Values[at] : null;

    public int? Int(string key) => int.TryParse(this[key], NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) ? number : null;

    public DateOnly? Day(string key) => DateOnly.TryParseExact(this[key], "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;

    public T? Choice<T>(string key)
        where T : struct, Enum => Enum.TryParse<T>(this[key], out var choice) ? choice : null;

    public UnitAddress Unit(string numberKey) => new(this["Building"] ?? string.Empty, this["Entrance"] ?? string.Empty, this[numberKey] ?? string.Empty);
}

/// <summary>Where a unit stands, as rows tell it: building, entrance or nothing, number.</summary>
internal readonly record struct UnitAddress(string Building, string Entrance, string Number)
{
    public override string ToString() => Entrance.Length == 0 ? $"{Building}-{Number}" : $"{Building}-{Entrance}-{Number}";
}
