using System.IO.Compression;

namespace Linli.Web.Platform.Files;

/// <summary>
/// Unpacks the object streams of a PDF: since PDF 1.5 most objects, and so the names of actions, lie compressed in them.
/// Source: ISO 32000-1 §7.5.7.
/// </summary>
internal static class PdfObjectStreams
{
    /// <summary>All object streams together may unpack to this many bytes; real documents stay far below.</summary>
    private const int UnpackedLimit = 64 * 1024 * 1024;
    private const int BufferLength = 64 * 1024;

    internal enum Finding
    {
        Nothing,
        Found,
        NotReadable,
    }

    /// <summary>Looks for names with these beginnings in every object stream.</summary>
    internal static Finding Search(byte[] file, IReadOnlyList<string> beginnings)
    {
        var budget = UnpackedLimit;
        var at = 0;
        while (PdfNames.EndOfNext(file, at, "ObjStm") is { } type)
        {
            at = type;
            var keyword = file.AsSpan(at).IndexOf("stream"u8);
            if (keyword < 0)
            {
                return Finding.Nothing;
            }

            var start = at + keyword + "stream"u8.Length;
            var dictionary = DictionaryBefore(file, at, at + keyword);
            at = start;
            if (!PdfNames.ContainAny(dictionary, ["Filter"]))
            {
                // Not compressed: the search through the file itself has seen it.
                continue;
            }

            var finding = IsPlainDeflate(dictionary) ? SearchOne(file, start, beginnings, ref budget) : Finding.NotReadable;
            if (finding != Finding.Nothing)
            {
                return finding;
            }
        }

        return Finding.Nothing;
    }

    private static ReadOnlySpan<byte> DictionaryBefore(ReadOnlySpan<byte> file, int type, int keyword)
    {
        var start = file[..type].LastIndexOf("obj"u8);
        return file[Math.Max(start, 0)..keyword];
    }

    /// <summary>One FlateDecode without a predictor, as all known programs write object streams.</summary>
    private static bool IsPlainDeflate(ReadOnlySpan<byte> dictionary) =>
        PdfNames.Count(dictionary, "FlateDecode") == 1
        && !PdfNames.ContainAny(dictionary, ["ASCII", "LZWDecode", "RunLength", "Crypt", "Predictor", "DCT", "CCITT", "JPX", "JBIG2"]);

    private static Finding SearchOne(byte[] file, int start, IReadOnlyList<string> beginnings, ref int budget)
    {
        while (start < file.Length && file[start] is (byte)'\r' or (byte)'\n')
        {
            start++;
        }

        using var packed = new MemoryStream(file, start, file.Length - start, writable: false);
        using var unpacking = new ZLibStream(packed, CompressionMode.Decompress);
        using var unpacked = new MemoryStream();
        var buffer = new byte[BufferLength];
        try
        {
            int read;
            while ((read = unpacking.Read(buffer)) > 0)
            {
                budget -= read;
                if (budget < 0)
                {
                    return Finding.NotReadable;
                }

                unpacked.Write(buffer, 0, read);
            }
        }
        catch (InvalidDataException)
        {
            return Finding.NotReadable;
        }

        return PdfNames.ContainAny(unpacked.GetBuffer().AsSpan(0, (int)unpacked.Length), beginnings) ? Finding.Found : Finding.Nothing;
    }
}
