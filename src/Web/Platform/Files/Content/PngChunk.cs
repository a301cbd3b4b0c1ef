using System.Buffers.Binary;

namespace Linli.Web.Platform.Files;

/// <summary>One chunk of a PNG: length, four letters, data, checksum over letters and data.</summary>
internal readonly ref struct PngChunk
{
    internal const int Frame = 12;
    private const int LettersLength = 4;

    private PngChunk(ReadOnlySpan<byte> whole) => Whole = whole;

    /// <summary>All bytes of the chunk, as they stand in the file.</summary>
    internal ReadOnlySpan<byte> Whole { get; }

    internal ReadOnlySpan<byte> Name => Whole.Slice(4, LettersLength);

    internal ReadOnlySpan<byte> Data => Whole[8..^4];

    /// <summary>A capital first letter: a decoder must know the chunk.</summary>
    internal bool IsCritical => (Name[0] & 0x20) == 0;

    /// <summary>The chunk at the start of the rest of the file; false when it is cut off or its checksum is wrong.</summary>
    internal static bool TryRead(ReadOnlySpan<byte> rest, out PngChunk chunk)
    {
        chunk = default;
        if (rest.Length < Frame)
        {
            return false;
        }

        var length = BinaryPrimitives.ReadUInt32BigEndian(rest);
        if (length > rest.Length - Frame)
        {
            return false;
        }

        var read = new PngChunk(rest[..((int)length + Frame)]);
        chunk = read;
        return HasLetters(read.Name)
            && BinaryPrimitives.ReadUInt32BigEndian(read.Whole[^4..]) == Crc32.Of(read.Whole[4..^4]);
    }

    private static bool HasLetters(ReadOnlySpan<byte> name)
    {
        foreach (var letter in name)
        {
            if (!char.IsAsciiLetter((char)letter))
            {
                return false;
            }
        }

        return true;
    }
}
