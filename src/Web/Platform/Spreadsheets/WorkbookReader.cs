using System.IO.Compression;
using System.Xml;
using Linli.Domain.Kernel;

namespace Linli.Web.Platform.Spreadsheets;

/// <summary>Reads an .xlsx row by row: no more than its shared texts and one row is in memory at a time.</summary>
internal sealed class WorkbookReader : IDisposable
{
    private const string Relations = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

    private readonly ZipArchive zip;
    private readonly List<(string Name, string Part)> sheets = [];
    private IReadOnlyList<string> texts = [];
    private DayFormats days = DayFormats.None;

    private WorkbookReader(ZipArchive zip) => this.zip = zip;

    /// <summary>The names of the sheets that are shown, in their order.</summary>
    public IReadOnlyList<string> Sheets => [.. sheets.Select(sheet => sheet.Name)];

    /// <summary>The workbook, or why it is none.</summary>
    public static Outcome<WorkbookReader> Open(Stream content)
    {
        var opened = WorkbookPackage.Open(content);
        if (!opened.Succeeded(out var zip))
        {
            return Outcome<WorkbookReader>.Refused(opened.Refusals);
        }

        var workbook = new WorkbookReader(zip);
        try
        {
            workbook.ReadParts();
            return workbook;
        }
        catch (Exception e) when (IsDamage(e))
        {
            workbook.Dispose();
            return new WorkbookIsDamaged();
        }
    }

    /// <summary>Whether the exception says that the file is broken; reading rows may throw it too.</summary>
    public static bool IsDamage(Exception e) => e is XmlException or InvalidDataException or EndOfStreamException or NotSupportedException;

    /// <summary>The rows of a sheet that hold something; cells joined into one are told when the last row has been read.</summary>
    public IEnumerable<SheetRow> Rows(string sheet, ICollection<string> joined)
    {
        using var xml = XmlReader.Create(Part(sheets.First(s => s.Name == sheet).Part)!, WorkbookPackage.Xml);
        foreach (var row in SheetRows.Read(xml, texts, days, joined))
        {
            yield return row;
        }
    }

    public void Dispose() => zip.Dispose();

    private void ReadParts()
    {
        var parts = new Dictionary<string, string>(StringComparer.Ordinal);
        Each("xl/_rels/workbook.xml.rels", "Relationship", xml => parts[xml.GetAttribute("Id") ?? string.Empty] = xml.GetAttribute("Target") ?? string.Empty);
        var from1904 = false;
        Each("xl/workbook.xml", "workbookPr", xml => from1904 = xml.GetAttribute("date1904") is "1" or "true");
        Each("xl/workbook.xml", "sheet", xml =>
        {
            var part = parts.GetValueOrDefault(xml.GetAttribute("id", Relations) ?? string.Empty) ?? string.Empty;
            part = part.StartsWith('/') ? part[1..] : "xl/" + part;
            if (xml.GetAttribute("state") is null or "visible" && zip.GetEntry(part) is not null)
            {
                sheets.Add((xml.GetAttribute("name") ?? string.Empty, part));
            }
        });
        texts = Part("xl/sharedStrings.xml") is { } shared ? SharedTexts.Read(shared) : [];
        days = DayFormats.Read(Part("xl/styles.xml"), from1904);
    }

    private void Each(string part, string element, Action<XmlReader> take)
    {
        if (Part(part) is not { } content)
        {
            return;
        }

        using var xml = XmlReader.Create(content, WorkbookPackage.SmallXml);
        while (xml.Read())
        {
            if (xml.NodeType == XmlNodeType.Element && xml.LocalName == element)
            {
                take(xml);
            }
        }
    }

    private MarkupReader? Part(string name) => zip.GetEntry(name) is { } entry ? new MarkupReader(entry.Open()) : null;
}
