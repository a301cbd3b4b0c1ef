using System.Numerics;

namespace Linli.Web.Registry;

/// <summary>Exact arithmetic of shares: fractions, never rounded.</summary>
internal static class Shares
{
    private const int LargestDenominator = 10_000;

    /// <summary>Whether it is a share: above zero, not above one, not finer than a ten-thousandth.</summary>
    public static bool IsFraction(int numerator, int denominator) =>
        numerator >= 1 && denominator >= numerator && denominator <= LargestDenominator;

    /// <summary>What the shares leave of the whole; nothing when they already reach it.</summary>
    public static (BigInteger Numerator, BigInteger Denominator) Left(IEnumerable<(int Numerator, int Denominator)> shares)
    {
        BigInteger numerator = 1, denominator = 1;
        foreach (var share in shares)
        {
            numerator = numerator * share.Denominator - share.Numerator * denominator;
            denominator *= share.Denominator;
            var common = BigInteger.GreatestCommonDivisor(numerator, denominator);
            (numerator, denominator) = (numerator / common, denominator / common);
        }

        return numerator.Sign < 0 ? (0, 1) : (numerator, denominator);
    }

    public static bool Exceeds((int Numerator, int Denominator) share, (BigInteger Numerator, BigInteger Denominator) left) =>
        share.Numerator * left.Denominator > left.Numerator * share.Denominator;

    public static string Text((BigInteger Numerator, BigInteger Denominator) share) =>
        share.Denominator.IsOne ? share.Numerator.ToString(System.Globalization.CultureInfo.InvariantCulture) : $"{share.Numerator}/{share.Denominator}";
}
