using System.Buffers;
using System.Buffers.Binary;
using Linli.Domain.Kernel;

namespace Linli.Web.Platform.Files;

/// <summary>
/// Copies of a JPEG what is needed to show it. EXIF (place, time, camera, thumbnail), XMP, IPTC, comments and makers' segments are left out,
/// and so is everything after the end of the image: films of "live" photos, second images, appended archives.
/// </summary>
internal static class JpegCleaner
{
    /// <summary>Progressive photos have about ten scans; thousands over a large image would keep every viewer's device busy.</summary>
    private const int ScanLimit = 100;

    internal static bool Recognises(ReadOnlySpan<byte> file) =>
        file.StartsWith<byte>([JpegMarker.Prefix, JpegMarker.StartOfImage, JpegMarker.Prefix]);

    internal static Outcome<CleanFile> Clean(ReadOnlySpan<byte> file)
    {
        var reader = new JpegReader(file);
        var image = new ArrayBufferWriter<byte>(file.Length);
        byte[] jfif = [];
        var orientation = ExifOrientation.AsStored;
        ImageSize? size = null;
        var scans = 0;

        while (true)
        {
            if (!reader.TryReadMarker(out var marker))
            {
                return new FileIsDamaged();
            }

            if (marker == JpegMarker.EndOfImage)
            {
                return size is { } known && scans > 0
                    ? Assemble(jfif, orientation, image.WrittenSpan, known)
                    : new FileIsDamaged();
            }

            if (JpegMarker.IsOtherFrame(marker))
            {
                return new FileKindIsNotAccepted();
            }

            if (!reader.TryReadSegment(out var payload))
            {
                return new FileIsDamaged();
            }

            if (JpegMarker.IsMetadata(marker))
            {
                jfif = jfif.Length > 0 ? jfif : JpegMetadata.JfifOf(marker, payload);
                orientation = orientation == ExifOrientation.AsStored && marker == JpegMarker.App1 ? ExifOrientation.Read(payload) : orientation;
                var colours = JpegMetadata.ColoursOf(marker, payload);
                if (colours.Length > 0)
                {
                    WriteSegment(image, marker, colours);
                }
            }
            else if (JpegTables.IsTable(marker) && JpegTables.TableIsSound(marker, payload))
            {
                WriteSegment(image, marker, payload);
            }
            else if (JpegMarker.IsShownFrame(marker) && size is null && JpegTables.FrameIsSound(payload))
            {
                size = JpegTables.SizeOf(payload);
                if (Refuse(payload, size.Value) is { } refusal)
                {
                    return refusal;
                }

                WriteSegment(image, marker, payload);
            }
            else if (marker == JpegMarker.StartOfScan && size is not null && JpegTables.ScanHeaderIsSound(payload))
            {
                WriteSegment(image, marker, payload);
                var before = image.WrittenCount;
                scans++;
                if (scans > ScanLimit || !reader.TryCopyScan(image) || image.WrittenCount == before)
                {
                    return new FileIsDamaged();
                }
            }
            else
            {
                return new FileIsDamaged();
            }
        }
    }

    private static Refusal? Refuse(ReadOnlySpan<byte> frame, ImageSize size) =>
        JpegTables.FrameIsShown(frame) ? size.Refusal : new FileKindIsNotAccepted();

    private static CleanFile Assemble(ReadOnlySpan<byte> jfif, int orientation, ReadOnlySpan<byte> image, ImageSize size)
    {
        var output = new ArrayBufferWriter<byte>(image.Length + 64);
        output.Write([JpegMarker.Prefix, JpegMarker.StartOfImage]);
        if (jfif.Length > 0)
        {
            WriteSegment(output, JpegMarker.App0, jfif);
        }

        if (orientation != ExifOrientation.AsStored)
        {
            WriteSegment(output, JpegMarker.App1, ExifOrientation.Write(orientation));
        }

        output.Write(image);
        output.Write([JpegMarker.Prefix, JpegMarker.EndOfImage]);
        var shown = ExifOrientation.IsQuarterTurn(orientation) ? size.Turned : size;
        return new CleanFile(FileKind.Jpeg, output.WrittenSpan.ToArray(), shown.Width, shown.Height);
    }

    private static void WriteSegment(ArrayBufferWriter<byte> output, byte marker, ReadOnlySpan<byte> payload)
    {
        output.Write([JpegMarker.Prefix, marker]);
        BinaryPrimitives.WriteUInt16BigEndian(output.GetSpan(2), (ushort)(payload.Length + 2));
        output.Advance(2);
        output.Write(payload);
    }
}
