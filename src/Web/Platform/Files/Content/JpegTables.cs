using System.Buffers.Binary;

namespace Linli.Web.Platform.Files;

/// <summary>Whether the segments that a decoder needs have exactly the length that their content says. Source: ITU-T T.81 §B.2.</summary>
internal static class JpegTables
{
    private const int FrameHeaderLength = 6;
    private const int BytesPerFrameComponent = 3;
    private const int CodeLengths = 16;
    private const int QuantizationValues = 64;

    internal static bool IsTable(byte marker) =>
        marker is JpegMarker.QuantizationTables or JpegMarker.HuffmanTables or JpegMarker.RestartInterval;

    internal static bool TableIsSound(byte marker, ReadOnlySpan<byte> payload) => marker switch
    {
        JpegMarker.QuantizationTables => QuantizationIsSound(payload),
        JpegMarker.HuffmanTables => HuffmanIsSound(payload),
        JpegMarker.RestartInterval => payload.Length == 2,
        _ => false,
    };

    internal static bool FrameIsSound(ReadOnlySpan<byte> payload) =>
        payload.Length > FrameHeaderLength
        && payload[5] is 1 or 3 or 4
        && payload.Length == FrameHeaderLength + BytesPerFrameComponent * payload[5];

    /// <summary>8 bits a sample; 12 bits exist but browsers do not show them.</summary>
    internal static bool FrameIsShown(ReadOnlySpan<byte> payload) => payload[0] == 8;

    internal static ImageSize SizeOf(ReadOnlySpan<byte> payload) =>
        new(BinaryPrimitives.ReadUInt16BigEndian(payload[3..]), BinaryPrimitives.ReadUInt16BigEndian(payload[1..]));

    internal static bool ScanHeaderIsSound(ReadOnlySpan<byte> payload) =>
        payload.Length > 0 && payload[0] is >= 1 and <= 4 && payload.Length == 4 + 2 * payload[0];

    private static bool QuantizationIsSound(ReadOnlySpan<byte> payload)
    {
        while (payload.Length > 0)
        {
            var bytesPerValue = (payload[0] >> 4) + 1;
            var length = 1 + QuantizationValues * bytesPerValue;
            if (bytesPerValue > 2 || payload.Length < length)
            {
                return false;
            }

            payload = payload[length..];
        }

        return true;
    }

    private static bool HuffmanIsSound(ReadOnlySpan<byte> payload)
    {
        while (payload.Length > 0)
        {
            var length = 1 + CodeLengths;
            if (payload.Length < length)
            {
                return false;
            }

            foreach (var codes in payload[1..(1 + CodeLengths)])
            {
                length += codes;
            }

            if (payload.Length < length)
            {
                return false;
            }

            payload = payload[length..];
        }

        return true;
    }
}
