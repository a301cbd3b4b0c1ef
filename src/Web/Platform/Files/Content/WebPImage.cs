using System.Buffers;
using System.Buffers.Binary;

namespace Linli.Web.Platform.Files;

/// <summary>
/// The coded pixels inside a WebP: one lossy or lossless chunk, a lossy one perhaps with its transparency before it.
/// Source: RFC 9649 §2.7 and §3.4, RFC 6386 §9.1.
/// </summary>
internal static class WebPImage
{
    private const int SideMask = 0x3FFF;

    internal static bool IsPixels(WebPChunk chunk) => chunk.Is("VP8 "u8) || chunk.Is("VP8L"u8);

    /// <summary>The size that the coded pixels state; null when they are not readable.</summary>
    internal static ImageSize? SizeOf(WebPChunk chunk) => chunk.Is("VP8L"u8) ? LosslessSize(chunk.Data) : LossySize(chunk.Data);

    /// <summary>Copies transparency and pixels, and nothing else; false unless there is exactly one image of just this size.</summary>
    internal static bool TryCopy(ReadOnlySpan<byte> rest, ImageSize expected, ArrayBufferWriter<byte> output)
    {
        var (hasAlpha, hasPixels) = (false, false);
        while (rest.Length > 0)
        {
            if (!WebPChunk.TryTake(ref rest, out var chunk))
            {
                return false;
            }

            if (chunk.Is("ALPH"u8))
            {
                if (hasAlpha || hasPixels)
                {
                    return false;
                }

                hasAlpha = true;
                chunk.WriteTo(output);
            }
            else if (IsPixels(chunk))
            {
                if (hasPixels || SizeOf(chunk) != expected)
                {
                    return false;
                }

                hasPixels = true;
                chunk.WriteTo(output);
            }
        }

        return hasPixels;
    }

    private static ImageSize? LossySize(ReadOnlySpan<byte> data)
    {
        // Three bytes of frame tag (lowest bit 0: key frame), three of start code, then 14 bits for each side.
        if (data.Length < 10 || (data[0] & 1) != 0 || !data[3..].StartsWith<byte>([0x9D, 0x01, 0x2A]))
        {
            return null;
        }

        return new ImageSize(
            BinaryPrimitives.ReadUInt16LittleEndian(data[6..]) & SideMask,
            BinaryPrimitives.ReadUInt16LittleEndian(data[8..]) & SideMask);
    }

    private static ImageSize? LosslessSize(ReadOnlySpan<byte> data)
    {
        // A mark, then 14 bits for each side less one, one bit of transparency, three of version (0).
        if (data.Length < 5 || data[0] != 0x2F)
        {
            return null;
        }

        var bits = BinaryPrimitives.ReadUInt32LittleEndian(data[1..]);
        return bits >> 29 == 0
            ? new ImageSize((int)(bits & SideMask) + 1, (int)((bits >> 14) & SideMask) + 1)
            : null;
    }
}
