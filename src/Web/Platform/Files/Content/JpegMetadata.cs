namespace Linli.Web.Platform.Files;

/// <summary>Which application segments of a JPEG stay: those that change how it is shown, and of these only the needed bytes.</summary>
internal static class JpegMetadata
{
    private const int JfifLength = 14;
    private const int JfifThumbnailSizeStart = 12;
    private const int AdobeLength = 12;

    /// <summary>The JFIF header without its thumbnail, which may show more than the picture; empty when the segment is none.</summary>
    internal static byte[] JfifOf(byte marker, ReadOnlySpan<byte> payload)
    {
        if (marker != JpegMarker.App0 || payload.Length < JfifLength || !payload.StartsWith("JFIF\0"u8))
        {
            return [];
        }

        return [.. payload[..JfifThumbnailSizeStart], 0, 0];
    }

    /// <summary>What stays of any other segment: the colour profile and Adobe's note on the colour space. Empty when nothing does.</summary>
    internal static ReadOnlySpan<byte> ColoursOf(byte marker, ReadOnlySpan<byte> payload) => marker switch
    {
        JpegMarker.App2 when payload.StartsWith("ICC_PROFILE\0"u8) => payload,
        JpegMarker.App14 when payload.Length >= AdobeLength && payload.StartsWith("Adobe"u8) => payload[..AdobeLength],
        _ => [],
    };
}
