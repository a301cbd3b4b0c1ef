using System.Buffers;
using System.Buffers.Binary;
using Linli.Domain.Kernel;

namespace Linli.Web.Platform.Files;

/// <summary>Copies of a WebP what is needed to show it; EXIF, XMP, unknown chunks and everything after its end are left out. Source: RFC 9649.</summary>
internal static class WebPCleaner
{
    private const int FileHeaderLength = 12;
    private const int ExtendedHeaderLength = 10;
    private const int FrameHeaderLength = 16;
    private const byte MetadataFlags = 0x08 | 0x04;
    private const byte AnimationFlag = 0x02;

    internal static bool Recognises(ReadOnlySpan<byte> file) =>
        file.Length >= FileHeaderLength && file.StartsWith("RIFF"u8) && file[8..].StartsWith("WEBP"u8);

    internal static Outcome<CleanFile> Clean(ReadOnlySpan<byte> file)
    {
        var stated = BinaryPrimitives.ReadUInt32LittleEndian(file[4..]);
        if (stated < 4 || stated > file.Length - WebPChunk.HeaderLength)
        {
            return new FileIsDamaged();
        }

        var rest = file[FileHeaderLength..((int)stated + WebPChunk.HeaderLength)];
        if (!WebPChunk.TryTake(ref rest, out var first))
        {
            return new FileIsDamaged();
        }

        var extended = first.Is("VP8X"u8);
        var size = extended ? CanvasOf(first.Data) : WebPImage.IsPixels(first) ? WebPImage.SizeOf(first) : null;
        if (size is not { } known)
        {
            return new FileIsDamaged();
        }

        if (known.Refusal is { } refusal)
        {
            return refusal;
        }

        var output = new ArrayBufferWriter<byte>(file.Length + 1);
        if (!extended)
        {
            first.WriteTo(output);
        }
        else if (!TryCopyExtended(first.Data, rest, known, output))
        {
            return new FileIsDamaged();
        }

        return new CleanFile(FileKind.WebP, WithFileHeader(output.WrittenSpan), known.Width, known.Height);
    }

    private static ImageSize? CanvasOf(ReadOnlySpan<byte> data) =>
        data.Length == ExtendedHeaderLength ? new ImageSize(Number24(data[4..]) + 1, Number24(data[7..]) + 1) : null;

    private static bool TryCopyExtended(ReadOnlySpan<byte> header, ReadOnlySpan<byte> rest, ImageSize canvas, ArrayBufferWriter<byte> output)
    {
        byte[] flags = [(byte)(header[0] & ~MetadataFlags), .. header[1..]];
        WebPChunk.Write(output, "VP8X"u8, flags);
        if (!TryCopyColours(rest, output))
        {
            return false;
        }

        return (header[0] & AnimationFlag) == 0
            ? WebPImage.TryCopy(rest, canvas, output)
            : TryCopyAnimation(rest, canvas, output);
    }

    private static bool TryCopyColours(ReadOnlySpan<byte> rest, ArrayBufferWriter<byte> output)
    {
        while (WebPChunk.TryTake(ref rest, out var chunk))
        {
            if (chunk.Is("ICCP"u8))
            {
                chunk.WriteTo(output);
                return true;
            }
        }

        return rest.IsEmpty;
    }

    private static bool TryCopyAnimation(ReadOnlySpan<byte> rest, ImageSize canvas, ArrayBufferWriter<byte> output)
    {
        var (hasControl, hasFrame) = (false, false);
        while (rest.Length > 0)
        {
            if (!WebPChunk.TryTake(ref rest, out var chunk))
            {
                return false;
            }

            if (chunk.Is("ANIM"u8))
            {
                if (hasControl || hasFrame || chunk.Data.Length != 6)
                {
                    return false;
                }

                hasControl = true;
                chunk.WriteTo(output);
            }
            else if (chunk.Is("ANMF"u8))
            {
                if (!hasControl || !TryCopyFrame(chunk.Data, canvas, output))
                {
                    return false;
                }

                hasFrame = true;
            }
        }

        return hasFrame;
    }

    private static bool TryCopyFrame(ReadOnlySpan<byte> data, ImageSize canvas, ArrayBufferWriter<byte> output)
    {
        if (data.Length < FrameHeaderLength)
        {
            return false;
        }

        // The place of a frame is stored in units of two pixels.
        var (x, y) = (2 * Number24(data), 2 * Number24(data[3..]));
        var size = new ImageSize(Number24(data[6..]) + 1, Number24(data[9..]) + 1);
        if (x + size.Width > canvas.Width || y + size.Height > canvas.Height)
        {
            return false;
        }

        var frame = new ArrayBufferWriter<byte>(data.Length + 1);
        frame.Write(data[..FrameHeaderLength]);
        if (!WebPImage.TryCopy(data[FrameHeaderLength..], size, frame))
        {
            return false;
        }

        WebPChunk.Write(output, "ANMF"u8, frame.WrittenSpan);
        return true;
    }

    private static byte[] WithFileHeader(ReadOnlySpan<byte> chunks)
    {
        var output = new ArrayBufferWriter<byte>(FileHeaderLength + chunks.Length);
        WebPChunk.Write(output, "RIFF"u8, [.. "WEBP"u8, .. chunks]);
        return output.WrittenSpan.ToArray();
    }

    private static int Number24(ReadOnlySpan<byte> bytes) => bytes[0] | (bytes[1] << 8) | (bytes[2] << 16);
}
