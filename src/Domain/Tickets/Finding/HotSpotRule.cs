namespace Linli.Domain.Tickets.Finding;

/// <summary>
/// Compares a compound's week with the compound's own weeks before. Every building and category, each category over the whole
/// compound, each building over all categories and the compound as a whole are compared at the same time; Holm's correction holds
/// the chance of any false flag of that week below the rule's share.
/// </summary>
public static class HotSpotRule
{
    /// <summary>What the week shows. The order of the reports does not matter.</summary>
    /// <param name="reports">The compound's reports of the week and of the weeks before; others are left out.</param>
    /// <param name="week">Monday of the week that is judged.</param>
    /// <param name="began">Monday of the first whole week in which the compound used the platform.</param>
    /// <param name="rules">The rule.</param>
    public static WeekFound Find(IEnumerable<CountedReport> reports, DateOnly week, DateOnly began, HotSpotSettings rules)
    {
        var weeks = Math.Clamp(FindingWeek.Between(began, week), 0, rules.PastWeeks);
        var first = week.AddDays(-7 * weeks);
        var counts = new Dictionary<Spot, HashSet<(DateOnly Week, Guid Reporter)>>();
        foreach (var report in reports.Where(report => report.Week >= first && report.Week <= week))
        {
            foreach (var spot in SpotsOf(report))
            {
                (counts.TryGetValue(spot, out var known) ? known : counts[spot] = []).Add((report.Week, report.Reporter));
            }
        }

        var now = counts.TryGetValue(new Spot(null, null), out var all) ? all.Count(one => one.Week == week) : 0;
        if (weeks < rules.FewestPastWeeks)
        {
            return new WeekFound(week, weeks, now, 0, []);
        }

        // What has fewer over all weeks together can never be a hot spot, so that it is not compared; the test is exact given this sum.
        var compared = counts.Where(spot => spot.Value.Count >= rules.FewestReporters)
            .Select(spot => (spot.Key, Counts: CountsOf(spot.Value, first, weeks)))
            // Places of one kind share their spread: summed in a fixed order, so that the same reports give the same digits.
            .OrderBy(spot => spot.Key.Building).ThenBy(spot => spot.Key.Category, StringComparer.Ordinal)
            .GroupBy(spot => (spot.Key.Building is null, spot.Key.Category is null))
            .SelectMany(kind =>
            {
                var size = ChangeTest.SizeOf(kind.Select(spot => spot.Counts[..weeks]));
                return kind.Select(spot => Compare(spot.Key, spot.Counts, weeks, size));
            }).ToList();
        return new WeekFound(week, weeks, now, compared.Count, Flagged(compared, rules));
    }

    private static IEnumerable<Spot> SpotsOf(CountedReport report)
    {
        yield return new Spot(null, null);
        yield return new Spot(null, report.Category);
        if (report is { Building: { } building, IsSealed: false })
        {
            yield return new Spot(building, null);
            yield return new Spot(building, report.Category);
        }
    }

    // The weeks in their order, the one judged last.
    private static int[] CountsOf(HashSet<(DateOnly Week, Guid Reporter)> people, DateOnly first, int weeks)
    {
        var counts = new int[weeks + 1];
        foreach (var (week, _) in people)
        {
            counts[FindingWeek.Between(first, week)]++;
        }

        return counts;
    }

    private static HotSpot Compare(Spot spot, int[] counts, int weeks, double? size)
    {
        var (now, past) = (counts[weeks], counts.Take(weeks).Sum());
        return new HotSpot(spot, now, past, weeks, size, ChangeTest.ChanceOf(now, past, weeks, size), 1);
    }

    private static List<HotSpot> Flagged(List<HotSpot> compared, HotSpotSettings rules)
    {
        var flagged = new List<HotSpot>();
        var corrected = 0d;
        var left = compared.Count;
        foreach (var spot in compared.OrderBy(spot => spot.Chance).ThenBy(spot => spot.Spot.Building).ThenBy(spot => spot.Spot.Category, StringComparer.Ordinal))
        {
            corrected = Math.Min(1, Math.Max(corrected, left-- * spot.Chance));
            if (corrected > rules.FalseAlarms)
            {
                break;
            }

            if (spot.Reporters >= rules.FewestReporters)
            {
                flagged.Add(spot with { Corrected = corrected });
            }
        }

        return flagged;
    }
}
