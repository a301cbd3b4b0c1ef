using Linli.Domain.Registry.Committees;
using Linli.Domain.Registry.Jurisdictions;

namespace Linli.Domain.Tests.Registry.Committees;

public sealed class FirstAssemblyTests
{
    private static readonly DateOnly Today = new(2026, 11, 23);

    [Theory]
    [InlineData("99", 5000, 10000, 0, Verdict.No)] // more than half, nationally
    [InlineData("99", 5001, 10000, 0, Verdict.Yes)]
    [InlineData("51", 5000, 10000, 0, Verdict.Yes)] // half or more in Sichuan (believed)
    [InlineData("51", 4999, 10000, 1, Verdict.No)]
    [InlineData("51", 2000, 10000, 2, Verdict.No)] // after two years more than a fifth
    [InlineData("51", 2001, 10000, 2, Verdict.Yes)]
    [InlineData("3301", 5999, 10000, 1, Verdict.No)]
    [InlineData("3301", 3000, 10000, 2, Verdict.Yes)]
    public void AreaIsComparedExactly(string division, long delivered, long all, int years, Verdict verdict) =>
        Judge(division, new DeliveryFigures { AllArea = all, DeliveredArea = delivered, FirstDelivery = Today.AddYears(-years) }).Verdict.ShouldBe(verdict);

    [Fact]
    public void TwoYearsAreOverOnTheirDay()
    {
        var figures = new DeliveryFigures { AllArea = 100, DeliveredArea = 30 };
        Judge("51", figures with { FirstDelivery = Today.AddYears(-2) }).Verdict.ShouldBe(Verdict.Yes);
        Judge("51", figures with { FirstDelivery = Today.AddYears(-2).AddDays(1) }).Verdict.ShouldBe(Verdict.No);
    }

    [Fact]
    public void ShandongCountsHomesToo()
    {
        Judge("37", new DeliveryFigures { AllHomes = 100, DeliveredHomes = 50 }).Verdict.ShouldBe(Verdict.Yes);
        Judge("37", new DeliveryFigures { AllArea = 100, DeliveredArea = 10, AllHomes = 100, DeliveredHomes = 25, FirstDelivery = Today.AddYears(-2) }).Verdict.ShouldBe(Verdict.Yes);
        Judge("37", new DeliveryFigures { AllArea = 100, DeliveredArea = 10, AllHomes = 100, DeliveredHomes = 24, FirstDelivery = Today.AddYears(-2) }).Verdict.ShouldBe(Verdict.No);
    }

    [Fact]
    public void BeijingTakesAnApplicationToo()
    {
        var figures = new DeliveryFigures { AllArea = 100, DeliveredArea = 60 };
        Judge("11", figures).Verdict.ShouldBe(Verdict.Unknown);
        Judge("11", figures with { Applied = true }).Verdict.ShouldBe(Verdict.Yes);
        Judge("11", figures with { Applied = false }).Verdict.ShouldBe(Verdict.No);
    }

    [Fact]
    public void MissingFiguresAreNeitherYesNorNo()
    {
        Judge("51", new DeliveryFigures()).Verdict.ShouldBe(Verdict.Unknown);
        Judge("51", new DeliveryFigures { FirstDelivery = Today }).Verdict.ShouldBe(Verdict.Unknown);
        Judge("51", new DeliveryFigures { AllArea = 0, DeliveredArea = 0 }).Verdict.ShouldBe(Verdict.Unknown);
    }

    [Fact]
    public void MoreDeliveryNeverTakesTheAssemblyAway() => Prop.ForAll(
        (from division in Gen.Elements("99", "51", "11", "37", "3301") from all in Gen.Choose(1, 1_000_000) from delivered in Gen.Choose(0, all) from more in Gen.Choose(0, all - delivered)
         from years in Gen.Choose(0, 5) from homes in Gen.Choose(0, 50) select (division, all, delivered, more, years, homes)).ToArbitrary(),
        given =>
        {
            var figures = new DeliveryFigures
            {
                AllArea = given.all, DeliveredArea = given.delivered, FirstDelivery = Today.AddYears(-given.years), AllHomes = 50, DeliveredHomes = given.homes, Applied = true,
            };
            return Judge(given.division, figures).Verdict != Verdict.Yes
                || Judge(given.division, figures with { DeliveredArea = given.delivered + given.more, FirstDelivery = Today.AddYears(-given.years - 1) }).Verdict == Verdict.Yes;
        }).QuickCheckThrowOnFailure();

    private static AssemblyStanding Judge(string division, DeliveryFigures figures) => FirstAssembly.Judge(JurisdictionProfiles.For(division, Today), figures, Today);
}
