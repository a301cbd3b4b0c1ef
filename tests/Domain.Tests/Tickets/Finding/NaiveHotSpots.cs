using System.Numerics;
using Linli.Domain.Tickets.Finding;

namespace Linli.Domain.Tests.Tickets.Finding;

/// <summary>The same rule written down a second time, straight from its sentence: count, tail term by term, Holm by sorting.</summary>
internal static class NaiveHotSpots
{
    internal sealed record Flag(Spot Spot, int Now, int Past, double Chance, double Corrected);

    public static (int Compared, List<Flag> Flags) Find(IReadOnlyList<CountedReport> reports, DateOnly week, int weeks, HotSpotSettings rules)
    {
        Guid?[] buildings = [null, .. reports.Select(report => report.Building).OfType<Guid>().Distinct().Select(id => (Guid?)id)];
        string?[] categories = [null, .. reports.Select(report => report.Category).Distinct()];
        var counted = new List<(Spot Spot, int[] Counts)>();
        foreach (var (building, category) in buildings.SelectMany(building => categories.Select(category => (building, category))))
        {
            int[] counts = [.. Enumerable.Range(0, weeks + 1).Select(back => reports
                .Where(report => report.Week == week.AddDays(-7 * back) && (building is null || (report.Building == building && !report.IsSealed)) && (category is null || report.Category == category))
                .Select(report => report.Reporter).Distinct().Count())];
            if (counts.Sum() >= rules.FewestReporters)
            {
                counted.Add((new(building, category), counts));
            }
        }

        var spots = counted.Select(one =>
        {
            // The spread of all places of the same kind, by moments.
            var kin = counted.Where(other => (other.Spot.Building is null) == (one.Spot.Building is null) && (other.Spot.Category is null) == (one.Spot.Category is null)).Select(other => other.Counts[1..]).ToList();
            var excess = kin.Sum(past => (past.Sum(count => Math.Pow(count - past.Average(), 2)) / (weeks - 1)) - past.Average());
            return new Flag(one.Spot, one.Counts[0], one.Counts[1..].Sum(), Tail(one.Counts, excess > 0 ? kin.Sum(past => Math.Pow(past.Average(), 2)) / excess : null), 1);
        }).ToList();
        var sorted = spots.OrderBy(spot => spot.Chance).ToList();
        var corrected = sorted.Select((_, i) => Math.Min(1, sorted.Take(i + 1).Select((earlier, j) => (sorted.Count - j) * earlier.Chance).Max())).ToList();
        return (spots.Count, [.. sorted.Zip(corrected, (spot, value) => spot with { Corrected = value }).Where(spot => spot.Corrected <= rules.FalseAlarms && spot.Now >= rules.FewestReporters)]);
    }

    private static double Tail(int[] counts, double? spread)
    {
        var (all, weeks) = (counts.Sum(), counts.Length - 1);
        // By adding up ratios, not by gamma functions.
        double Weight(double size, int k) => Enumerable.Range(0, k).Sum(i => Math.Log((size + i) / (i + 1)));
        if (spread is { } size && size < 10_000)
        {
            return Enumerable.Range(counts[0], all - counts[0] + 1).Sum(k => Math.Exp(Weight(size, k) + Weight(weeks * size, all - k) - Weight((weeks + 1) * size, all)));
        }

        return Enumerable.Range(counts[0], all - counts[0] + 1).Sum(k => Choose(all, k) * Math.Pow(1d / (weeks + 1), k) * Math.Pow(weeks / (weeks + 1d), all - k));
    }

    private static double Choose(int all, int part) => (double)Enumerable.Range(0, part).Aggregate(BigInteger.One, (ways, i) => ways * (all - i) / (i + 1));
}
