using System.Globalization;
using System.Numerics;

namespace Linli.Domain.Decisions;

/// <summary>Codes in the order of a walk: parts between hyphens in turn, leading numbers by value and before words.</summary>
public sealed class UnitCodeOrder : IComparer<string>
{
    /// <summary>The one order.</summary>
    public static readonly UnitCodeOrder It = new();

    /// <inheritdoc />
    public int Compare(string? x, string? y)
    {
        var (left, right) = ((x ?? string.Empty).Split('-'), (y ?? string.Empty).Split('-'));
        for (var i = 0; i < Math.Min(left.Length, right.Length); i++)
        {
            if (ComparePart(left[i], right[i]) is not 0 and var order)
            {
                return order;
            }
        }

        // 01 and 1 have the same value; the text decides, so that the order is total.
        return left.Length != right.Length ? left.Length.CompareTo(right.Length) : string.CompareOrdinal(x, y);
    }

    private static int ComparePart(string left, string right)
    {
        var (a, b) = (Digits(left), Digits(right));
        return (a > 0, b > 0) switch
        {
            // 9栋 before 10栋.
            (true, true) => BigInteger.Parse(left[..a], CultureInfo.InvariantCulture).CompareTo(BigInteger.Parse(right[..b], CultureInfo.InvariantCulture)) is not 0 and var order
                ? order
                : string.CompareOrdinal(left[a..], right[b..]),
            (true, false) => -1,
            (false, true) => 1,
            _ => string.CompareOrdinal(left, right),
        };
    }

    private static int Digits(string text) => text.TakeWhile(char.IsAsciiDigit).Count();
}
