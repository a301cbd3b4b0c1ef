using System.Globalization;

namespace Linli.Web.Platform.Spreadsheets;

/// <summary>Addresses of cells as spreadsheets write them: B7.</summary>
internal static class CellAddress
{
    public static string Of(int column, int row) => string.Create(CultureInfo.InvariantCulture, $"{ColumnName(column)}{row}");

    /// <summary>0 is A, 26 is AA.</summary>
    public static string ColumnName(int column)
    {
        var name = string.Empty;
        for (var rest = column; rest >= 0; rest = (rest / 26) - 1)
        {
            name = (char)('A' + (rest % 26)) + name;
        }

        return name;
    }

    /// <summary>The column of an address, counted from 0; -1 when it has none.</summary>
    public static int ColumnOf(ReadOnlySpan<char> address)
    {
        var column = 0;
        foreach (var letter in address)
        {
            if (!char.IsAsciiLetter(letter) || column > 100_000)
            {
                break;
            }

            column = (column * 26) + char.ToUpperInvariant(letter) - 'A' + 1;
        }

        return column - 1;
    }

    /// <summary>The last row of a range such as A1:C3.</summary>
    public static int LastRowOf(string range) =>
        int.TryParse(range[(range.LastIndexOf(':') + 1)..].TrimStart('$').TrimStart("ABCDEFGHIJKLMNOPQRSTUVWXYZ$".ToCharArray()), NumberStyles.None, CultureInfo.InvariantCulture, out var row) ? row : 0;
}
