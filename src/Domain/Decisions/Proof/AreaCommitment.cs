using System.Numerics;
using Linli.Domain.Kernel;

namespace Linli.Domain.Decisions.Proof;

/// <summary>
/// What the ledger shows in place of a voter's area: area·G + blind·H on P-256 (Pedersen). It shows nothing of the area, cannot be opened to
/// another one, and the sum of commitments is the commitment to the sum: so areas can be recounted without telling whose is whose.
/// </summary>
public static class AreaCommitment
{
    // Fixed windows of a byte over H: a commitment costs 32 additions instead of 256 doublings.
    private static readonly Lazy<CurvePoint[][]> Windows = new(MakeWindows);

    /// <summary>Commits to an area.</summary>
    /// <param name="area">The area.</param>
    /// <param name="blind">32 random bytes, kept secret; their sums alone are published.</param>
    public static byte[] Of(Area area, ReadOnlySpan<byte> blind) => Point(area.Hundredths, Scalar(blind)).ToBytes();

    /// <summary>The sum of blinds, as the opening of a group.</summary>
    public static byte[] SumOfBlinds(IEnumerable<byte[]> blinds)
    {
        var sum = blinds.Aggregate(BigInteger.Zero, (sum, blind) => (sum + Scalar(blind)) % CurvePoint.Order);
        var text = sum.ToByteArray(isUnsigned: true, isBigEndian: true);
        return [.. new byte[32 - text.Length], .. text];
    }

    /// <summary>Whether commitments add up to an area under a sum of blinds.</summary>
    public static bool Opens(IEnumerable<byte[]> commitments, Area area, ReadOnlySpan<byte> blind)
    {
        var sum = CurvePoint.Infinity;
        foreach (var commitment in commitments)
        {
            if (CurvePoint.Read(commitment) is not { } point)
            {
                return false;
            }

            sum += point;
        }

        return sum.ToBytes().AsSpan().SequenceEqual(Point(area.Hundredths, Scalar(blind)).ToBytes());
    }

    private static CurvePoint Point(long hundredths, BigInteger blind)
    {
        var sum = new BigInteger(hundredths) * CurvePoint.G;
        var bytes = blind.ToByteArray(isUnsigned: true, isBigEndian: false);
        for (var at = 0; at < bytes.Length; at++)
        {
            if (bytes[at] != 0)
            {
                sum += Windows.Value[at][bytes[at]];
            }
        }

        return sum;
    }

    private static BigInteger Scalar(ReadOnlySpan<byte> blind) => new BigInteger(blind, isUnsigned: true, isBigEndian: true) % CurvePoint.Order;

    private static CurvePoint[][] MakeWindows()
    {
        var windows = new CurvePoint[32][];
        var step = CurvePoint.H;
        for (var at = 0; at < 32; at++)
        {
            windows[at] = new CurvePoint[256];
            windows[at][0] = CurvePoint.Infinity;
            for (var value = 1; value < 256; value++)
            {
                windows[at][value] = windows[at][value - 1] + step;
            }

            step = windows[at][255] + step;
        }

        return windows;
    }
}
