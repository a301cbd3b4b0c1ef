using System.Buffers.Binary;
using System.Text;

namespace Linli.Web.Tests.Platform.Files.Content;

/// <summary>Puts files together by hand and looks into them.</summary>
internal static class Bytes
{
    internal static byte[] Ascii(string text) => Encoding.Latin1.GetBytes(text);

    internal static byte[] Join(params byte[][] parts) => [.. parts.SelectMany(part => part)];

    internal static bool Holds(this byte[] bytes, string text) => bytes.AsSpan().IndexOf(Ascii(text)) >= 0;

    /// <summary>The bytes with more put in at a place.</summary>
    internal static byte[] With(this byte[] bytes, int at, params byte[] more) => [.. bytes[..at], .. more, .. bytes[at..]];

    internal static byte[] JpegSegment(byte marker, params byte[] payload) =>
        [0xFF, marker, (byte)((payload.Length + 2) >> 8), (byte)(payload.Length + 2), .. payload];

    /// <summary>The markers before and between the scans of a JPEG, in order.</summary>
    internal static List<byte> JpegMarkers(byte[] jpeg)
    {
        var markers = new List<byte>();
        for (var at = 2; at < jpeg.Length - 1;)
        {
            if (jpeg[at] != 0xFF || jpeg[at + 1] is 0 or (>= 0xD0 and <= 0xD7))
            {
                at++;
                continue;
            }

            markers.Add(jpeg[at + 1]);
            at += jpeg[at + 1] == 0xD9 ? 2 : 2 + BinaryPrimitives.ReadUInt16BigEndian(jpeg.AsSpan(at + 2));
        }

        return markers;
    }

    /// <summary>From the first scan on: the part of a one-scan JPEG that holds the pixels.</summary>
    internal static byte[] Scan(byte[] jpeg) => jpeg[jpeg.AsSpan().LastIndexOf<byte>([0xFF, 0xDA])..];

    internal static byte[] PngChunk(string name, params byte[] data)
    {
        byte[] named = [.. Ascii(name), .. data];
        var chunk = new byte[named.Length + 8];
        BinaryPrimitives.WriteInt32BigEndian(chunk, data.Length);
        named.CopyTo(chunk, 4);
        BinaryPrimitives.WriteUInt32BigEndian(chunk.AsSpan(named.Length + 4), ChecksumBitByBit(named));
        return chunk;
    }

    /// <summary>The names of a PNG's chunks, in order.</summary>
    internal static List<string> PngNames(byte[] png)
    {
        var names = new List<string>();
        for (var at = 8; at < png.Length; at += 12 + BinaryPrimitives.ReadInt32BigEndian(png.AsSpan(at)))
        {
            names.Add(Encoding.ASCII.GetString(png, at + 4, 4));
        }

        return names;
    }

    internal static byte[] RiffChunk(string name, params byte[] data)
    {
        var length = new byte[4];
        BinaryPrimitives.WriteInt32LittleEndian(length, data.Length);
        return [.. Ascii(name), .. length, .. data, .. new byte[data.Length % 2]];
    }

    internal static byte[] WebP(params byte[][] chunks) => RiffChunk("RIFF", [.. Ascii("WEBP"), .. Join(chunks)]);

    /// <summary>The names of a WebP's chunks, in order.</summary>
    internal static List<string> WebPNames(byte[] webp)
    {
        var names = new List<string>();
        for (var at = 12; at < webp.Length;)
        {
            names.Add(Encoding.ASCII.GetString(webp, at, 4));
            var length = BinaryPrimitives.ReadInt32LittleEndian(webp.AsSpan(at + 4));
            at += 8 + length + length % 2;
        }

        return names;
    }

    /// <summary>Written apart from the product's table, so that each proves the other.</summary>
    private static uint ChecksumBitByBit(byte[] bytes)
    {
        var crc = uint.MaxValue;
        foreach (var b in bytes)
        {
            crc ^= b;
            for (var bit = 0; bit < 8; bit++)
            {
                crc = (crc >> 1) ^ (0xEDB88320 & (0 - (crc & 1)));
            }
        }

        return ~crc;
    }
}
