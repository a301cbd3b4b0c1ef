using System.Globalization;
using System.Numerics;
using System.Security.Cryptography;
using System.Text;

namespace Linli.Domain.Decisions.Proof;

/// <summary>
/// A point of the curve P-256 (FIPS 186-5), for commitments; the base library signs on it but does not add its points.
/// In Jacobian coordinates, so that a sum over a hundred thousand needs one division.
/// </summary>
internal readonly struct CurvePoint
{
    public static readonly BigInteger Prime = Hex("ffffffff00000001000000000000000000000000ffffffffffffffffffffffff");
    public static readonly BigInteger Order = Hex("ffffffff00000000ffffffffffffffffbce6faada7179e84f3b9cac2fc632551");
    public static readonly CurvePoint Infinity = new(BigInteger.One, BigInteger.One, BigInteger.Zero);
    public static readonly CurvePoint G = new(
        Hex("6b17d1f2e12c4247f8bce6e563a440f277037d812deb33a0f4a13945d898c296"),
        Hex("4fe342e2fe1a7f9b8ee7eb4a7c0f9e162bce33576b315ececbb6406837bf51f5"), BigInteger.One);

    private static readonly BigInteger B = Hex("5ac635d8aa3a93e7b3ebbd55769886bc651d06b0cc53b0f63bce3c3e27d2604b");

    /// <summary>The second base: nobody knows its logarithm, since it comes out of a hash (see docs/decisions/0030).</summary>
    public static readonly CurvePoint H = FromLabel("linli-ledger/1 area blinding");

    private readonly BigInteger x;
    private readonly BigInteger y;
    private readonly BigInteger z;

    private CurvePoint(BigInteger x, BigInteger y, BigInteger z) => (this.x, this.y, this.z) = (x, y, z);

    public bool IsInfinity => z.IsZero;

    public CurvePoint Doubled()
    {
        if (IsInfinity || y.IsZero)
        {
            return Infinity;
        }

        var delta = Mod(z * z);
        var gamma = Mod(y * y);
        var beta = Mod(x * gamma);
        var alpha = Mod(3 * (x - delta) * (x + delta));
        var x3 = Mod(alpha * alpha - 8 * beta);
        return new CurvePoint(x3, Mod(alpha * (4 * beta - x3) - 8 * gamma * gamma), Mod(2 * y * z));
    }

    public static CurvePoint operator +(CurvePoint left, CurvePoint right)
    {
        if (left.IsInfinity || right.IsInfinity)
        {
            return left.IsInfinity ? right : left;
        }

        var (z1, z2) = (Mod(left.z * left.z), Mod(right.z * right.z));
        var (u1, u2) = (Mod(left.x * z2), Mod(right.x * z1));
        var (s1, s2) = (Mod(left.y * z2 * right.z), Mod(right.y * z1 * left.z));
        if (u1 == u2)
        {
            return s1 == s2 ? left.Doubled() : Infinity;
        }

        var (h, r) = (Mod(u2 - u1), Mod(s2 - s1));
        var hh = Mod(h * h);
        var hhh = Mod(h * hh);
        var v = Mod(u1 * hh);
        var x3 = Mod(r * r - hhh - 2 * v);
        return new CurvePoint(x3, Mod(r * (v - x3) - s1 * hhh), Mod(h * left.z * right.z));
    }

    public static CurvePoint operator *(BigInteger scalar, CurvePoint point)
    {
        var result = Infinity;
        for (var bit = (int)scalar.GetBitLength() - 1; bit >= 0; bit--)
        {
            result = result.Doubled();
            if (!((scalar >> bit) & 1).IsZero)
            {
                result += point;
            }
        }

        return result;
    }

    /// <summary>Compressed, 33 bytes (SEC 1 §2.3.3); infinity as 33 zeros.</summary>
    public byte[] ToBytes()
    {
        var bytes = new byte[33];
        if (IsInfinity)
        {
            return bytes;
        }

        var inverse = BigInteger.ModPow(z, Prime - 2, Prime);
        var square = Mod(inverse * inverse);
        var (affineX, affineY) = (Mod(x * square), Mod(y * square * inverse));
        bytes[0] = affineY.IsEven ? (byte)2 : (byte)3;
        var text = affineX.ToByteArray(isUnsigned: true, isBigEndian: true);
        text.CopyTo(bytes.AsSpan(33 - text.Length));
        return bytes;
    }

    /// <summary>Reads a compressed point; null when it lies not on the curve.</summary>
    public static CurvePoint? Read(ReadOnlySpan<byte> bytes)
    {
        if (bytes.Length != 33 || bytes[0] is not (2 or 3))
        {
            return null;
        }

        var x = new BigInteger(bytes[1..], isUnsigned: true, isBigEndian: true);
        return x < Prime && YOf(x, odd: bytes[0] == 3) is { } y ? new CurvePoint(x, y, BigInteger.One) : null;
    }

    // y² = x³ - 3x + b; the prime is 3 modulo 4, so that a root is a power.
    private static BigInteger? YOf(BigInteger x, bool odd)
    {
        var square = Mod(x * x * x - 3 * x + B);
        var root = BigInteger.ModPow(square, (Prime + 1) / 4, Prime);
        return Mod(root * root) != square ? null : root.IsEven == odd ? Prime - root : root;
    }

    // The first counter after the label whose hash is the x of a point with even y.
    private static CurvePoint FromLabel(string label)
    {
        for (var counter = 0; ; counter++)
        {
            var hash = SHA256.HashData(Encoding.UTF8.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{label} {counter}")));
            if (Read([2, .. hash]) is { } point)
            {
                return point;
            }
        }
    }

    private static BigInteger Mod(BigInteger value)
    {
        var rest = value % Prime;
        return rest.Sign < 0 ? rest + Prime : rest;
    }

    private static BigInteger Hex(string text) => BigInteger.Parse("0" + text, NumberStyles.HexNumber, CultureInfo.InvariantCulture);
}
