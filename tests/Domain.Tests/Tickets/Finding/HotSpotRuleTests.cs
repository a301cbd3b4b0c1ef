using Linli.Domain.Kernel;
using Linli.Domain.Tickets.Finding;

namespace Linli.Domain.Tests.Tickets.Finding;

public sealed class HotSpotRuleTests
{
    private static readonly HotSpotSettings Rules = FindingRules.On(MadeWeeks.Judged).HotSpots;

    [Theory]
    [InlineData(6, 12, null)]
    [InlineData(12, 40, null)]
    [InlineData(6, 12, 2.0)]
    [InlineData(12, 40, 2.0)]
    public void WhereNothingChangedFlagsAreNoMoreThanStated(int buildings, double reportsAWeek, double? spread)
    {
        const int Compounds = 500;
        var alarms = Enumerable.Range(0, Compounds).Count(seed =>
            HotSpotRule.Find(new MadeWeeks(seed, buildings, reportsAWeek, spread).Make(), MadeWeeks.Judged, MadeWeeks.Began, Rules).Spots.Count > 0);
        TestContext.Current.TestOutputHelper?.WriteLine($"{buildings} buildings, {reportsAWeek} reports a week, spread {spread}: {alarms} of {Compounds} weeks flagged");
        // The seeds are fixed, so this is a measurement and no lottery.
        (alarms / (double)Compounds).ShouldBeLessThanOrEqualTo(Rules.FalseAlarms);
    }

    [Theory]
    [InlineData(6, 6)]
    [InlineData(12, 7)]
    public void PlantedHotSpotsAreFound(int buildings, int planted)
    {
        var found = Enumerable.Range(0, 300).Count(seed =>
        {
            var made = new MadeWeeks(seed, buildings, 12);
            var reports = made.Make();
            reports.AddRange(Enumerable.Range(0, planted).Select(_ => new CountedReport(MadeWeeks.Building(2), "lift", MadeWeeks.Judged, made.Person(), IsSealed: false)));
            return HotSpotRule.Find(reports, MadeWeeks.Judged, MadeWeeks.Began, Rules).Spots.Any(spot => spot.Spot == new Spot(MadeWeeks.Building(2), "lift"));
        });
        TestContext.Current.TestOutputHelper?.WriteLine($"{planted} planted in one of {buildings} buildings: found in {found} of 300");
        found.ShouldBeGreaterThan(285);
    }

    [Fact]
    public void TheNumbersAreThoseOfAPlainCount()
    {
        for (var seed = 0; seed < 20; seed++)
        {
            var made = new MadeWeeks(seed, 4, 20);
            var reports = made.Make();
            // Busy people, who report the same thing three times a week, and somebody in the common area.
            reports.AddRange(reports.Take(60).ToList().SelectMany(report => new[] { report, report }));
            reports.AddRange(Enumerable.Range(0, 18).Select(i => new CountedReport(seed % 2 == 0 ? MadeWeeks.Building(1) : null, "drains", MadeWeeks.Judged, made.Person(), IsSealed: i < 2)));
            var found = HotSpotRule.Find(reports, MadeWeeks.Judged, MadeWeeks.Began, Rules);
            var naive = NaiveHotSpots.Find(reports, MadeWeeks.Judged, MadeWeeks.Past, Rules);
            found.Compared.ShouldBe(naive.Compared);
            found.Spots.Select(spot => (spot.Spot, spot.Reporters, spot.PastReporters)).ShouldBe(naive.Flags.Select(flag => (flag.Spot, flag.Now, flag.Past)), ignoreOrder: true);
            found.Spots.ShouldNotBeEmpty();
            foreach (var spot in found.Spots)
            {
                var flag = naive.Flags.Single(flag => flag.Spot == spot.Spot);
                spot.Chance.ShouldBe(flag.Chance, flag.Chance * 1e-6);
                spot.Corrected.ShouldBe(flag.Corrected, flag.Corrected * 1e-6);
            }
        }
    }

    [Fact]
    public void TheOrderDoesNotMatter() => Prop.ForAll(Gen.Choose(0, 100_000).ToArbitrary(), seed =>
    {
        var made = new MadeWeeks(seed, 3, 15);
        var reports = made.Make();
        reports.AddRange(Enumerable.Range(0, 8).Select(_ => new CountedReport(MadeWeeks.Building(0), "lift", MadeWeeks.Judged, made.Person(), IsSealed: false)));
        var mixed = reports.ToArray();
        new Random(seed).Shuffle(mixed);
        var (one, other) = (HotSpotRule.Find(reports, MadeWeeks.Judged, MadeWeeks.Began, Rules), HotSpotRule.Find(mixed, MadeWeeks.Judged, MadeWeeks.Began, Rules));
        return one.Compared == other.Compared && one.Spots.SequenceEqual(other.Spots);
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void OnePersonIsNoHotSpotAndNeitherIsAShortPast()
    {
        var made = new MadeWeeks(1, 3, 10);
        var reports = made.Make();
        var person = made.Person();
        reports.AddRange(Enumerable.Range(0, 50).Select(_ => new CountedReport(MadeWeeks.Building(0), "fees", MadeWeeks.Judged, person, IsSealed: false)));
        HotSpotRule.Find(reports, MadeWeeks.Judged, MadeWeeks.Began, Rules).Spots.ShouldBeEmpty();

        reports.AddRange(Enumerable.Range(0, 50).Select(_ => new CountedReport(MadeWeeks.Building(0), "fees", MadeWeeks.Judged, made.Person(), IsSealed: false)));
        HotSpotRule.Find(reports, MadeWeeks.Judged, MadeWeeks.Began, Rules).Spots.ShouldContain(spot => spot.Spot == new Spot(MadeWeeks.Building(0), "fees"));
        var young = HotSpotRule.Find(reports, MadeWeeks.Judged, MadeWeeks.Judged.AddDays(-7 * (Rules.FewestPastWeeks - 1)), Rules);
        (young.Compared, young.Spots.Count, young.PastWeeks).ShouldBe((0, 0, Rules.FewestPastWeeks - 1));
    }

    [Fact]
    public void WhatIsInConfidenceIsNeverABuildings()
    {
        var made = new MadeWeeks(2, 3, 10);
        var reports = made.Make();
        reports.AddRange(Enumerable.Range(0, 30).Select(_ => new CountedReport(MadeWeeks.Building(0), "neighbours", MadeWeeks.Judged, made.Person(), IsSealed: true)));
        var spots = HotSpotRule.Find(reports, MadeWeeks.Judged, MadeWeeks.Began, Rules).Spots;
        spots.ShouldContain(spot => spot.Spot == new Spot(null, "neighbours"));
        spots.ShouldNotContain(spot => spot.Spot.Building != null);
    }

    [Fact]
    public void WeeksBeginOnMonday()
    {
        FindingWeek.Of(new DateOnly(2026, 11, 22)).ShouldBe(new DateOnly(2026, 11, 16));
        FindingWeek.Of(new DateOnly(2026, 11, 16)).ShouldBe(new DateOnly(2026, 11, 16));
        FindingWeek.LastBefore(new DateOnly(2026, 11, 16)).ShouldBe(new DateOnly(2026, 11, 9));
        FindingWeek.Between(new DateOnly(2026, 1, 5), new DateOnly(2026, 11, 16)).ShouldBe(45);
    }

    [Fact]
    public void EveryValueIsOurOwnAndSaysSo()
    {
        FindingRules.BuiltIn.ShouldAllBe(rules => rules.HotSpots.Rests!.Verification == Verification.Design && rules.Duplicates.Rests!.Text.Length > 0
            && rules.Topics.Rests!.Text.Length > 0 && rules.ThreeMany.Rests!.Text.Length > 0);
        Should.Throw<System.Text.Json.JsonException>(() => FindingRules.Read("""[{"id":"x"}]"""));
    }
}
