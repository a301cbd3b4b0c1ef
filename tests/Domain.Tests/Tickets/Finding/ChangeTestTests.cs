using System.Numerics;
using Linli.Domain.Tickets.Finding;

namespace Linli.Domain.Tests.Tickets.Finding;

public sealed class ChangeTestTests
{
    [Fact]
    public void TheChanceIsTheBinomialTailComputedWithWholeNumbers()
    {
        for (var weeks = 1; weeks <= 26; weeks += 5)
        {
            for (var sum = 0; sum <= 40; sum += 7)
            {
                for (var now = 0; now <= 12; now++)
                {
                    // Σ C(T,k)·m^(T−k) over k ≥ now, of (m+1)^T: no logarithm, no rounding.
                    var all = now + sum;
                    var count = BigInteger.Zero;
                    for (var k = now; k <= all; k++)
                    {
                        count += Choose(all, k) * BigInteger.Pow(weeks, all - k);
                    }

                    var exact = Math.Exp(BigInteger.Log(count) - BigInteger.Log(BigInteger.Pow(weeks + 1, all)));
                    ChangeTest.ChanceOf(now, sum, weeks, null).ShouldBe(exact, exact * 1e-9, $"{now} after {sum} in {weeks}");
                }
            }
        }
    }

    [Fact]
    public void WithSpreadItIsTheShareOfAllArrangements()
    {
        // A spread of one is the geometric distribution, of which every arrangement of the sum over the weeks is equally likely: stars and bars.
        for (var weeks = 1; weeks <= 12; weeks++)
        {
            for (var all = 0; all <= 15; all++)
            {
                for (var now = 0; now <= all; now++)
                {
                    var exact = (double)Choose(all - now + weeks, weeks) / (double)Choose(all + weeks, weeks);
                    ChangeTest.ChanceOf(now, all - now, weeks, 1).ShouldBe(exact, exact * 1e-9);
                }
            }
        }
    }

    [Fact]
    public void MoreIsLessLikelyAndSpreadMakesItLikelier() => Prop.ForAll(
        (from now in Gen.Choose(1, 30) from sum in Gen.Choose(0, 200) from weeks in Gen.Choose(1, 60) from tenths in Gen.Choose(1, 300) select (now, sum, weeks, tenths)).ToArbitrary(),
        one =>
        {
            var (now, sum, weeks, tenths) = one;
            var plain = ChangeTest.ChanceOf(now, sum, weeks, null);
            // What is above the mean is likelier where the weeks vary more.
            var isHigh = now * (long)weeks > sum + (2L * weeks);
            return plain is >= 0 and <= 1 && ChangeTest.ChanceOf(now + 1, sum, weeks, null) <= plain + 1e-12
                && ChangeTest.ChanceOf(now, sum + 1, weeks, null) >= plain - 1e-12
                && Math.Abs(ChangeTest.ChanceOf(now, sum, weeks, 1e7) - plain) < 1e-3
                && (!isHigh || ChangeTest.ChanceOf(now, sum, weeks, tenths / 10d) >= plain - 1e-9);
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void TheSpreadIsTheOneByMoments()
    {
        ChangeTest.SizeOf([[1, 1, 1, 1]]).ShouldBeNull();
        ChangeTest.SizeOf([[0, 0, 0, 0]]).ShouldBeNull();
        ChangeTest.SizeOf([]).ShouldBeNull();
        // Mean 2, variance 8: 4 / (8 − 2). With one that varies less than chance (mean 1, variance 0): 5 / (6 − 1).
        ChangeTest.SizeOf([[0, 0, 2, 6]])!.Value.ShouldBe(4d / 6, 1e-12);
        ChangeTest.SizeOf([[0, 0, 2, 6], [1, 1, 1, 1]])!.Value.ShouldBe(1, 1e-12);
    }

    [Fact]
    public void TheLogarithmOfTheGammaFunctionIsThatOfFactorials()
    {
        var factorial = BigInteger.One;
        for (var n = 1; n < 200; n++)
        {
            factorial *= n;
            ChangeTest.LogGamma(n + 1).ShouldBe(BigInteger.Log(factorial), 1e-9 * Math.Max(1, BigInteger.Log(factorial)));
        }

        ChangeTest.LogGamma(0.5).ShouldBe(0.5 * Math.Log(Math.PI), 1e-11);
    }

    private static BigInteger Choose(int all, int part)
    {
        var ways = BigInteger.One;
        for (var i = 0; i < part; i++)
        {
            ways = ways * (all - i) / (i + 1);
        }

        return ways;
    }
}
