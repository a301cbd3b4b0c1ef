using System.Globalization;

namespace Linli.Domain.Kernel;

/// <summary>A floor area in whole 0.01 m², never negative. Sums overflow loudly.</summary>
/// <remarks>Votes weigh area to the last square centimetre printed on the certificate; see <c>domain.md</c> §1.1.</remarks>
/// <param name="Hundredths">Number of 0.01 m².</param>
public readonly record struct Area(long Hundredths) : IComparable<Area>
{
    /// <summary>No area.</summary>
    public static readonly Area Zero = new(0);

    /// <summary>Number of 0.01 m².</summary>
    public long Hundredths { get; } = Hundredths >= 0 ? Hundredths : throw new ArgumentOutOfRangeException(nameof(Hundredths));

    /// <summary>Reads "89.5" or "89.50"; refuses signs, exponents, more than two decimals and more than ten million m².</summary>
    public static bool TryParse(string? text, out Area area)
    {
        area = Zero;
        if (!decimal.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var metres)
            || metres > 10_000_000m || decimal.Truncate(metres * 100m) != metres * 100m)
        {
            return false;
        }

        area = new Area((long)(metres * 100m));
        return true;
    }

    /// <inheritdoc />
    public int CompareTo(Area other) => Hundredths.CompareTo(other.Hundredths);

    /// <summary>The sum.</summary>
    public static Area operator +(Area left, Area right) => new(left.Hundredths + right.Hundredths);

    /// <summary>Smaller.</summary>
    public static bool operator <(Area left, Area right) => left.Hundredths < right.Hundredths;

    /// <summary>Larger.</summary>
    public static bool operator >(Area left, Area right) => left.Hundredths > right.Hundredths;

    /// <summary>Smaller or equal.</summary>
    public static bool operator <=(Area left, Area right) => left.Hundredths <= right.Hundredths;

    /// <summary>Larger or equal.</summary>
    public static bool operator >=(Area left, Area right) => left.Hundredths >= right.Hundredths;

    /// <summary>The sum, for callers without operators.</summary>
    public Area Add(Area other) => this + other;
}
