using System.IO.Compression;
using System.Xml;
using Linli.Domain.Kernel;

namespace Linli.Web.Platform.Spreadsheets;

/// <summary>The zip that an .xlsx is, opened with distrust: its size unpacked, macros and what is no workbook are found before anything is read.</summary>
internal static class WorkbookPackage
{
    /// <summary>The largest file that is read; 100,000 rows have about 6 MB.</summary>
    public const int LargestFile = 30 * 1024 * 1024;

    private const long MostUnpacked = 400L * 1024 * 1024;
    private const int MostParts = 2000;

    public static readonly XmlReaderSettings Xml = new()
    {
        DtdProcessing = DtdProcessing.Prohibit,
        XmlResolver = null,
        IgnoreComments = true,
        IgnoreProcessingInstructions = true,
        MaxCharactersInDocument = MostUnpacked,
    };

    /// <summary>For the parts that hold a workbook together: nothing in them grows with the register.</summary>
    public static readonly XmlReaderSettings SmallXml = new()
    {
        DtdProcessing = DtdProcessing.Prohibit,
        XmlResolver = null,
        IgnoreComments = true,
        IgnoreProcessingInstructions = true,
        MaxCharactersInDocument = 16 * 1024 * 1024,
    };

    public static Outcome<ZipArchive> Open(Stream content)
    {
        if (content.Length > LargestFile)
        {
            return new WorkbookIsTooLarge(LargestFile / 1024 / 1024);
        }

        Span<byte> head = stackalloc byte[4];
        var read = content.ReadAtLeast(head, 4, throwOnEndOfStream: false);
        content.Position = 0;
        if (read == 4 && head is [0xD0, 0xCF, 0x11, 0xE0])
        {
            return new WorkbookIsOldOrProtected();
        }

        if (read < 4 || head is not [(byte)'P', (byte)'K', 3, 4])
        {
            return new WorkbookIsNotXlsx();
        }

        try
        {
            return Check(new ZipArchive(content, ZipArchiveMode.Read, leaveOpen: true));
        }
        catch (InvalidDataException)
        {
            return new WorkbookIsDamaged();
        }
    }

    private static Outcome<ZipArchive> Check(ZipArchive zip)
    {
        // What the directory claims is what can be unpacked: reading stops there.
        Refusal? refusal = zip.Entries.Count > MostParts || zip.Entries.Sum(entry => entry.Length) > MostUnpacked ? new WorkbookUnpacksTooLarge()
            : zip.Entries.Any(entry => entry.Name.StartsWith("vbaProject", StringComparison.OrdinalIgnoreCase) || entry.FullName.Contains("/macrosheets/", StringComparison.OrdinalIgnoreCase)) ? new WorkbookHasMacros()
            : zip.GetEntry("xl/workbook.xml") is null ? new WorkbookIsNotXlsx()
            : null;
        if (refusal is null)
        {
            return zip;
        }

        zip.Dispose();
        return refusal;
    }
}
