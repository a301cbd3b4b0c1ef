using System.Text;

namespace Linli.Web.Registry.Divisions;

/// <summary>The text of a table: UTF-8 with or without a byte order mark, UTF-16 with one, or GB18030 as older spreadsheets save it.</summary>
internal static class DivisionText
{
    private static readonly Encoding Utf8 = new UTF8Encoding(false, throwOnInvalidBytes: true);
    private static readonly Encoding Gb18030 = Strict("GB18030");

    /// <summary>The text, or null when it is none.</summary>
    public static string? Read(byte[] bytes)
    {
        var text = bytes is [0xFF, 0xFE, ..] ? Decode(Encoding.Unicode, bytes.AsSpan(2))
            : bytes is [0xFE, 0xFF, ..] ? Decode(Encoding.BigEndianUnicode, bytes.AsSpan(2))
            : bytes is [0xEF, 0xBB, 0xBF, ..] ? Decode(Utf8, bytes.AsSpan(3))
            : Decode(Utf8, bytes) ?? Decode(Gb18030, bytes);
        return text?.Contains('\0', StringComparison.Ordinal) == true ? null : text;
    }

    private static string? Decode(Encoding encoding, ReadOnlySpan<byte> bytes)
    {
        try
        {
            return encoding.GetString(bytes);
        }
        catch (DecoderFallbackException)
        {
            return null;
        }
    }

    private static Encoding Strict(string name)
    {
        Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
        return Encoding.GetEncoding(name, EncoderFallback.ExceptionFallback, DecoderFallback.ExceptionFallback);
    }
}
