using System.Text.Json;
using Linli.Domain.Kernel;
using Linli.Domain.Tickets;

namespace Linli.Domain.Tests.Tickets;

public sealed class ServiceLevelsTests
{
    private static readonly ServiceLevelProfile Default = ServiceLevels.DefaultOn(new(2026, 11, 1));

    [Theory]
    [InlineData(Urgency.Emergency, 2, TimeUnit.Hours, 2, TimeUnit.Hours)]
    [InlineData(Urgency.Urgent, 2, TimeUnit.Hours, 24, TimeUnit.Hours)]
    [InlineData(Urgency.Normal, 24, TimeUnit.Hours, 7, TimeUnit.Days)]
    [InlineData(Urgency.Complex, 24, TimeUnit.Hours, 15, TimeUnit.Days)]
    public void DefaultLimitsAreThoseOfTheField(Urgency urgency, int contact, TimeUnit contactUnit, int resolve, TimeUnit resolveUnit)
    {
        Default.For(urgency).Contact.ShouldBe(new Limit(contact, contactUnit));
        Default.For(urgency).Resolve.ShouldBe(new Limit(resolve, resolveUnit));
    }

    [Fact]
    public void EveryValueNamesItsSource()
    {
        ServiceLevels.BuiltIn.ShouldNotBeEmpty();
        ServiceLevels.BuiltIn.ShouldAllBe(profile => profile.Source.Text.Length > 0 && profile.Levels.Values.All(level => level.Source.Text.Length > 0));
        Default.For(Urgency.Normal).Source.Verification.ShouldBe(Verification.Reported);
    }

    [Fact]
    public void NewVersionHoldsFromItsDay()
    {
        var later = Default with { Version = 2, EffectiveFrom = new(2027, 1, 1) };
        new[] { later, Default }.InForceOn(new(2026, 12, 31)).ShouldBe(Default);
        new[] { later, Default }.InForceOn(new(2027, 1, 1)).ShouldBe(later);
        new[] { later }.InForceOn(new(2026, 12, 31)).ShouldBeNull();
        ServiceLevels.Find([later, Default], "default", 1).ShouldBe(Default);
    }

    [Fact]
    public void TwentyFourHoursRunOnHolidaysAndSevenDaysEndOnAWorkingDay()
    {
        var clock = Default.Clock(new WorkCalendar([new(new(2026, 10, 1), true), new(new(2026, 10, 2), true)]));
        var eve = ChinaTime.At(new(2026, 9, 30), new(18, 0));
        clock.Due(eve, Default.For(Urgency.Urgent).Resolve).ShouldBe(eve.AddHours(24));
        clock.Due(ChinaTime.At(new(2026, 9, 24), new(18, 0)), Default.For(Urgency.Normal).Resolve).ShouldBe(ChinaTime.EndOf(new(2026, 10, 5)));
    }

    [Theory]
    [InlineData("[null]")]
    [InlineData("""[{"id":"x"}]""")]
    [InlineData("""[{"id":"x","version":1,"effectiveFrom":"2026-01-01","source":"s","verification":"design","workingHours":[["09:00","12:00"]],"confirmation":{"amount":7,"unit":"days"},"levels":{}}]""")]
    [InlineData("""[{"id":"x","version":1,"effectiveFrom":"2026-01-01","source":"s","verification":"design","workingHours":[["09:00"]],"confirmation":{"amount":0,"unit":"days"},"levels":{}}]""")]
    public void IncompleteProfileIsRefused(string json) => Should.Throw<JsonException>(() => ServiceLevels.Read(json));
}
