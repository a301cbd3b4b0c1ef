using System.IO.Compression;
using Microsoft.Playwright;

namespace Linli.EndToEnd.Host;

/// <summary>A small real PNG, made here so that no binary lies in the repository.</summary>
internal static class Photo
{
    private const int Width = 320;
    private const int Height = 240;

    public static FilePayload OfALift() => new() { Name = "电梯.png", MimeType = "image/png", Buffer = Png() };

    private static byte[] Png()
    {
        var rows = new MemoryStream();
        using (var zip = new ZLibStream(rows, CompressionLevel.Fastest, leaveOpen: true))
        {
            for (var y = 0; y < Height; y++)
            {
                zip.WriteByte(0);
                for (var x = 0; x < Width; x++)
                {
                    zip.Write([(byte)(x % 256), (byte)(y % 256), 96]);
                }
            }
        }

        var png = new MemoryStream();
        png.Write([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
        Chunk(png, "IHDR", [0, 0, Width >> 8, Width & 255, 0, 0, Height >> 8, Height & 255, 8, 2, 0, 0, 0]);
        Chunk(png, "IDAT", rows.ToArray());
        Chunk(png, "IEND", []);
        return png.ToArray();
    }

    private static void Chunk(Stream png, string kind, byte[] data)
    {
        byte[] body = [.. System.Text.Encoding.ASCII.GetBytes(kind), .. data];
        png.Write(BigEndian(data.Length));
        png.Write(body);
        png.Write(BigEndian(unchecked((int)Crc(body))));
    }

    private static byte[] BigEndian(int value) => [(byte)(value >> 24), (byte)(value >> 16), (byte)(value >> 8), (byte)value];

    private static uint Crc(byte[] bytes)
    {
        var crc = uint.MaxValue;
        foreach (var b in bytes)
        {
            crc ^= b;
            for (var bit = 0; bit < 8; bit++)
            {
                crc = (crc & 1) == 1 ? (crc >> 1) ^ 0xEDB88320 : crc >> 1;
            }
        }

        return ~crc;
    }
}
