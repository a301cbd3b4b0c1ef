using Linli.Domain.Decisions;
using Linli.Domain.Kernel;
using Linli.Domain.Registry.Jurisdictions;

namespace Linli.Domain.Tests.Decisions;

public sealed class DecisionFlowTests
{
    private static readonly DateOnly Noticed = new(2026, 10, 20);
    private static readonly LocalRules National = JurisdictionProfiles.For("50", Noticed);

    [Fact]
    public void VotingIsReachedOnlyOverThePublishedAgenda() =>
        DecisionFlow.Table.Where(row => row.To == DecisionState.Voting).ShouldAllBe(row => row.From == DecisionState.Noticed);

    [Fact]
    public void NothingIsWrittenAnewOnceTheAgendaIsPublished() =>
        DecisionFlow.Table.Where(row => DecisionFlow.AgendaIsLocked(row.From)).ShouldAllBe(row => row.Act != DecisionAct.Rewrite);

    [Fact]
    public void EveryStateCanBeReachedAndEveryOtherActIsRefused()
    {
        var reached = DecisionFlow.Table.Select(row => row.To).Append(DecisionState.NotPassed).ToHashSet();
        Enum.GetValues<DecisionState>().ShouldAllBe(state => reached.Contains(state));
        foreach (var (state, act) in Enum.GetValues<DecisionState>().SelectMany(state => Enum.GetValues<DecisionAct>().Select(act => (state, act))))
        {
            DecisionFlow.Decide(state, act).IsRefused.ShouldBe(!DecisionFlow.ActsOpenIn(state).Contains(act));
        }
    }

    [Fact]
    public void WhatDidNotPassDoesNotTakeEffect()
    {
        DecisionFlow.Decide(DecisionState.ResultPublished, DecisionAct.Conclude, passed: false).Value.ShouldBe(DecisionState.NotPassed);
        DecisionFlow.Decide(DecisionState.ResultPublished, DecisionAct.Conclude, passed: true).Value.ShouldBe(DecisionState.Effective);
        DecisionFlow.Decide(DecisionState.Challenged, DecisionAct.Uphold, passed: false).Value.ShouldBe(DecisionState.NotPassed);
    }

    [Theory]
    [InlineData(15, 10, "")]
    [InlineData(14, 10, "NoticeIsTooShort")]
    [InlineData(15, 61, "VotingIsTooLong")]
    public void NoticeAndWindowFollowThePlace(int notice, int days, string refusal) =>
        string.Join(',', VotePeriods.Judge(Noticed, Window(notice, days), National).Select(fault => fault.Code)).ShouldBe(refusal);

    [Fact]
    public void HangzhouWantsFiveDaysAndSaysFromWhenVotingMayOpen()
    {
        VotePeriods.Judge(Noticed, Window(15, 4), JurisdictionProfiles.For("330102", Noticed)).ShouldBe([new VotingIsTooShort(5)]);
        VotePeriods.Judge(Noticed, Window(3, 6), National).ShouldBe([new NoticeIsTooShort(15, new DateOnly(2026, 11, 4))]);
    }

    [Fact]
    public void ObjectionsRunFromTheDayAfterPublication() =>
        VotePeriods.ObjectionsUntil(new DateOnly(2026, 11, 21), National, WorkCalendar.WeekdaysOnly).ShouldBe(new DateOnly(2026, 11, 28));

    [Fact]
    public void NineMattersOfTheNationAndThoseOfThePlace()
    {
        var rules = DecisionRules.BuiltIn.On(Noticed);
        rules.MattersAt("500118").Select(matter => matter.Code).ShouldBe(Enumerable.Range(1, 9).Select(number => $"M{number}"));
        rules.MattersAt("110105").Select(matter => matter.Code).ShouldContain("BJ-1");
        rules.Matters.Where(matter => matter.Class == DecisionClass.Special).Select(matter => matter.Code).ShouldBe(["M6", "M7", "M8"]);
        DecisionRules.OfStamp(rules.Stamp).ShouldBeSameAs(rules);
        rules.MattersAt("110105").Where(matter => matter.DivisionPrefix.Length > 0).ShouldAllBe(matter => matter.Source.Verification != Verification.Verified);
    }

    private static VotingWindow Window(int notice, int days)
    {
        var opens = new DateTimeOffset(2026, 10, 20, 9, 0, 0, TimeSpan.FromHours(8)).AddDays(notice);
        return new VotingWindow(opens, opens.AddDays(days));
    }
}
