using System.Buffers.Binary;
using Linli.Domain.Kernel;

namespace Linli.Web.Platform.Files;

/// <summary>
/// Judges a PDF and leaves every byte as it is, so that signatures stay valid. Its metadata therefore stays too: author, program,
/// times, and whatever photos inside it carry. An encrypted PDF is accepted, though what is in its object streams cannot be seen:
/// this keeps out what careless programs and simple attacks put in; it is no virus scanner.
/// </summary>
internal static class PdfInspector
{
    private const int HeaderWindow = 8;
    private const int TrailerWindow = 1024;
    private const int ZipEndLength = 22;
    private const int ZipCommentLimit = ushort.MaxValue;

    /// <summary>Scripts, programs to start and files inside; each also as the beginning of a longer name (EmbeddedFiles).</summary>
    private static readonly string[] Active = ["JavaScript", "Launch", "EmbeddedFile"];

    private static ReadOnlySpan<byte> Header => "%PDF-"u8;

    private static ReadOnlySpan<byte> EndOfFile => "%%EOF"u8;

    private static ReadOnlySpan<byte> ByteOrderMark => [0xEF, 0xBB, 0xBF];

    /// <summary>The header comes first; only a byte order mark or white space may stand before it.</summary>
    internal static bool Recognises(ReadOnlySpan<byte> file)
    {
        var window = file[..Math.Min(file.Length, HeaderWindow + Header.Length)];
        var start = window.IndexOf(Header);
        return start >= 0 && window[..start].Trim(ByteOrderMark).Trim(" \t\r\n\0"u8).IsEmpty;
    }

    internal static Outcome<CleanFile> Inspect(ReadOnlySpan<byte> file)
    {
        if (!IsWhole(file))
        {
            return new FileIsDamaged();
        }

        if (EndsAsZip(file))
        {
            return new FileKindIsNotAccepted();
        }

        if (PdfNames.ContainAny(file, Active))
        {
            return new PdfHasActiveContent();
        }

        var bytes = file.ToArray();
        return new PdfObjectStreams(bytes, Active).Search() switch
        {
            PdfObjectStreams.Finding.Found => new PdfHasActiveContent(),
            PdfObjectStreams.Finding.NotReadable when !PdfNames.ContainAny(file, ["Encrypt"]) => new FileIsDamaged(),
            _ => new CleanFile(FileKind.Pdf, bytes, null, null),
        };
    }

    /// <summary>The last end mark has the cross-reference's place before it and nothing but white space after it.</summary>
    private static bool IsWhole(ReadOnlySpan<byte> file)
    {
        var tail = file[Math.Max(0, file.Length - TrailerWindow)..];
        var end = tail.LastIndexOf(EndOfFile);
        return end >= 0
            && tail[..end].IndexOf("startxref"u8) >= 0
            && tail[(end + EndOfFile.Length)..].Trim(" \t\r\n\f\0"u8).IsEmpty;
    }

    /// <summary>A zip archive is read from its end: one whose closing comment ends with the PDF's end mark is both.</summary>
    private static bool EndsAsZip(ReadOnlySpan<byte> file)
    {
        var tail = file[Math.Max(0, file.Length - ZipEndLength - ZipCommentLimit)..];
        while (tail.IndexOf("PK\x05\x06"u8) is >= 0 and var at)
        {
            tail = tail[at..];
            if (tail.Length >= ZipEndLength && BinaryPrimitives.ReadUInt16LittleEndian(tail[(ZipEndLength - 2)..]) == tail.Length - ZipEndLength)
            {
                return true;
            }

            tail = tail[1..];
        }

        return false;
    }
}
