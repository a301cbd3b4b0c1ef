namespace Linli.Web.Platform.Files;

/// <summary>
/// Finds names such as <c>/JavaScript</c> in the bytes of a PDF, also when letters are written as <c>#4A</c>.
/// Source: ISO 32000-1 §7.3.5.
/// </summary>
internal static class PdfNames
{
    /// <summary>Whether a name that begins with one of these occurs.</summary>
    internal static bool ContainAny(ReadOnlySpan<byte> bytes, IReadOnlyList<string> beginnings)
    {
        var at = 0;
        while (NextSlash(bytes, at) is { } slash)
        {
            at = slash + 1;
            foreach (var beginning in beginnings)
            {
                if (BeginsWith(bytes[at..], beginning))
                {
                    return true;
                }
            }
        }

        return false;
    }

    /// <summary>Where the next name that begins so ends its beginning; null when there is none.</summary>
    internal static int? EndOfNext(ReadOnlySpan<byte> bytes, int from, string beginning)
    {
        var at = from;
        while (NextSlash(bytes, at) is { } slash)
        {
            at = slash + 1;
            if (BeginsWith(bytes[at..], beginning))
            {
                return at;
            }
        }

        return null;
    }

    /// <summary>How many names begin so.</summary>
    internal static int Count(ReadOnlySpan<byte> bytes, string beginning)
    {
        var (count, at) = (0, 0);
        while (EndOfNext(bytes, at, beginning) is { } end)
        {
            count++;
            at = end;
        }

        return count;
    }

    private static int? NextSlash(ReadOnlySpan<byte> bytes, int from)
    {
        var slash = bytes[from..].IndexOf((byte)'/');
        return slash < 0 ? null : from + slash;
    }

    private static bool BeginsWith(ReadOnlySpan<byte> name, string beginning)
    {
        foreach (var letter in beginning)
        {
            if (name.IsEmpty)
            {
                return false;
            }

            var escaped = name.Length >= 3 && name[0] == '#' && char.IsAsciiHexDigit((char)name[1]) && char.IsAsciiHexDigit((char)name[2]);
            var value = escaped ? (HexValue(name[1]) << 4) | HexValue(name[2]) : name[0];
            if (value != letter)
            {
                return false;
            }

            name = name[(escaped ? 3 : 1)..];
        }

        return true;
    }

    private static int HexValue(byte digit) => digit <= '9' ? digit - '0' : (digit | 0x20) - 'a' + 10;
}
