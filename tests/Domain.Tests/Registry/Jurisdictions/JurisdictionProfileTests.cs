using System.Text.Json;
using Linli.Domain.Kernel;
using Linli.Domain.Registry.Jurisdictions;

namespace Linli.Domain.Tests.Registry.Jurisdictions;

public sealed class JurisdictionProfileTests
{
    private static readonly DateOnly Today = new(2026, 11, 23);

    private static readonly Gen<string> Codes =
        from prefix in Gen.Elements("", "50", "51", "5101", "11", "37", "3707", "3706", "3301", "33", "99")
        from rest in Gen.Choose(0, 999_999)
        select $"{prefix}{rest}";

    [Fact]
    public void EveryMatterHasAValueWithASourceEverywhere() => Prop.ForAll(Codes.ToArbitrary(), code =>
        Enum.GetValues<RuleKey>().All(key => JurisdictionProfiles.For(code, Today).Of(key) is { Source.Text.Length: > 0 } rule && rule.Value is not null)).QuickCheckThrowOnFailure();

    [Fact]
    public void APlaceResolvesToTheLongestPrefixOfItsCode() => Prop.ForAll(Codes.ToArbitrary(), code =>
    {
        var profiles = JurisdictionProfiles.For(code, Today).Profiles;
        return profiles.All(profile => code.StartsWith(profile.DivisionPrefix, StringComparison.Ordinal))
            && profiles.Zip(profiles.Skip(1)).All(pair => pair.First.DivisionPrefix.Length > pair.Second.DivisionPrefix.Length)
            && profiles[^1].Id == JurisdictionProfile.National;
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void WhatADecisionStoresLeadsBackToItsRules() => Prop.ForAll(Codes.ToArbitrary(), code =>
    {
        var rules = JurisdictionProfiles.For(code, Today);
        return JurisdictionProfiles.Find(rules.Stamp)!.Profiles.SequenceEqual(rules.Profiles);
    }).QuickCheckThrowOnFailure();

    [Theory]
    [InlineData("510105005007001", "sichuan@1+national@1")]
    [InlineData("500118001009001", "chongqing@1+national@1")]
    [InlineData("370705001", "weifang@1+shandong@1+national@1")]
    [InlineData("620000", "national@1")]
    public void StampsNameTheProfilesFromNearToFar(string code, string stamp) => JurisdictionProfiles.For(code, Today).Stamp.ShouldBe(stamp);

    [Fact]
    public void NothingOfChongqingOrSichuanPassesForVerified()
    {
        foreach (var code in new[] { "50", "51" })
        {
            var rules = JurisdictionProfiles.For(code, Today);
            rules.Nearest.Entries.Keys.ShouldAllBe(key => !rules.Of(key).IsVerified);
        }
    }

    [Fact]
    public void WhatWasNotFoundIsTakenFromTheNationalDefaultAndSaysSo()
    {
        var lead = JurisdictionProfiles.For("51", Today).Of(RuleKey.ReportLead);
        lead.Value.ShouldBe(new AmountValue(90, RuleUnit.Days));
        lead.From.Id.ShouldBe(JurisdictionProfile.National);
        lead.NotFoundIn.Single().Id.ShouldBe("sichuan");
        lead.Source.Verification.ShouldBe(Verification.Design);
        JurisdictionProfiles.For("50", Today).Of(RuleKey.FilingDays).IsVerified.ShouldBeFalse();
        JurisdictionProfiles.For("99", Today).Of(RuleKey.FilingDays).IsVerified.ShouldBeTrue();
    }

    [Fact]
    public void SilentProfilesLeaveTheMatterToTheNextWithoutHavingLookedForIt()
    {
        var weifang = JurisdictionProfiles.For("370705", Today);
        weifang.Of(RuleKey.VacancyShare).Value.ShouldBe(new ShareValue(2, 3, Strict: false));
        weifang.Of(RuleKey.FirstAssembly).From.Id.ShouldBe("shandong");
        weifang.Number(RuleKey.InterimTermMost).ShouldBeNull();
        weifang.Of(RuleKey.FilingDays).NotFoundIn.ShouldBeEmpty();
    }

    [Theory]
    [InlineData(1, 2, false, true)]
    [InlineData(1, 2, true, false)]
    public void ExactlyTheShareIsEnoughUnlessItMustBeExceeded(int part, int whole, bool strict, bool reached) =>
        new ShareValue(1, 2, strict).IsReachedBy(part * 100L, whole * 100L).ShouldBe(reached);

    [Fact]
    public void OneHundredthOfASquareMetreDecides() => Prop.ForAll(
        (from whole in Gen.Choose(1, int.MaxValue) from denominator in Gen.Choose(1, 20) from numerator in Gen.Choose(1, denominator) select (whole, numerator, denominator)).ToArbitrary(),
        given =>
        {
            var share = new ShareValue(given.numerator, given.denominator, Strict: false);
            var least = ((long)given.whole * given.numerator + given.denominator - 1) / given.denominator;
            return share.IsReachedBy(least, given.whole) && !share.IsReachedBy(least - 1, given.whole);
        }).QuickCheckThrowOnFailure();

    [Theory]
    [InlineData("5", RuleUnit.Days, "2026-11-28")]
    [InlineData("5", RuleUnit.WorkingDays, "2026-11-30")]
    [InlineData("3", RuleUnit.Months, "2027-02-23")]
    public void PeriodsBeginWithTheNextDay(string number, RuleUnit unit, string last)
    {
        var rules = With(RuleKey.FilingAnswerDays, new AmountValue(int.Parse(number, System.Globalization.CultureInfo.InvariantCulture), unit));
        rules.After(RuleKey.FilingAnswerDays, Today, WorkCalendar.WeekdaysOnly).ShouldBe(DateOnly.Parse(last, System.Globalization.CultureInfo.InvariantCulture));
    }

    [Fact]
    public void NewVersionHoldsFromItsDay()
    {
        var national = JurisdictionProfiles.BuiltIn.Single(profile => profile.Id == JurisdictionProfile.National);
        var later = national with { Version = 2, EffectiveFrom = new(2027, 1, 1) };
        JurisdictionProfiles.For([later, national], "51", new(2026, 12, 31)).Stamp.ShouldBe("national@1");
        JurisdictionProfiles.For([later, national], "51", new(2027, 1, 1)).Stamp.ShouldBe("national@2");
        Should.Throw<ArgumentException>(() => JurisdictionProfiles.For([later], "51", new(2026, 12, 31)));
        JurisdictionProfiles.Find("national@7").ShouldBeNull();
    }

    [Theory]
    [InlineData("""{"source":"","verification":"design","amount":3,"unit":"days"}""")]
    [InlineData("""{"source":"x","verification":"design","amount":3}""")]
    [InlineData("""{"source":"x","verification":"design","share":"1/2"}""")]
    [InlineData("""{"source":"x","verification":"design"}""")]
    [InlineData("""{"source":"x","verification":"design","amount":3,"unit":"days","notFound":true}""")]
    [InlineData("""{"source":"x","verification":"hearsay","amount":3,"unit":"days"}""")]
    [InlineData("""{"source":"x","verification":"design","amount":0,"unit":"days"}""")]
    public void ValueWithoutSourceOrInAnotherFormIsRefused(string value) => Should.Throw<JsonException>(() => ProfileReader.Read(
        """{"id":"x","version":1,"name":"x","divisionPrefix":"99","effectiveFrom":"2026-01-01","source":"x","verification":"design","values":{"filingDays":VALUE}}""".Replace("VALUE", value, StringComparison.Ordinal)));

    [Fact]
    public void NationalDefaultLeavesNothingOut() => Should.Throw<JsonException>(() => ProfileReader.Read(
        """{"id":"national","version":1,"name":"x","divisionPrefix":"","effectiveFrom":"2026-01-01","source":"x","verification":"design","values":{}}"""));

    internal static LocalRules With(RuleKey key, RuleValue value)
    {
        var national = JurisdictionProfiles.For("99", Today).Profiles[^1];
        var entries = national.Entries.ToDictionary();
        entries[key] = entries[key] with { Value = value };
        return new LocalRules([national with { Entries = System.Collections.Frozen.FrozenDictionary.ToFrozenDictionary(entries) }]);
    }
}
