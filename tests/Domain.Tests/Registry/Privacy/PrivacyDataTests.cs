using System.Text.Json;
using Linli.Domain.Kernel;
using Linli.Domain.Registry.Privacy;

namespace Linli.Domain.Tests.Registry.Privacy;

/// <summary>The rule files that come with the product, and what their readers refuse.</summary>
public sealed class PrivacyDataTests
{
    private static readonly DateTimeOffset Now = new(2026, 11, 23, 2, 0, 0, TimeSpan.Zero);

    [Fact]
    public void EveryRuleHasASourceAndNoDesignValueIsCalledLaw()
    {
        RetentionRules.BuiltIn.Count.ShouldBeGreaterThan(15);
        RetentionRules.BuiltIn.ShouldAllBe(rule => rule.Source.Text.Length > 5);
        // Nothing here was read at its source; the page says so.
        RetentionRules.BuiltIn.ShouldAllBe(rule => rule.Source.Verification != Verification.Verified);
    }

    [Fact]
    public void TheUnmaskingLogIsKeptForThreeYears() => RetentionRules.BuiltIn.Single(rule => rule.Code == "unmaskings").Keep.ShouldBe(new RetentionPeriod(3, RetentionUnit.Years));

    [Fact]
    public void TheAuditTrailIsNeverDeleted() => RetentionRules.BuiltIn.Single(rule => rule.Code == "audit").Act.ShouldBe(RetentionAct.Keep);

    [Fact]
    public void YearsAreCountedByTheCalendar()
    {
        var rule = RetentionRules.BuiltIn.Single(r => r.Code == "ticket-texts");
        rule.Before(Now).ShouldBe(ChinaTime.At(new DateOnly(2023, 11, 23), new TimeOnly(10, 0)));
        rule.Before(ChinaTime.At(new DateOnly(2028, 2, 29), new TimeOnly(9, 0))).ShouldBe(ChinaTime.At(new DateOnly(2025, 2, 28), new TimeOnly(9, 0)));
    }

    [Fact]
    public void OnlyTheHighestVersionInForceHolds()
    {
        var rules = RetentionRules.Read("""
            [{"code":"a","version":1,"effectiveFrom":"2020-01-01","keep":{"amount":1,"unit":"days"},"since":"sent","act":"delete","source":"s","verification":"design"},
             {"code":"a","version":2,"effectiveFrom":"2026-12-01","keep":{"amount":2,"unit":"days"},"since":"sent","act":"delete","source":"s","verification":"design"}]
            """);
        RetentionRules.InForce(rules, new DateOnly(2026, 11, 30)).Single().Version.ShouldBe(1);
        RetentionRules.InForce(rules, new DateOnly(2026, 12, 1)).Single().Version.ShouldBe(2);
    }

    [Theory]
    [InlineData("""[{"code":"a","version":1,"effectiveFrom":"2020-01-01","keep":null,"since":"sent","act":"delete","source":"s","verification":"design"}]""")]
    [InlineData("""[{"code":"a","version":1,"effectiveFrom":"2020-01-01","keep":{"amount":0,"unit":"days"},"since":"sent","act":"delete","source":"s","verification":"design"}]""")]
    [InlineData("""[{"code":"a","version":1,"effectiveFrom":"2020-01-01","keep":{"amount":1,"unit":"moons"},"since":"sent","act":"delete","source":"s","verification":"design"}]""")]
    [InlineData("""[{"code":"a","version":1}]""")]
    public void ARuleWithoutAProperPeriodIsRefused(string json) => Should.Throw<JsonException>(() => RetentionRules.Read(json));

    [Fact]
    public void TheNoticeTellsAllPartsInBothLanguages()
    {
        var notice = PrivacyNotices.On(new DateOnly(2026, 11, 23));
        notice.Parts.Keys.ShouldBe(Enum.GetValues<NoticePart>(), ignoreOrder: true);
        Should.Throw<JsonException>(() => PrivacyNotices.Read("""[{"version":1,"effectiveFrom":"2020-01-01","changed":{"zh":"一","en":"one"},"parts":{"who":{"zh":"谁","en":"who"}}}]"""));
    }

    [Fact]
    public void NoConsentIsACondition()
    {
        ConsentPurposes.BuiltIn.Select(p => p.Code).ShouldBe([ConsentPurposes.PhoneToVolunteers, ConsentPurposes.PartyMark, ConsentPurposes.HardshipMark]);
        // Each says what is done instead.
        ConsentPurposes.BuiltIn.ShouldAllBe(p => p.Without.Zh.Contains("不影响任何服务") && p.Without.En.Contains("changes no service") && p.Separate);
    }

    [Theory]
    [InlineData(null, true, ConsentState.NotGiven)]
    [InlineData(null, false, ConsentState.NotGiven)]
    [InlineData(2, true, ConsentState.Given)]
    [InlineData(1, true, ConsentState.AskAgain)]
    [InlineData(2, false, ConsentState.Withdrawn)]
    [InlineData(1, false, ConsentState.Withdrawn)]
    public void ANewTextAsksAnewAndAWithdrawalStays(int? lastVersion, bool given, ConsentState expected)
    {
        var text = new BothLanguages("文", "text");
        new ConsentPurpose("x", 2, true, text, text, text, new ConsentRecording([], [])).StateAfter(lastVersion, given).ShouldBe(expected);
    }
}
