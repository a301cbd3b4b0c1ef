using System.Globalization;
using System.Xml;

namespace Linli.Web.Platform.Spreadsheets;

/// <summary>Writes the rows of one sheet, cell after cell.</summary>
internal sealed class SheetWriter : IDisposable
{
    private const int LongestText = 32_767;
    private const int MostComments = 5_000;

    // What spreadsheets take for a formula when it is typed.
    private const string Dangerous = "=+-@\t\r";

    private readonly XmlWriter xml;
    private readonly SheetFormat format;
    private readonly Func<IReadOnlyList<string>, string> rangeOf;
    private int row;
    private int column;

    public SheetWriter(XmlWriter xml, SheetFormat format, Func<IReadOnlyList<string>, string> rangeOf)
    {
        (this.xml, this.format, this.rangeOf) = (xml, format, rangeOf);
        xml.WriteStartElement("worksheet", WorkbookWriter.Main);
        xml.WriteAttributeString("xmlns", "r", null, WorkbookWriter.Relations);
        WriteView();
        WriteColumns();
        xml.WriteStartElement("sheetData");
    }

    /// <summary>What is pinned to cells, by address.</summary>
    public List<(int Row, int Column, string Text)> Comments { get; } = [];

    /// <summary>The next row, or the one with this number.</summary>
    public SheetWriter StartRow(int? number = null)
    {
        row = number ?? row + 1;
        column = 0;
        xml.WriteStartElement("row");
        xml.WriteAttributeString("r", row.ToString(CultureInfo.InvariantCulture));
        return this;
    }

    public void EndRow() => xml.WriteEndElement();

    /// <summary>A text; one that would be a formula if it were typed stays a text.</summary>
    public SheetWriter Text(string? text, CellStyle style = CellStyle.Plain)
    {
        if (string.IsNullOrEmpty(text))
        {
            return style is CellStyle.Plain or CellStyle.Text or CellStyle.Day ? Skip() : Cell(style, null, string.Empty);
        }

        style = style == CellStyle.Plain && Dangerous.Contains(text[0], StringComparison.Ordinal) ? CellStyle.Quoted : style;
        return Cell(style, "inlineStr", Clean(text.Length > LongestText ? text[..LongestText] : text));
    }

    public SheetWriter Number(decimal? number) => number is { } n ? Cell(CellStyle.Plain, null, n.ToString(CultureInfo.InvariantCulture)) : Skip();

    public SheetWriter Day(DateOnly? day) => day is { } d && d.Year >= 1901
        ? Cell(CellStyle.Day, null, (d.DayNumber - new DateOnly(1899, 12, 30).DayNumber).ToString(CultureInfo.InvariantCulture))
        : Text(day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), CellStyle.Text);

    /// <summary>A coloured cell with what is wrong with it.</summary>
    public SheetWriter Faulty(string text, string comment)
    {
        if (Comments.Count < MostComments)
        {
            Comments.Add((row, column, Clean(comment)));
        }

        return Text(text, CellStyle.Faulty);
    }

    public SheetWriter Skip()
    {
        column++;
        return this;
    }

    public void Dispose()
    {
        xml.WriteEndElement();
        WriteChoices();
        if (Comments.Count > 0)
        {
            xml.WriteStartElement("legacyDrawing");
            xml.WriteAttributeString("id", WorkbookWriter.Relations, "vml");
            xml.WriteEndElement();
        }

        xml.WriteEndElement();
        xml.Dispose();
    }

    private SheetWriter Cell(CellStyle style, string? type, string value)
    {
        xml.WriteStartElement("c");
        xml.WriteAttributeString("r", CellAddress.Of(column++, row));
        if (style != CellStyle.Plain)
        {
            xml.WriteAttributeString("s", ((int)style).ToString(CultureInfo.InvariantCulture));
        }

        if (type is not null)
        {
            xml.WriteAttributeString("t", type);
            xml.WriteStartElement("is");
            xml.WriteStartElement("t");
            xml.WriteAttributeString("xml", "space", null, "preserve");
            xml.WriteString(value);
            xml.WriteEndElement();
            xml.WriteEndElement();
        }
        else if (value.Length > 0)
        {
            xml.WriteElementString("v", value);
        }

        xml.WriteEndElement();
        return this;
    }

    private void WriteView()
    {
        xml.WriteStartElement("sheetViews");
        xml.WriteStartElement("sheetView");
        xml.WriteAttributeString("workbookViewId", "0");
        if (format.Frozen > 0)
        {
            xml.WriteStartElement("pane");
            xml.WriteAttributeString("ySplit", format.Frozen.ToString(CultureInfo.InvariantCulture));
            xml.WriteAttributeString("topLeftCell", CellAddress.Of(0, format.Frozen + 1));
            xml.WriteAttributeString("activePane", "bottomLeft");
            xml.WriteAttributeString("state", "frozen");
            xml.WriteEndElement();
        }

        xml.WriteEndElement();
        xml.WriteEndElement();
    }

    private void WriteColumns()
    {
        xml.WriteStartElement("cols");
        for (var at = 0; at < format.Columns.Count; at++)
        {
            var number = (at + 1).ToString(CultureInfo.InvariantCulture);
            xml.WriteStartElement("col");
            xml.WriteAttributeString("min", number);
            xml.WriteAttributeString("max", number);
            xml.WriteAttributeString("width", format.Columns[at].Width.ToString(CultureInfo.InvariantCulture));
            xml.WriteAttributeString("style", ((int)format.Columns[at].Style).ToString(CultureInfo.InvariantCulture));
            xml.WriteAttributeString("customWidth", "1");
            xml.WriteEndElement();
        }

        xml.WriteEndElement();
    }

    private void WriteChoices()
    {
        var chosen = format.Columns.Select((column, at) => (column.Choices, At: at)).Where(c => c.Choices is not null).ToArray();
        if (chosen.Length == 0)
        {
            return;
        }

        xml.WriteStartElement("dataValidations");
        xml.WriteAttributeString("count", chosen.Length.ToString(CultureInfo.InvariantCulture));
        foreach (var (choices, at) in chosen)
        {
            var name = CellAddress.ColumnName(at);
            xml.WriteStartElement("dataValidation");
            xml.WriteAttributeString("type", "list");
            xml.WriteAttributeString("allowBlank", "1");
            xml.WriteAttributeString("showErrorMessage", "1");
            xml.WriteAttributeString("sqref", $"{name}{format.Frozen + 1}:{name}200000");
            xml.WriteElementString("formula1", rangeOf(choices!));
            xml.WriteEndElement();
        }

        xml.WriteEndElement();
    }

    private static string Clean(string text) => text.AsSpan().IndexOfAnyInRange('\0', '\u001F') < 0 && !text.Contains('\uFFFE', StringComparison.Ordinal)
        && !text.Contains('\uFFFF', StringComparison.Ordinal) && !text.Any(char.IsSurrogate)
        ? text
        : string.Concat(text.EnumerateRunes().Where(rune => rune.Value is >= 0x20 and not (0xFFFE or 0xFFFF) or '\t' or '\n'));
}
