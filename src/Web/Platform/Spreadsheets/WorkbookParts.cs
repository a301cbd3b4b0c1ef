using System.Globalization;
using System.Xml;

namespace Linli.Web.Platform.Spreadsheets;

/// <summary>The parts that hold a workbook together.</summary>
internal static class WorkbookParts
{
    public const string Package = "http://schemas.openxmlformats.org/package/2006/relationships";
    private const string Types = "http://schemas.openxmlformats.org/package/2006/content-types";
    private const string Spreadsheet = "application/vnd.openxmlformats-officedocument.spreadsheetml.";

    public static void Relation(XmlWriter xml, string id, string kind, string target)
    {
        xml.WriteStartElement("Relationship", Package);
        xml.WriteAttributeString("Id", id);
        xml.WriteAttributeString("Type", $"{WorkbookWriter.Relations}/{kind}");
        xml.WriteAttributeString("Target", target);
        xml.WriteEndElement();
    }

    public static void ContentTypes(XmlWriter xml, int sheets, IReadOnlyList<int> commented)
    {
        void Default(string extension, string type) => Element(xml, "Default", "Extension", extension, type);
        void Override(string part, string type) => Element(xml, "Override", "PartName", part, type);
        xml.WriteStartElement("Types", Types);
        Default("rels", "application/vnd.openxmlformats-package.relationships+xml");
        Default("xml", "application/xml");
        Default("vml", "application/vnd.openxmlformats-officedocument.vmlDrawing");
        Override("/xl/workbook.xml", Spreadsheet + "sheet.main+xml");
        Override("/xl/styles.xml", Spreadsheet + "styles+xml");
        for (var number = 1; number <= sheets; number++)
        {
            Override(string.Create(CultureInfo.InvariantCulture, $"/xl/worksheets/sheet{number}.xml"), Spreadsheet + "worksheet+xml");
        }

        foreach (var number in commented)
        {
            Override(string.Create(CultureInfo.InvariantCulture, $"/xl/comments{number}.xml"), Spreadsheet + "comments+xml");
        }
    }

    private static void Element(XmlWriter xml, string name, string attribute, string value, string type)
    {
        xml.WriteStartElement(name, Types);
        xml.WriteAttributeString(attribute, value);
        xml.WriteAttributeString("ContentType", type);
        xml.WriteEndElement();
    }
}
