namespace Linli.Domain.Tickets.Finding;

/// <summary>
/// How likely it is that one of several weeks has so many, when all weeks are alike. It is the exact test given the sum of all weeks:
/// of counts by Poisson the one week's share is binomial, of counts by negative binomial with the same spread it is beta-binomial
/// (Pólya). No rate has to be estimated, so that a short past makes no false alarms.
/// </summary>
public static class ChangeTest
{
    // Beyond it nobody could tell the two distributions apart, and the logarithms would lose their digits.
    private const double AsGoodAsPoisson = 10_000;

    /// <summary>
    /// The spread that places of one kind have in common: the size of negative binomials by moments, over all of them; null where their weeks
    /// vary no more than chance alone would have it. One place's few weeks would tell too little.
    /// </summary>
    /// <param name="pasts">The weeks' counts of each place, at least two weeks each.</param>
    public static double? SizeOf(IEnumerable<IReadOnlyList<int>> pasts)
    {
        var (squares, excess) = (0d, 0d);
        foreach (var past in pasts)
        {
            ArgumentOutOfRangeException.ThrowIfLessThan(past.Count, 2);
            var mean = past.Average();
            squares += mean * mean;
            excess += (past.Sum(count => (count - mean) * (count - mean)) / (past.Count - 1)) - mean;
        }

        return excess > 0 && squares / excess < AsGoodAsPoisson ? squares / excess : null;
    }

    /// <summary>The chance that the one week has at least as many as it has, 0 to 1.</summary>
    /// <param name="now">Its count.</param>
    /// <param name="sum">The sum of the weeks before it.</param>
    /// <param name="weeks">How many weeks before it, from 1.</param>
    /// <param name="size">The spread; null is Poisson.</param>
    public static double ChanceOf(int now, int sum, int weeks, double? size)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(now);
        ArgumentOutOfRangeException.ThrowIfNegative(sum);
        ArgumentOutOfRangeException.ThrowIfLessThan(weeks, 1);
        var chance = 0d;
        // The smallest terms first, so that none is lost beside the larger ones.
        for (var k = now + sum; k >= now; k--)
        {
            chance += Math.Exp(Choices(now + sum, k) + (size is { } spread ? Mixed(k, now + sum, weeks, spread) : Plain(k, now + sum, weeks)));
        }

        return now == 0 ? 1 : Math.Min(1, chance);
    }

    private static double Plain(int k, int all, int weeks) => (k * -Math.Log(weeks + 1)) + ((all - k) * (Math.Log(weeks) - Math.Log(weeks + 1)));

    private static double Mixed(int k, int all, int weeks, double size) => LogBeta(k + size, all - k + (weeks * size)) - LogBeta(size, weeks * size);

    private static double Choices(int all, int k) => LogGamma(all + 1) - LogGamma(k + 1) - LogGamma(all - k + 1);

    private static double LogBeta(double a, double b) => LogGamma(a) + LogGamma(b) - LogGamma(a + b);

    /// <summary>Natural logarithm of the gamma function for positive numbers (Stirling's series after shifting above 10); at least 12 digits.</summary>
    public static double LogGamma(double x)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(x);
        var shift = 0d;
        while (x < 10)
        {
            shift += Math.Log(x);
            x++;
        }

        var inverse = 1 / (x * x);
        var series = ((1d / 12) - (inverse * ((1d / 360) - (inverse * ((1d / 1260) - (inverse * ((1d / 1680) - (inverse / 1188)))))))) / x;
        return ((x - 0.5) * Math.Log(x)) - x + (0.5 * Math.Log(2 * Math.PI)) + series - shift;
    }
}
