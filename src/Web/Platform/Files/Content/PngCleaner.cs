using System.Buffers;
using System.Buffers.Binary;
using Linli.Domain.Kernel;

namespace Linli.Web.Platform.Files;

/// <summary>Copies of a PNG what is needed to show it; EXIF, texts, time, unknown chunks and everything after its end are left out.</summary>
internal static class PngCleaner
{
    private const int FrameControlLength = 26;
    private static readonly HashSet<string> KeptAncillary =
        ["tRNS", "gAMA", "cHRM", "sRGB", "iCCP", "pHYs", "sBIT", "bKGD", "acTL", "fcTL", "fdAT"];

    private static ReadOnlySpan<byte> Signature => [0x89, (byte)'P', (byte)'N', (byte)'G', 0x0D, 0x0A, 0x1A, 0x0A];

    internal static bool Recognises(ReadOnlySpan<byte> file) => file.StartsWith(Signature);

    internal static Outcome<CleanFile> Clean(ReadOnlySpan<byte> file)
    {
        var rest = file[Signature.Length..];
        if (!PngChunk.TryRead(rest, out var first) || !first.Name.SequenceEqual("IHDR"u8) || PngHeader.Read(first.Data) is not { } header)
        {
            return new FileIsDamaged();
        }

        if (header.Size.Refusal is { } refusal)
        {
            return refusal;
        }

        var output = new ArrayBufferWriter<byte>(file.Length);
        output.Write(Signature);
        output.Write(first.Whole);
        return TryCopyChunks(rest[first.Whole.Length..], header, output)
            ? new CleanFile(FileKind.Png, output.WrittenSpan.ToArray(), header.Size.Width, header.Size.Height)
            : new FileIsDamaged();
    }

    private static bool TryCopyChunks(ReadOnlySpan<byte> rest, PngHeader header, ArrayBufferWriter<byte> output)
    {
        var (hasPalette, hasPixels, pixelsMayFollow) = (false, false, true);
        while (PngChunk.TryRead(rest, out var chunk))
        {
            rest = rest[chunk.Whole.Length..];
            var isPixels = chunk.Name.SequenceEqual("IDAT"u8);
            var isPalette = chunk.Name.SequenceEqual("PLTE"u8);
            pixelsMayFollow &= isPixels || !hasPixels;
            if (chunk.Name.SequenceEqual("IEND"u8))
            {
                output.Write(chunk.Whole);
                return hasPixels && chunk.Data.IsEmpty;
            }

            // The pixels are one run of chunks; a palette stands once before them, and other critical chunks do not exist.
            if ((isPixels && (!pixelsMayFollow || (header.HasPalette && !hasPalette)))
                || (isPalette && (hasPalette || hasPixels || !PaletteIsSound(chunk.Data)))
                || (chunk.IsCritical && !isPixels && !isPalette)
                || !FrameFits(chunk, header.Size))
            {
                return false;
            }

            hasPixels |= isPixels;
            hasPalette |= isPalette;
            if (chunk.IsCritical || KeptAncillary.Contains(System.Text.Encoding.ASCII.GetString(chunk.Name)))
            {
                output.Write(chunk.Whole);
            }
        }

        return false;
    }

    private static bool PaletteIsSound(ReadOnlySpan<byte> data) => data.Length is > 0 and <= 3 * 256 && data.Length % 3 == 0;

    /// <summary>A frame of an animation lies within the image, so that it cannot announce more pixels than the header does.</summary>
    private static bool FrameFits(PngChunk chunk, ImageSize size)
    {
        if (!chunk.Name.SequenceEqual("fcTL"u8))
        {
            return true;
        }

        var data = chunk.Data;
        return data.Length == FrameControlLength
            && Fits(data[4..], data[12..], size.Width)
            && Fits(data[8..], data[16..], size.Height);
    }

    private static bool Fits(ReadOnlySpan<byte> length, ReadOnlySpan<byte> offset, int limit) =>
        BinaryPrimitives.ReadUInt32BigEndian(length) is > 0 and var pixels
        && (long)BinaryPrimitives.ReadUInt32BigEndian(offset) + pixels <= limit;
}
