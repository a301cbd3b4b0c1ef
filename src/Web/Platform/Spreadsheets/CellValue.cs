using System.Buffers;
using System.Xml;

namespace Linli.Web.Platform.Spreadsheets;

/// <summary>The text that an XML reader stands on, as far as a cell can hold one: what is longer is passed over without being kept.</summary>
internal static class CellValue
{
    /// <summary>Characters of a cell, by the spreadsheets' own limit.</summary>
    public const int Longest = 32_767;

    public static bool IsText(XmlReader xml) => xml.NodeType is XmlNodeType.Text or XmlNodeType.CDATA or XmlNodeType.SignificantWhitespace or XmlNodeType.Whitespace;

    public static string Of(XmlReader xml)
    {
        var buffer = ArrayPool<char>.Shared.Rent(Longest);
        try
        {
            var length = 0;
            while (length < Longest && xml.ReadValueChunk(buffer, length, Longest - length) is > 0 and var read)
            {
                length += read;
            }

            return new string(buffer, 0, length);
        }
        finally
        {
            ArrayPool<char>.Shared.Return(buffer);
        }
    }
}
