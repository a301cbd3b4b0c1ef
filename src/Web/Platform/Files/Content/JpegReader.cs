using System.Buffers;
using System.Buffers.Binary;

namespace Linli.Web.Platform.Files;

/// <summary>Steps through the markers, segments and scans of a JPEG. Every step says whether the file still had what it needs.</summary>
internal ref struct JpegReader(ReadOnlySpan<byte> file)
{
    private readonly ReadOnlySpan<byte> file = file;
    private int at = 2;

    /// <summary>The next marker; any number of 0xFF may stand before it as filling.</summary>
    internal bool TryReadMarker(out byte marker)
    {
        marker = 0;
        var start = at;
        while (at < file.Length && file[at] == JpegMarker.Prefix)
        {
            at++;
        }

        if (at == start || at == file.Length)
        {
            return false;
        }

        marker = file[at++];
        return true;
    }

    internal bool TryReadSegment(out ReadOnlySpan<byte> payload)
    {
        payload = default;
        if (file.Length - at < 2)
        {
            return false;
        }

        int length = BinaryPrimitives.ReadUInt16BigEndian(file[at..]);
        if (length < 2 || length > file.Length - at)
        {
            return false;
        }

        payload = file.Slice(at + 2, length - 2);
        at += length;
        return true;
    }

    /// <summary>Copies the coded pixels up to the next marker that is not part of them; false when the file ends before one.</summary>
    internal bool TryCopyScan(ArrayBufferWriter<byte> output)
    {
        while (at < file.Length)
        {
            var untilPrefix = file[at..].IndexOf(JpegMarker.Prefix);
            if (untilPrefix < 0)
            {
                return false;
            }

            output.Write(file.Slice(at, untilPrefix));
            at += untilPrefix;
            var afterFilling = at + 1;
            while (afterFilling < file.Length && file[afterFilling] == JpegMarker.Prefix)
            {
                afterFilling++;
            }

            if (afterFilling == file.Length)
            {
                return false;
            }

            var code = file[afterFilling];
            if (code != JpegMarker.StuffedZero && !JpegMarker.IsRestart(code))
            {
                return true;
            }

            output.Write([JpegMarker.Prefix, code]);
            at = afterFilling + 1;
        }

        return false;
    }
}
