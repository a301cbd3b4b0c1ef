using System.Globalization;
using System.Text.RegularExpressions;
using System.Xml;

namespace Linli.Web.Platform.Spreadsheets;

/// <summary>Which styles of a workbook show a number as a day, and from which day it counts.</summary>
internal sealed partial class DayFormats
{
    public static readonly DayFormats None = new([], false);

    private readonly bool[] showsDay;
    private readonly DateTime begin;

    private DayFormats(bool[] showsDay, bool from1904) =>
        // Day 60 of the older count is 29 February 1900, which never was: counting from 30 December 1899 is right from day 61 on.
        (this.showsDay, begin) = (showsDay, from1904 ? new DateTime(1904, 1, 1) : new DateTime(1899, 12, 30));

    public static DayFormats Read(TextReader? styles, bool from1904)
    {
        if (styles is null)
        {
            return new DayFormats([], from1904);
        }

        var own = new Dictionary<int, bool>();
        var shows = new List<bool>();
        var inCells = false;
        using var xml = XmlReader.Create(styles, WorkbookPackage.SmallXml);
        while (xml.Read())
        {
            inCells = xml.LocalName == "cellXfs" ? xml.NodeType == XmlNodeType.Element && !xml.IsEmptyElement : inCells;
            if (xml.NodeType == XmlNodeType.Element && xml.LocalName == "numFmt")
            {
                own[Number(xml, "numFmtId")] = Days().IsMatch(Quoted().Replace(xml.GetAttribute("formatCode") ?? string.Empty, string.Empty));
            }
            else if (xml.NodeType == XmlNodeType.Element && xml.LocalName == "xf" && inCells)
            {
                var format = Number(xml, "numFmtId");
                shows.Add(own.GetValueOrDefault(format, format is (>= 14 and <= 17) or 22 or (>= 27 and <= 31) or 36 or (>= 50 and <= 54) or 57 or 58));
            }
        }

        return new DayFormats([.. shows], from1904);
    }

    public bool IsDay(string? style) => int.TryParse(style, NumberStyles.None, CultureInfo.InvariantCulture, out var at) && at < showsDay.Length && showsDay[at];

    /// <summary>The day with the number, as yyyy-MM-dd; null when there is none.</summary>
    public string? DayOf(decimal number) => number is >= 1 and < 2_958_466
        ? begin.AddDays((double)decimal.Truncate(number)).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)
        : null;

    private static int Number(XmlReader xml, string attribute) =>
        int.TryParse(xml.GetAttribute(attribute), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : 0;

    [GeneratedRegex("[yYdD]", RegexOptions.CultureInvariant)]
    private static partial Regex Days();

    // What stands in quotes, brackets or after a backslash is shown as it is.
    [GeneratedRegex(@"""[^""]*""|\[[^\]]*\]|\\.", RegexOptions.CultureInvariant)]
    private static partial Regex Quoted();
}
