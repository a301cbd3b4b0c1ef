using System.Buffers.Binary;

namespace Linli.Web.Platform.Files;

/// <summary>
/// The one EXIF field that a photo needs to be shown upright (tag 0x0112 of the first directory; 1 = as stored, 5 to 8 = a quarter turn).
/// Source: CIPA DC-008 (Exif 2.32) §4.6.
/// </summary>
internal static class ExifOrientation
{
    internal const int AsStored = 1;
    private const ushort OrientationTag = 0x0112;
    private const ushort ShortType = 3;
    private const ushort LongType = 4;
    private const int EntryLength = 12;
    private const int TiffHeaderLength = 8;
    private const int DirectoryStart = 4;

    private static ReadOnlySpan<byte> Identifier => "Exif\0\0"u8;

    internal static bool IsQuarterTurn(int orientation) => orientation is >= 5 and <= 8;

    /// <summary>The orientation that an APP1 payload states; <see cref="AsStored"/> when it states none or a wrong one.</summary>
    internal static int Read(ReadOnlySpan<byte> payload)
    {
        if (!payload.StartsWith(Identifier))
        {
            return AsStored;
        }

        var tiff = payload[Identifier.Length..];
        bool? bigEndian = tiff.StartsWith("MM\0*"u8) ? true : tiff.StartsWith("II*\0"u8) ? false : null;
        return bigEndian is { } order && tiff.Length >= TiffHeaderLength ? ReadFirstDirectory(tiff, order) : AsStored;
    }

    private static int ReadFirstDirectory(ReadOnlySpan<byte> tiff, bool bigEndian)
    {
        var start = Number32(tiff[DirectoryStart..], bigEndian);
        if (start > tiff.Length - 2)
        {
            return AsStored;
        }

        var directory = tiff[(int)start..];
        var entries = Math.Min(Number16(directory, bigEndian), (directory.Length - 2) / EntryLength);
        for (var i = 0; i < entries; i++)
        {
            var entry = directory.Slice(2 + i * EntryLength, EntryLength);
            if (Number16(entry, bigEndian) == OrientationTag)
            {
                return ReadValue(entry, bigEndian);
            }
        }

        return AsStored;
    }

    private static int ReadValue(ReadOnlySpan<byte> entry, bool bigEndian)
    {
        var value = Number16(entry[2..], bigEndian) switch
        {
            ShortType => (uint)Number16(entry[8..], bigEndian),
            LongType => Number32(entry[8..], bigEndian),
            _ => (uint)AsStored,
        };
        return value is >= 1 and <= 8 ? (int)value : AsStored;
    }

    /// <summary>An APP1 payload that states the orientation and nothing else.</summary>
    internal static byte[] Write(int orientation) =>
    [
        .. Identifier,
        .. "MM\0*"u8, 0, 0, 0, TiffHeaderLength,
        0, 1,
        OrientationTag >> 8, OrientationTag & 0xFF, 0, (byte)ShortType, 0, 0, 0, 1, 0, (byte)orientation, 0, 0,
        0, 0, 0, 0,
    ];

    private static ushort Number16(ReadOnlySpan<byte> bytes, bool bigEndian) =>
        bigEndian ? BinaryPrimitives.ReadUInt16BigEndian(bytes) : BinaryPrimitives.ReadUInt16LittleEndian(bytes);

    private static uint Number32(ReadOnlySpan<byte> bytes, bool bigEndian) =>
        bigEndian ? BinaryPrimitives.ReadUInt32BigEndian(bytes) : BinaryPrimitives.ReadUInt32LittleEndian(bytes);
}
