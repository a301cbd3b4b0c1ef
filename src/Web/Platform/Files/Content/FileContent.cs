using Linli.Domain.Kernel;

namespace Linli.Web.Platform.Files;

/// <summary>
/// Judges a file by its bytes alone and takes out of images what tells where, when and with what they were taken.
/// What stays: colour profiles, a JPEG's orientation, and all metadata of a PDF (author, program, times), see <see cref="PdfInspector"/>.
/// </summary>
internal static class FileContent
{
    internal const int LimitMegabytes = 10;
    private const int BytesPerMegabyte = 1024 * 1024;

    internal static Outcome<CleanFile> Inspect(ReadOnlySpan<byte> bytes, int limitMegabytes = LimitMegabytes)
    {
        if (bytes.IsEmpty)
        {
            return new FileIsEmpty();
        }

        if (bytes.Length > (long)limitMegabytes * BytesPerMegabyte)
        {
            return new FileIsTooLarge(limitMegabytes);
        }

        return KindOf(bytes) switch
        {
            FileKind.Jpeg => JpegCleaner.Clean(bytes),
            FileKind.Png => PngCleaner.Clean(bytes),
            FileKind.WebP => WebPCleaner.Clean(bytes),
            FileKind.Pdf => PdfInspector.Inspect(bytes),
            _ => new FileKindIsNotAccepted(),
        };
    }

    /// <summary>The kind that the first bytes announce; null when it is none that is accepted.</summary>
    private static FileKind? KindOf(ReadOnlySpan<byte> bytes) =>
        JpegCleaner.Recognises(bytes) ? FileKind.Jpeg
        : PngCleaner.Recognises(bytes) ? FileKind.Png
        : WebPCleaner.Recognises(bytes) ? FileKind.WebP
        : PdfInspector.Recognises(bytes) ? FileKind.Pdf
        : null;
}
