using System.Text;
using System.Xml;

namespace Linli.Web.Platform.Spreadsheets;

/// <summary>The texts that cells of a workbook share; what is written small above them (readings) is left out.</summary>
internal static class SharedTexts
{
    // More than the cells of the largest import, and what they can hold: the rest is made to exhaust the machine.
    private const int Most = 2_500_000;
    private const long MostCharacters = 64 * 1024 * 1024;

    /// <exception cref="InvalidDataException">There are more of them than any register needs.</exception>
    public static IReadOnlyList<string> Read(TextReader part)
    {
        var characters = 0L;
        var texts = new List<string>();
        using var xml = XmlReader.Create(part, WorkbookPackage.Xml);
        while (xml.Read())
        {
            if (xml.NodeType == XmlNodeType.Element && xml.LocalName == "si")
            {
                texts.Add(TextOf(xml));
                characters += texts[^1].Length;
                if (texts.Count > Most || characters > MostCharacters)
                {
                    throw new InvalidDataException("More shared texts than any register needs.");
                }
            }
        }

        return texts;
    }

    /// <summary>The text of the element that the reader stands on, in one or several runs.</summary>
    public static string TextOf(XmlReader xml)
    {
        if (xml.IsEmptyElement)
        {
            return string.Empty;
        }

        var (depth, inText, first) = (xml.Depth, false, string.Empty);
        StringBuilder? several = null;
        while (xml.Read() && xml.Depth > depth)
        {
            if (xml.NodeType == XmlNodeType.Element && xml.LocalName == "rPh")
            {
                Leave(xml);
            }
            else if (xml.LocalName == "t" && xml.NodeType is XmlNodeType.Element or XmlNodeType.EndElement)
            {
                inText = xml.NodeType == XmlNodeType.Element && !xml.IsEmptyElement;
            }
            else if (inText && CellValue.IsText(xml))
            {
                var more = CellValue.Of(xml);
                _ = first.Length == 0 ? (object)(first = more) : several?.Length > CellValue.Longest ? several : (several ??= new StringBuilder(first)).Append(more);
            }
        }

        return several?.ToString() ?? first;
    }

    private static void Leave(XmlReader xml)
    {
        var depth = xml.Depth;
        while (!xml.IsEmptyElement && xml.Read() && xml.Depth > depth)
        {
        }
    }
}
