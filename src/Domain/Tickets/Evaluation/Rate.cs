namespace Linli.Domain.Tickets.Evaluation;

/// <summary>One of the three rates as an exact fraction with its weight (rules of the rates data; no floating point anywhere).</summary>
/// <param name="Numerator">Tickets that meet it, 0 to <paramref name="Denominator"/>.</param>
/// <param name="Denominator">Tickets that count, from 0.</param>
/// <param name="Weight">Points that it brings when all meet it, 0 to 100.</param>
public readonly record struct Rate(long Numerator, long Denominator, int Weight)
{
    /// <summary>Tickets that meet it.</summary>
    public long Numerator { get; } = Numerator >= 0 && Numerator <= Denominator ? Numerator : throw new ArgumentOutOfRangeException(nameof(Numerator));

    /// <summary>Points at most.</summary>
    public int Weight { get; } = Weight is >= 0 and <= 100 ? Weight : throw new ArgumentOutOfRangeException(nameof(Weight));

    /// <summary>In percent, two decimals, HALF_UP; null when nothing counts.</summary>
    public decimal? Percent => Hundredths(100);

    /// <summary>Points that it brings: weight times the exact fraction, two decimals, HALF_UP; null when nothing counts.</summary>
    public decimal? Part => Hundredths(Weight);

    // HALF_UP of times × numerator ÷ denominator in whole hundredths: twice the value plus one half, rounded down.
    private decimal? Hundredths(int times) => Denominator == 0
        ? null
        : (long)((((Int128)Numerator * times * 100 * 2) + Denominator) / ((Int128)Denominator * 2)) / 100m;
}
