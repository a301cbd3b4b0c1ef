using System.Globalization;
using System.Text.RegularExpressions;
using Linli.Domain.Kernel;
using Linli.Web.Platform.Spreadsheets;
using Linli.Web.Registry.Exchange.Layout;

namespace Linli.Web.Registry.Exchange.Reading;

/// <summary>The text of a cell as its column means it: days as yyyy-MM-dd, choices as their value, numbers without what people put around them.</summary>
internal static partial class CellText
{
    private const int MostChoices = 8;

    public static (string? Value, Refusal? Fault) Read(SheetCell cell, ColumnLayout column, bool isThere)
    {
        if (cell.Kind == CellKind.Formula)
        {
            return (cell.Text, new CellIsAFormula());
        }

        if (cell.Kind == CellKind.Error)
        {
            return (cell.Text, new CellIsAnError(cell.Text));
        }

        var whole = cell.Kind == CellKind.Day && column.Kind == ColumnKind.Day && cell.Text.Length > 10 ? cell.Text[..10] : cell.Text;
        var text = whole.Trim().Trim('\u3000', '\u00A0', '\u200B', '\uFEFF');
        if (text.Length == 0)
        {
            return (null, column.Required && isThere ? new CellIsEmpty() : null);
        }

        return column.Kind switch
        {
            ColumnKind.PlaceNumber => (PlaceNumber(text), null),
            ColumnKind.Day => Day(text, cell.Kind) is { } day ? (day, null) : (text, new DayIsNotUnderstood(Shown(text))),
            ColumnKind.Number => Whole(text) is { } number ? (number, null) : (text, new NumberIsNotUnderstood(Shown(text))),
            ColumnKind.Choice => ChoiceLists.Value(column.Choices!, text) is { } value
                ? (value, null)
                : (text, new ChoiceIsNotKnown(Shown(text), Some(ChoiceLists.Words(column.Choices!)))),
            ColumnKind.Identity when cell.Kind == CellKind.Number && text.Length > 15 => (text, new NumberLostItsDigits()),
            _ => (text, null),
        };
    }

    private static string PlaceNumber(string text)
    {
        var number = PlainText.HalfWidth(text).Trim();
        foreach (var suffix in SheetLayouts.Suffixes)
        {
            if (number.EndsWith(suffix, StringComparison.Ordinal) && number[..^suffix.Length].TrimEnd() is [.., var last] kept && char.IsAsciiLetterOrDigit(last))
            {
                return kept.ToUpperInvariant();
            }
        }

        return number.ToUpperInvariant();
    }

    private static string? Whole(string text) =>
        int.TryParse(PlainText.HalfWidth(text), NumberStyles.AllowLeadingSign | NumberStyles.AllowTrailingWhite | NumberStyles.AllowLeadingWhite, CultureInfo.InvariantCulture, out var number)
            ? number.ToString(CultureInfo.InvariantCulture)
            : null;

    // 2016-06-30, 2016/6/30, 2016.6.30, 2016年6月30日, 20160630; a bare number between 10000 and 80000 is the spreadsheet's own count.
    private static string? Day(string text, CellKind kind)
    {
        var plain = PlainText.HalfWidth(text).Trim();
        if (kind == CellKind.Number && plain.Length == 5 && decimal.TryParse(plain, NumberStyles.None, CultureInfo.InvariantCulture, out var serial))
        {
            return DayFormats.None.DayOf(serial);
        }

        var match = Days().Match(plain);
        return match.Success
            && DateOnly.TryParseExact($"{match.Groups["y"].Value}-{match.Groups["m"].Value}-{match.Groups["d"].Value}", "yyyy-M-d", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
            ? day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)
            : null;
    }

    private static string Shown(string text) => text.Length > 20 ? text[..20] + "…" : text;

    [GeneratedRegex(@"^(?<y>\d{4})(?:[-/.\u5E74](?<m>\d{1,2})[-/.\u6708](?<d>\d{1,2})\u65E5?|(?<m>\d{2})(?<d>\d{2}))(?: 0?0:00(?::00)?)?$", RegexOptions.CultureInvariant)]
    private static partial Regex Days();

    private static string Some(IReadOnlyList<string> words) => string.Join(" / ", words.Take(MostChoices)) + (words.Count > MostChoices ? " …" : string.Empty);
}
