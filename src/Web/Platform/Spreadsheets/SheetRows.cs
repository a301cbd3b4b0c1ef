using System.Globalization;
using System.Xml;

namespace Linli.Web.Platform.Spreadsheets;

/// <summary>Reads the rows of one sheet's part.</summary>
internal static class SheetRows
{
    // Registers have a few dozen columns; what stands further right is nobody's data.
    private const int MostColumns = 100;

    // Ranges of joined cells that are told; whoever has more joins everywhere.
    private const int MostJoined = 200;

    public static IEnumerable<SheetRow> Read(XmlReader xml, IReadOnlyList<string> texts, DayFormats days, ICollection<string> joined)
    {
        var number = 0;
        while (xml.Read())
        {
            if (xml.NodeType != XmlNodeType.Element)
            {
                continue;
            }

            if (xml.LocalName == "mergeCell")
            {
                if (joined.Count < MostJoined)
                {
                    joined.Add(xml.GetAttribute("ref") ?? string.Empty);
                }
            }
            else if (xml.LocalName == "row")
            {
                number = int.TryParse(xml.GetAttribute("r"), NumberStyles.None, CultureInfo.InvariantCulture, out var told) ? told : number + 1;
                var cells = Cells(xml, texts, days);
                if (cells.Exists(cell => !cell.IsEmpty))
                {
                    yield return new SheetRow(number, cells);
                }
            }
        }
    }

    private static List<SheetCell> Cells(XmlReader xml, IReadOnlyList<string> texts, DayFormats days)
    {
        var cells = new List<SheetCell>(12);
        if (xml.IsEmptyElement)
        {
            return cells;
        }

        var depth = xml.Depth;
        while (xml.Read() && xml.Depth > depth)
        {
            if (xml.NodeType != XmlNodeType.Element || xml.LocalName != "c")
            {
                continue;
            }

            var column = xml.GetAttribute("r") is { } address ? CellAddress.ColumnOf(address) : cells.Count;
            var cell = Cell(xml, texts, days);
            if (column < 0 || column >= MostColumns)
            {
                continue;
            }

            while (cells.Count <= column)
            {
                cells.Add(SheetCell.Empty);
            }

            cells[column] = cell;
        }

        return cells;
    }

    private static SheetCell Cell(XmlReader xml, IReadOnlyList<string> texts, DayFormats days)
    {
        var (type, style) = (xml.GetAttribute("t"), xml.GetAttribute("s"));
        var (value, formula) = ((string?)null, false);
        if (!xml.IsEmptyElement)
        {
            var depth = xml.Depth;
            while (xml.Read() && xml.Depth > depth)
            {
                if (xml.NodeType != XmlNodeType.Element)
                {
                    continue;
                }

                formula |= xml.LocalName == "f";
                value = xml.LocalName is "v" or "is" ? SharedOrOwn(xml) : value;
            }
        }

        if (formula)
        {
            return new SheetCell(type == "s" ? Shared(value, texts) : value ?? "=", CellKind.Formula);
        }

        return value is null ? SheetCell.Empty : type switch
        {
            "s" => new SheetCell(Shared(value, texts), CellKind.Text),
            "inlineStr" or "str" => new SheetCell(value, CellKind.Text),
            "b" => new SheetCell(value == "1" ? "TRUE" : "FALSE", CellKind.Text),
            "e" => new SheetCell(value, CellKind.Error),
            "d" => new SheetCell(value.Length >= 10 ? value[..10] : value, CellKind.Day),
            _ => Numeric(value, style, days),
        };
    }

    private static SheetCell Numeric(string value, string? style, DayFormats days)
    {
        if (!decimal.TryParse(value, NumberStyles.Float, CultureInfo.InvariantCulture, out var number))
        {
            return new SheetCell(value, CellKind.Text);
        }

        if (days.IsDay(style) && days.DayOf(number) is { } day)
        {
            // A moment keeps its minutes; whoever wants the day takes its beginning.
            var minutes = (int)((number - decimal.Floor(number)) * 1440 + 0.01m);
            return new SheetCell(minutes == 0 ? day : string.Create(CultureInfo.InvariantCulture, $"{day} {minutes / 60:00}:{minutes % 60:00}"), CellKind.Day);
        }

        // 89.6 is kept by spreadsheets as 89.599999999999994.
        return new SheetCell(Math.Round(number, 8).ToString("0.########", CultureInfo.InvariantCulture), CellKind.Number);
    }

    private static string SharedOrOwn(XmlReader xml)
    {
        if (xml.LocalName == "is")
        {
            return SharedTexts.TextOf(xml);
        }

        if (xml.IsEmptyElement)
        {
            return string.Empty;
        }

        xml.Read();
        return CellValue.IsText(xml) ? CellValue.Of(xml) : string.Empty;
    }

    private static string Shared(string? value, IReadOnlyList<string> texts) =>
        int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var at) && at < texts.Count ? texts[at] : string.Empty;
}
