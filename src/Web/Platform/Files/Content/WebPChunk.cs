using System.Buffers;
using System.Buffers.Binary;

namespace Linli.Web.Platform.Files;

/// <summary>One chunk of a RIFF file: four letters, length, data, and a filling byte when the length is odd.</summary>
internal readonly ref struct WebPChunk
{
    internal const int HeaderLength = 8;

    private WebPChunk(ReadOnlySpan<byte> name, ReadOnlySpan<byte> data)
    {
        Name = name;
        Data = data;
    }

    internal ReadOnlySpan<byte> Name { get; }

    internal ReadOnlySpan<byte> Data { get; }

    /// <summary>Takes the next chunk off the rest; false when it is cut off. The filling byte may be missing at the very end.</summary>
    internal static bool TryTake(ref ReadOnlySpan<byte> rest, out WebPChunk chunk)
    {
        chunk = default;
        if (rest.Length < HeaderLength)
        {
            return false;
        }

        var length = BinaryPrimitives.ReadUInt32LittleEndian(rest[4..]);
        if (length > rest.Length - HeaderLength)
        {
            return false;
        }

        var end = HeaderLength + (int)length;
        chunk = new WebPChunk(rest[..4], rest[HeaderLength..end]);
        rest = rest[Math.Min(end + (end & 1), rest.Length)..];
        return true;
    }

    internal bool Is(ReadOnlySpan<byte> name) => Name.SequenceEqual(name);

    internal void WriteTo(ArrayBufferWriter<byte> output) => Write(output, Name, Data);

    internal static void Write(ArrayBufferWriter<byte> output, ReadOnlySpan<byte> name, ReadOnlySpan<byte> data)
    {
        output.Write(name);
        BinaryPrimitives.WriteUInt32LittleEndian(output.GetSpan(4), (uint)data.Length);
        output.Advance(4);
        output.Write(data);
        if ((data.Length & 1) == 1)
        {
            output.Write<byte>([0]);
        }
    }
}
