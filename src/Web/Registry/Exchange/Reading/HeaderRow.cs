using Linli.Domain.Kernel;
using Linli.Web.Platform.Spreadsheets;
using Linli.Web.Registry.Exchange.Layout;

namespace Linli.Web.Registry.Exchange.Reading;

/// <summary>Finds which column of a sheet is which column of the layout, in either language; a title above the header does no harm.</summary>
internal sealed class HeaderRow
{
    /// <summary>How far down a header is looked for.</summary>
    public const int Deepest = 10;

    private HeaderRow(int row, int[] positions, IReadOnlyList<string> others, IReadOnlyList<string> twice) =>
        (Row, Positions, Others, Twice) = (row, positions, others, twice);

    public int Row { get; }

    /// <summary>Where each column of the layout stands; -1 where it does not.</summary>
    public int[] Positions { get; }

    /// <summary>Headers that are not known.</summary>
    public IReadOnlyList<string> Others { get; }

    public IReadOnlyList<string> Twice { get; }

    public static HeaderRow Of(SheetRow row, SheetLayout layout)
    {
        var positions = layout.Columns.Select(_ => -1).ToArray();
        var (others, twice) = (new List<string>(), new List<string>());
        for (var at = 0; at < row.Cells.Count; at++)
        {
            var header = Clean(row.Cells[at].Text);
            var column = header.Length == 0 ? -2 : layout.Columns.ToList().FindIndex(c => Clean(c.Zh) == header || Clean(c.En) == header);
            if (column == -1)
            {
                others.Add(row.Cells[at].Text.Trim());
            }
            else if (column >= 0 && positions[column] >= 0)
            {
                twice.Add(row.Cells[at].Text.Trim());
            }
            else if (column >= 0)
            {
                positions[column] = at;
            }
        }

        return new HeaderRow(row.Number, positions, others, twice);
    }

    public int Known => Positions.Count(position => position >= 0);

    /// <summary>Whether the sheet is the one with the name, in either language.</summary>
    public static bool IsNamed(SheetLayout layout, string name) => Clean(name) is var clean && (Clean(layout.Zh) == clean || Clean(layout.En) == clean);

    // 楼号*, 楼 号 and 楼号（必填） are 楼号.
    private static string Clean(string text)
    {
        var plain = PlainText.HalfWidth(text);
        var end = plain.IndexOf('(', StringComparison.Ordinal);
        var kept = end > 0 ? plain[..end] : plain;
        return string.Concat(kept.Where(letter => !char.IsWhiteSpace(letter) && letter != '*')).ToUpperInvariant();
    }
}
