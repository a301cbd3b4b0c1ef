using System.Text.Json;
using Linli.Domain.Kernel;
using Linli.Domain.Tickets.Evaluation;

namespace Linli.Domain.Tests.Tickets.Evaluation;

public sealed class RateRankingTests
{
    private static readonly RateRules Rules = RateRules.On(new DateOnly(2026, 1, 1));

    [Fact]
    public void OneQuickFixDoesNotTopTheLeague() =>
        RateRanking.Of([Row(1, 1), Row(80, 100), Row(90, 100), Row(Rules.FewestToRank - 1, Rules.FewestToRank - 1)]).ShouldBe([null, 2, 1, null]);

    [Fact]
    public void EqualScoresShareARankAndTheNextIsLeftFree() => RateRanking.Of([Row(80, 100), Row(90, 100), Row(40, 50), Row(1, 100)]).ShouldBe([2, 1, 2, 4]);

    [Fact]
    public void WhoeverIsRankedStandsAboveAllWithALowerScore() => Prop.ForAll(
        Gen.Choose(0, 40).SelectMany(den => Gen.Choose(0, den).Select(num => (num, den))).ArrayOf().ToArbitrary(), pairs =>
        {
            var rows = pairs.Select(pair => Row(pair.num, pair.den)).ToArray();
            var ranks = RateRanking.Of(rows);
            return ranks.Zip(rows).All(one => one.First is null == (one.Second.Sample < Rules.FewestToRank)
                && ranks.Zip(rows).All(other => one.First is null || other.First is null || (one.First < other.First) == (one.Second.Score > other.Second.Score)));
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void EveryVersionSaysWhereItsValuesComeFrom()
    {
        RateRules.BuiltIn.ShouldAllBe(rules => rules.Weights.Text.Length > 0 && rules.Samples.Text.Length > 0);
        (Rules.ResponseWeight, Rules.ResolutionWeight, Rules.SatisfactionWeight).ShouldBe((30, 35, 35));
        Rules.Weights.Verification.ShouldBe(Verification.Reported);
        RateRules.BuiltIn.Select(rules => rules.Code).ShouldBeUnique();
    }

    [Theory]
    [InlineData("30,35,36")]
    [InlineData("-5,70,35")]
    public void WeightsMakeAHundred(string weights)
    {
        var w = weights.Split(',');
        Should.Throw<JsonException>(() => RateRules.Read(
            $$$"""
            [{"id":"x","version":1,"effectiveFrom":"2020-01-01","weights":{"response":{{{w[0]}}},"resolution":{{{w[1]}}},"satisfaction":{{{w[2]}}},"source":"s","verification":"design"},
              "samples":{"fewestToRank":1,"fewestToTell":1,"source":"s","verification":"design"}}]
            """));
    }

    private static ThreeRates Row(int numerator, int denominator) => new(
        new RateTally
        {
            Orders = denominator, InTime = numerator, ToContact = denominator, Solved = numerator, SolvedAnswers = denominator, Satisfied = numerator, SatisfactionAnswers = denominator,
        }, Rules);
}
