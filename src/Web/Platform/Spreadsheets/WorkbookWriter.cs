using System.Globalization;
using System.IO.Compression;
using System.Text;
using System.Xml;

namespace Linli.Web.Platform.Spreadsheets;

/// <summary>Writes an .xlsx straight through: nothing but the row at hand is in memory. The target need not be able to seek.</summary>
internal sealed class WorkbookWriter(Stream target, CompressionLevel compression = CompressionLevel.Fastest) : IDisposable
{
    public const string MediaType = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    internal const string Main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    internal const string Relations = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    private const string ChoicesSheet = "choices";

    // The first day that a zip can tell.
    private static readonly DateTimeOffset Written = new(1980, 1, 1, 0, 0, 0, TimeSpan.Zero);

    private readonly ZipArchive zip = new(target, ZipArchiveMode.Create, leaveOpen: true);
    private readonly List<SheetFormat> sheets = [];
    private readonly List<IReadOnlyList<string>> choices = [];
    private readonly List<int> commented = [];
    private SheetWriter? current;

    /// <summary>The next sheet; the one before it is finished by this.</summary>
    public SheetWriter Sheet(SheetFormat format)
    {
        Finish();
        sheets.Add(format);
        return current = new SheetWriter(Part($"xl/worksheets/sheet{sheets.Count}.xml"), format, RangeOf);
    }

    public void Dispose()
    {
        Finish();
        WriteChoices();
        WriteParts();
        zip.Dispose();
    }

    private void Finish()
    {
        if (current is null)
        {
            return;
        }

        current.Dispose();
        if (current.Comments.Count > 0)
        {
            SheetComments.Write(current.Comments, sheets.Count, (name, write) => Write(name, write));
            commented.Add(sheets.Count);
        }

        current = null;
    }

    // Where the choices of a column stand on the hidden sheet.
    private string RangeOf(IReadOnlyList<string> list)
    {
        var at = choices.FindIndex(known => known.SequenceEqual(list));
        if (at < 0)
        {
            at = choices.Count;
            choices.Add(list);
        }

        var column = CellAddress.ColumnName(at);
        return string.Create(CultureInfo.InvariantCulture, $"{ChoicesSheet}!${column}$1:${column}${list.Count}");
    }

    private void WriteChoices()
    {
        if (choices.Count == 0)
        {
            return;
        }

        var sheet = Sheet(new SheetFormat(ChoicesSheet, [.. choices.Select(_ => new ColumnFormat(16))]) { IsHidden = true });
        for (var row = 0; row < choices.Max(list => list.Count); row++)
        {
            sheet.StartRow();
            foreach (var list in choices)
            {
                sheet.Text(row < list.Count ? list[row] : null);
            }

            sheet.EndRow();
        }

        Finish();
    }

    private void WriteParts()
    {
        Write("xl/styles.xml", xml => xml.WriteRaw(WorkbookStyles.Xml));
        Write("xl/workbook.xml", xml =>
        {
            xml.WriteStartElement("workbook", Main);
            xml.WriteAttributeString("xmlns", "r", null, Relations);
            xml.WriteStartElement("sheets", Main);
            Each((sheet, number) =>
            {
                xml.WriteStartElement("sheet", Main);
                xml.WriteAttributeString("name", sheet.Name);
                xml.WriteAttributeString("sheetId", number);
                if (sheet.IsHidden)
                {
                    xml.WriteAttributeString("state", "hidden");
                }

                xml.WriteAttributeString("id", Relations, "rId" + number);
                xml.WriteEndElement();
            });
        });
        Write("xl/_rels/workbook.xml.rels", xml =>
        {
            xml.WriteStartElement("Relationships", WorkbookParts.Package);
            Each((_, number) => WorkbookParts.Relation(xml, "rId" + number, "worksheet", $"worksheets/sheet{number}.xml"));
            WorkbookParts.Relation(xml, "styles", "styles", "styles.xml");
        });
        Write("_rels/.rels", xml =>
        {
            xml.WriteStartElement("Relationships", WorkbookParts.Package);
            WorkbookParts.Relation(xml, "workbook", "officeDocument", "xl/workbook.xml");
        });
        Write("[Content_Types].xml", xml => WorkbookParts.ContentTypes(xml, sheets.Count, commented));
    }

    private void Each(Action<SheetFormat, string> write)
    {
        for (var at = 0; at < sheets.Count; at++)
        {
            write(sheets[at], (at + 1).ToString(CultureInfo.InvariantCulture));
        }
    }

    private void Write(string name, Action<XmlWriter> write)
    {
        using var xml = Part(name);
        write(xml);
    }

    private XmlWriter Part(string name)
    {
        var part = zip.CreateEntry(name, compression);
        // The same content gives the same file, whenever it is written.
        part.LastWriteTime = Written;
        return XmlWriter.Create(part.Open(), new XmlWriterSettings { Encoding = new UTF8Encoding(false), CloseOutput = true, CheckCharacters = false });
    }
}
