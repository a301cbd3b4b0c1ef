using Linli.Domain.Kernel;
using Linli.Domain.Tickets;
using Linli.Domain.Tickets.Handling;

namespace Linli.Domain.Tests.Tickets.Handling;

public sealed class ExtensionRequestTests
{
    private static readonly ExtensionRule Rule = HandlingRules.BuiltIn[0].Extensions;
    private static readonly DateTimeOffset Now = ChinaTime.At(new(2026, 11, 23), new(10, 0));

    [Fact]
    public void WithinTheLimitsItIsGrantedFromTheDueMoment() =>
        Judge(3).Value.ShouldBe(new GrantedExtension(new Limit(3, TimeUnit.Days), null));

    [Theory]
    [InlineData(0, nameof(DaysAreOutOfRange))]
    [InlineData(8, nameof(DaysAreOutOfRange))]
    [InlineData(null, nameof(DaysAreMissing))]
    public void DaysHaveBounds(int? days, string code) => Judge(days).Refusals.ShouldHaveSingleItem().Code.ShouldBe(code);

    [Fact]
    public void LimitsAreData()
    {
        Judge(1, granted: Rule.Most).Refusals.ShouldHaveSingleItem().ShouldBe(new ExtensionsAreUsedUp(Rule.Most));
        Judge(1, urgency: Urgency.Emergency).Refusals.ShouldHaveSingleItem().ShouldBe(new ThisUrgencyIsNotExtended());
        Judge(1, isOpen: true).Refusals.ShouldHaveSingleItem().ShouldBe(new ExtensionIsAskedAlready());
        Judge(1, due: Now.AddMinutes(-1)).Refusals.ShouldHaveSingleItem().ShouldBe(new ExtensionComesTooLate());
        Judge(1, due: Now).IsRefused.ShouldBeFalse();
    }

    [Fact]
    public void AfterAReopeningItMayBeAskedForLateAndCountsFromThen() =>
        Judge(2, due: Now.AddDays(-3), wasReopened: true).Value.ShouldBe(new GrantedExtension(new Limit(2, TimeUnit.Days), Now));

    [Fact]
    public void RulesNameEveryLevelOnceAndSayWhereTheyComeFrom()
    {
        foreach (var rules in HandlingRules.BuiltIn)
        {
            rules.Whistles.Keys.Order().ShouldBe(Enum.GetValues<WhistleLevel>());
            new[] { rules.Pauses.Source, rules.Extensions.Source, rules.Returns.Source, rules.JointSource }.Concat(rules.Whistles.Values.Select(w => w.Source))
                .ShouldAllBe(source => source.Text.Length > 5);
        }

        Should.Throw<System.Text.Json.JsonException>(() => HandlingRules.Read("[{}]"));
        Should.Throw<System.Text.Json.JsonException>(() => HandlingRules.Read("[null]"));
        HandlingRules.On(new(2026, 11, 23)).Version.ShouldBe(1);
    }

    private static Outcome<GrantedExtension> Judge(
        int? days, Urgency urgency = Urgency.Normal, int granted = 0, bool isOpen = false, DateTimeOffset? due = null, bool wasReopened = false) =>
        ExtensionRequest.Judge(Rule, urgency, days, granted, isOpen, due ?? Now.AddDays(1), wasReopened, Now);
}
