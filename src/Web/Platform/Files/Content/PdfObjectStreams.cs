using System.IO.Compression;

namespace Linli.Web.Platform.Files;

/// <summary>
/// Unpacks the object streams of a PDF: since PDF 1.5 most objects, and so the names of actions, lie compressed in them.
/// Source: ISO 32000-1 §7.5.7.
/// </summary>
internal ref struct PdfObjectStreams(byte[] file, IReadOnlyList<string> wanted)
{
    /// <summary>All object streams together may unpack to this many bytes; real documents stay far below.</summary>
    private const int UnpackedLimit = 64 * 1024 * 1024;

    /// <summary>What opening one stream counts, so that very many empty ones reach the limit too.</summary>
    private const int CostOfOne = 4096;

    /// <summary>A name cut by the end of a buffer is whole in the next: longer than any wanted name with every letter written as #xx.</summary>
    private const int Overlap = 64;

    private readonly byte[] buffer = new byte[64 * 1024];
    private int budget = UnpackedLimit;

    internal enum Finding
    {
        Nothing,
        NotReadable,
        Found,
    }

    /// <summary>Looks for the wanted beginnings of names in every object stream.</summary>
    internal Finding Search()
    {
        var worst = Finding.Nothing;
        var at = 0;
        while (PdfNames.EndOfNext(file, at, "ObjStm") is { } type && file.AsSpan(type).IndexOf("stream"u8) is >= 0 and var distance)
        {
            var objectStart = at + Math.Max(file.AsSpan(at, type - at).LastIndexOf("obj"u8), 0);
            var dictionary = file.AsSpan(objectStart, type + distance - objectStart);
            at = type + distance + "stream"u8.Length;
            var finding = SearchOne(dictionary, at);
            if (finding == Finding.Found || budget < 0)
            {
                return finding;
            }

            worst = finding > worst ? finding : worst;
        }

        return worst;
    }

    private Finding SearchOne(ReadOnlySpan<byte> dictionary, int start)
    {
        while (start < file.Length && file[start] is (byte)'\r' or (byte)'\n')
        {
            start++;
        }

        if (!PdfNames.ContainAny(dictionary, ["Filter"]))
        {
            // Not compressed, so the search through the file itself has seen it; such a stream begins with an object's number.
            return start < file.Length && char.IsAsciiDigit((char)file[start]) ? Finding.Nothing : Finding.NotReadable;
        }

        return IsPlainDeflate(dictionary) ? SearchPacked(start) : Finding.NotReadable;
    }

    /// <summary>One FlateDecode without a predictor, as programs write object streams.</summary>
    private static bool IsPlainDeflate(ReadOnlySpan<byte> dictionary) =>
        PdfNames.Count(dictionary, "FlateDecode") == 1
        && !PdfNames.ContainAny(dictionary, ["ASCII", "LZWDecode", "RunLength", "Crypt", "Predictor"]);

    private Finding SearchPacked(int start)
    {
        budget -= CostOfOne;
        using var packed = new MemoryStream(file, start, file.Length - start, writable: false);
        using var unpacking = new ZLibStream(packed, CompressionMode.Decompress);
        try
        {
            int kept = 0, read;
            while ((read = unpacking.Read(buffer, kept, buffer.Length - kept)) > 0)
            {
                budget -= read;
                if (budget < 0)
                {
                    return Finding.NotReadable;
                }

                var window = buffer.AsSpan(0, kept + read);
                if (PdfNames.ContainAny(window, wanted))
                {
                    return Finding.Found;
                }

                kept = Math.Min(Overlap, window.Length);
                window[^kept..].CopyTo(buffer);
            }
        }
        catch (InvalidDataException)
        {
            return Finding.NotReadable;
        }

        return Finding.Nothing;
    }
}
