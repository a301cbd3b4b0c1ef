using System.Buffers.Binary;

namespace Linli.Web.Platform.Files;

/// <summary>The IHDR chunk of a PNG. Source: W3C PNG (third edition) §11.2.1.</summary>
internal readonly record struct PngHeader(ImageSize Size, bool HasPalette)
{
    private const int Length = 13;
    private const byte PaletteColour = 3;

    internal static PngHeader? Read(ReadOnlySpan<byte> data)
    {
        if (data.Length != Length)
        {
            return null;
        }

        var width = BinaryPrimitives.ReadUInt32BigEndian(data);
        var height = BinaryPrimitives.ReadUInt32BigEndian(data[4..]);
        var (depth, colour, compression, filter, interlace) = (data[8], data[9], data[10], data[11], data[12]);
        var sane = width is > 0 and <= int.MaxValue && height is > 0 and <= int.MaxValue
            && DepthFits(depth, colour) && compression == 0 && filter == 0 && interlace <= 1;
        return sane ? new PngHeader(new ImageSize((int)width, (int)height), colour == PaletteColour) : null;
    }

    private static bool DepthFits(byte depth, byte colour) => colour switch
    {
        0 => depth is 1 or 2 or 4 or 8 or 16,
        PaletteColour => depth is 1 or 2 or 4 or 8,
        2 or 4 or 6 => depth is 8 or 16,
        _ => false,
    };
}
