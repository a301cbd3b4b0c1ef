using System.Globalization;
using System.Numerics;

namespace Linli.Domain.Decisions;

/// <summary>Codes in the order of a walk: parts between hyphens in turn, numbers by value and before words.</summary>
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

    private static int ComparePart(string left, string right) => (Number(left), Number(right)) switch
    {
        ({ } a, { } b) => a.CompareTo(b),
        ({ }, null) => -1,
        (null, { }) => 1,
        _ => string.CompareOrdinal(left, right),
    };

    private static BigInteger? Number(string text) =>
        BigInteger.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;
}
