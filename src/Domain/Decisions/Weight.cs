using Linli.Domain.Kernel;
using Linli.Domain.Registry.Jurisdictions;

namespace Linli.Domain.Decisions;

/// <summary>The two measures of a vote, always together (Civil Code 278). Exact; sums overflow loudly.</summary>
/// <param name="Heads">人数: number of voters.</param>
/// <param name="Area">面积: their exclusive area.</param>
public readonly record struct Weight(long Heads, Area Area)
{
    /// <summary>Nobody.</summary>
    public static readonly Weight Zero = new(0, Area.Zero);

    /// <summary>The sum.</summary>
    public static Weight operator +(Weight left, Weight right) => new(left.Heads + right.Heads, left.Area + right.Area);

    /// <summary>The sum, for callers without operators.</summary>
    public Weight Add(Weight other) => this + other;

    /// <summary>What is missing to a share of the whole on each measure: the least that reaches it, less what is there; never negative.</summary>
    public Weight MissingTo(ShareValue share, Weight whole) => new(
        Missing(share, Heads, whole.Heads), new Area(Missing(share, Area.Hundredths, whole.Area.Hundredths)));

    private static long Missing(ShareValue share, long part, long whole)
    {
        var (wanted, rest) = Int128.DivRem((Int128)whole * share.Numerator, share.Denominator);
        var least = (long)(rest > 0 || share.Strict ? wanted + 1 : wanted);
        return Math.Max(0, least - part);
    }
}

/// <summary>Whether a share is reached on each of the two measures.</summary>
/// <param name="Heads">By heads.</param>
/// <param name="Area">By area.</param>
public readonly record struct BothMeasures(bool Heads, bool Area)
{
    /// <summary>Reached on both.</summary>
    public bool Reached => Heads && Area;

    /// <summary>Compares without rounding; of nothing nothing is reached.</summary>
    public static BothMeasures Of(ShareValue share, Weight part, Weight whole) =>
        new(share.IsReachedBy(part.Heads, whole.Heads), share.IsReachedBy(part.Area.Hundredths, whole.Area.Hundredths));
}
