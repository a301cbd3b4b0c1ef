using Linli.Domain.Tickets.Finding;

namespace Linli.Domain.Tests.Tickets.Finding;

/// <summary>A compound whose reports come by chance alone: each building and category has its own rate, and nothing changes.</summary>
internal sealed class MadeWeeks(int seed, int buildings, double reportsAWeek, double? spread = null)
{
    public static readonly string[] Categories = ["lift", "drains", "lighting", "doors", "hygiene", "noise", "parking", "fees"];
    public static readonly DateOnly Judged = new(2026, 6, 1);
    public const int Past = 26;

    private readonly Random random = new(seed);

    public static DateOnly Began => Judged.AddDays(-7 * Past);

    public static Guid Building(int number) => new(number + 1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0);

    public List<CountedReport> Make()
    {
        var reports = new List<CountedReport>();
        for (var building = 0; building < buildings; building++)
        {
            foreach (var category in Categories)
            {
                // Rates differ by a factor of up to four between the places.
                var rate = reportsAWeek / (buildings * Categories.Length) * (0.4 + (1.2 * random.NextDouble()));
                for (var week = 0; week <= Past; week++)
                {
                    // With a spread, each place has good and bad weeks: a gamma-mixed Poisson is a negative binomial.
                    var count = Poisson(spread is { } size ? rate * Gamma(size) / size : rate);
                    for (var i = 0; i < count; i++)
                    {
                        reports.Add(new(Building(building), category, Began.AddDays(7 * week), Person(), IsSealed: false));
                    }
                }
            }
        }

        return reports;
    }

    public Guid Person()
    {
        var bytes = new byte[16];
        random.NextBytes(bytes);
        return new Guid(bytes);
    }

    private int Poisson(double rate)
    {
        var (count, product, limit) = (0, random.NextDouble(), Math.Exp(-rate));
        while (product > limit)
        {
            count++;
            product *= random.NextDouble();
        }

        return count;
    }

    // Of whole and half sizes: sums of exponentials, and half a squared normal.
    private double Gamma(double size)
    {
        var sum = 0d;
        for (var i = 0; i < (int)size; i++)
        {
            sum -= Math.Log(1 - random.NextDouble());
        }

        if (size - (int)size >= 0.5)
        {
            var normal = Math.Sqrt(-2 * Math.Log(1 - random.NextDouble())) * Math.Cos(2 * Math.PI * random.NextDouble());
            sum += normal * normal / 2;
        }

        return sum;
    }
}
