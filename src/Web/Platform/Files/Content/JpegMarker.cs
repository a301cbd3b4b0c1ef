namespace Linli.Web.Platform.Files;

/// <summary>The second byte of a JPEG marker. Source: ITU-T T.81 table B.1.</summary>
internal static class JpegMarker
{
    internal const byte Prefix = 0xFF;
    internal const byte StuffedZero = 0x00;
    internal const byte HuffmanTables = 0xC4;
    internal const byte StartOfImage = 0xD8;
    internal const byte EndOfImage = 0xD9;
    internal const byte StartOfScan = 0xDA;
    internal const byte QuantizationTables = 0xDB;
    internal const byte RestartInterval = 0xDD;
    internal const byte App0 = 0xE0;
    internal const byte App1 = 0xE1;
    internal const byte App2 = 0xE2;
    internal const byte App14 = 0xEE;
    internal const byte App15 = 0xEF;
    internal const byte Comment = 0xFE;

    /// <summary>Baseline, extended sequential or progressive, with Huffman coding: what browsers show.</summary>
    internal static bool IsShownFrame(byte marker) => marker is 0xC0 or 0xC1 or 0xC2;

    /// <summary>Lossless, hierarchical, arithmetic coding and JPEG-LS: valid, but browsers do not show them.</summary>
    internal static bool IsOtherFrame(byte marker) =>
        marker is (>= 0xC3 and <= 0xCF and not HuffmanTables) or 0xF7;

    internal static bool IsRestart(byte marker) => marker is >= 0xD0 and <= 0xD7;

    internal static bool IsMetadata(byte marker) => marker is (>= App0 and <= App15) or Comment;
}
