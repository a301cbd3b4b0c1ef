using System.Globalization;
using System.Xml;

namespace Linli.Web.Platform.Spreadsheets;

/// <summary>Comments of a sheet: their texts, and the old drawing language in which spreadsheets still want their boxes.</summary>
internal static class SheetComments
{
    public static void Write(IReadOnlyList<(int Row, int Column, string Text)> comments, int sheet, Action<string, Action<XmlWriter>> part)
    {
        var number = sheet.ToString(CultureInfo.InvariantCulture);
        part($"xl/worksheets/_rels/sheet{number}.xml.rels", xml =>
        {
            xml.WriteStartElement("Relationships", WorkbookParts.Package);
            WorkbookParts.Relation(xml, "comments", "comments", $"../comments{number}.xml");
            WorkbookParts.Relation(xml, "vml", "vmlDrawing", $"../drawings/vmlDrawing{number}.vml");
        });
        part($"xl/comments{number}.xml", xml => Texts(xml, comments));
        part($"xl/drawings/vmlDrawing{number}.vml", xml => Boxes(xml, comments));
    }

    private static void Texts(XmlWriter xml, IReadOnlyList<(int Row, int Column, string Text)> comments)
    {
        xml.WriteStartElement("comments", WorkbookWriter.Main);
        xml.WriteStartElement("authors");
        xml.WriteElementString("author", "Linli");
        xml.WriteEndElement();
        xml.WriteStartElement("commentList");
        foreach (var (row, column, text) in comments)
        {
            xml.WriteStartElement("comment");
            xml.WriteAttributeString("ref", CellAddress.Of(column, row));
            xml.WriteAttributeString("authorId", "0");
            xml.WriteStartElement("text");
            xml.WriteElementString("t", text);
            xml.WriteEndElement();
            xml.WriteEndElement();
        }

        xml.WriteEndElement();
        xml.WriteEndElement();
    }

    private static void Boxes(XmlWriter xml, IReadOnlyList<(int Row, int Column, string Text)> comments)
    {
        const string Office = "urn:schemas-microsoft-com:office:office";
        xml.WriteRaw($"""
            <xml xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="{Office}" xmlns:x="urn:schemas-microsoft-com:office:excel"><v:shapetype id="box" coordsize="21600,21600" o:spt="202" path="m,l,21600r21600,l21600,xe"><v:stroke joinstyle="miter"/><v:path gradientshapeok="t" o:connecttype="rect"/></v:shapetype>
            """);
        for (var at = 0; at < comments.Count; at++)
        {
            var (row, column, _) = comments[at];
            xml.WriteRaw(string.Create(CultureInfo.InvariantCulture, $"""
                <v:shape id="c{at}" type="#box" style="position:absolute;width:240pt;height:72pt;visibility:hidden" fillcolor="#ffffe1"><v:fill color2="#ffffe1"/><v:textbox/><x:ClientData ObjectType="Note"><x:MoveWithCells/><x:SizeWithCells/><x:Anchor>{column + 1},15,{row - 1},2,{column + 4},15,{row + 3},4</x:Anchor><x:AutoFill>False</x:AutoFill><x:Row>{row - 1}</x:Row><x:Column>{column}</x:Column></x:ClientData></v:shape>
                """));
        }

        xml.WriteRaw("</xml>");
    }
}
