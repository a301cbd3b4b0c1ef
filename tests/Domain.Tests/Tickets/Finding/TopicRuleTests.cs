using Linli.Domain.Tickets;
using Linli.Domain.Tickets.Finding;

namespace Linli.Domain.Tests.Tickets.Finding;

public sealed class TopicRuleTests
{
    private static readonly TopicSettings Rules = FindingRules.BuiltIn[^1].Topics;
    private static readonly DateOnly Week = new(2026, 6, 1);
    private static readonly DateOnly Began = Week.AddDays(-7 * 40);

    // What people say in a usual week; none of it rises.
    private static readonly (string Category, string Text)[] Usual =
        [("lighting", "楼梯间的灯不亮"), ("drains", "下水道堵了"), ("hygiene", "垃圾桶没有清"), ("doors", "单元门关不上"), ("parking", "车位被占用了")];

    [Fact]
    public void TheRatioIsThatOfTheTable()
    {
        // Computed by hand: 10 of 40 against 10 of 160, 2·Σ O·ln(O/E) with E = 4, 36, 16, 144.
        var expected = 2 * ((10 * Math.Log(10 / 4d)) + (30 * Math.Log(30 / 36d)) + (10 * Math.Log(10 / 16d)) + (150 * Math.Log(150 / 144d)));
        LogLikelihood.Of(10, 40, 10, 160).ShouldBe(expected, 1e-9);
        LogLikelihood.Of(5, 50, 10, 100).ShouldBe(0, 1e-9);
        LogLikelihood.Of(0, 0, 0, 0).ShouldBe(0);
        Should.Throw<ArgumentOutOfRangeException>(() => LogLikelihood.Of(3, 2, 0, 1));
        (LogLikelihood.Rises(10, 40, 10, 160), LogLikelihood.Rises(5, 50, 10, 100)).ShouldBe((true, false));
    }

    [Fact]
    public void WhatSeveralPeopleSpeakOfRisesAndTheRestDoesNot()
    {
        var topics = TopicRule.Find([.. Stationary(), .. Said("charging", "有人把电动车推进楼道充电", 6)], Week, Began, [], Rules);
        topics.ShouldContain(topic => topic.IsCategory && topic.Label == "charging" && topic.Reporters == 6 && topic.With == 6 && topic.PastWith == 0);
        var words = topics.Where(topic => !topic.IsCategory).ToList();
        words.ShouldHaveSingleItem().Label.Split('/').ShouldContain(word => "电动车推进楼道充电".Contains(word, StringComparison.Ordinal));
        words[0].Likelihood.ShouldBe(LogLikelihood.Of(words[0].With, words[0].Of, words[0].PastWith, words[0].PastOf), 1e-9);
        TopicRule.Find(Stationary(), Week, Began, [], Rules).ShouldBeEmpty();
    }

    [Fact]
    public void FewerThanThreePeopleAreNotHeard()
    {
        var loud = Enumerable.Range(0, 30).Select(i => new SaidReport(Week.AddDays(-7 * (i % 4)), Person(i % 2), "charging", "有人把电动车推进楼道充电"));
        TopicRule.Find([.. Stationary(), .. loud], Week, Began, [], Rules).ShouldBeEmpty();
    }

    [Fact]
    public void NamesAreNoWords()
    {
        // A name that everybody shouts, three ways: known here, with a title, and unknown to the product's vocabulary.
        var known = TopicRule.Find([.. Stationary(), .. Said("service", "电工充电太慢", 9)], Week, Began, ["李充电"], Rules);
        known.Where(topic => !topic.IsCategory).SelectMany(topic => topic.Label.Split('/')).ShouldAllBe(word => !word.Contains("充电", StringComparison.Ordinal));
        TopicWords.Of("楼道的电梯师傅修水管", Rules).ShouldBe(["水管"]);
        TopicWords.Of("我叫电梯水管", Rules).ShouldBeEmpty();
        TopicWords.Of("欧阳锋诸葛亮", Rules).ShouldBeEmpty();
        TopicWords.Of("电话13800000000，门牌1204", Rules).ShouldAllBe(word => !word.Any(char.IsDigit));
    }

    [Fact]
    public void WhatIsSealedHasNoWords()
    {
        var sealedOnes = Said("neighbours", "", 6).Select(report => report with { Text = null });
        var topics = TopicRule.Find([.. Stationary(), .. sealedOnes], Week, Began, [], Rules);
        topics.ShouldAllBe(topic => topic.IsCategory);
        topics.ShouldContain(topic => topic.Label == "neighbours");
    }

    [Fact]
    public void TheOrderDoesNotMatterAndAShortPastSaysNothing()
    {
        SaidReport[] reports = [.. Stationary(), .. Said("charging", "有人把电动车推进楼道充电", 6), .. Said("lift", "电梯按钮没有反应", 5)];
        var one = TopicRule.Find(reports, Week, Began, [], Rules);
        new Random(3).Shuffle(reports);
        TopicRule.Find(reports, Week, Began, [], Rules).ShouldBe(one);
        TopicRule.Find(reports, Week, Week.AddDays(-7 * 10), [], Rules).ShouldBeEmpty();
    }

    [Fact]
    public void ATicketCountsUnderOneOfTheThree()
    {
        var rules = FindingRules.BuiltIn[^1].ThreeMany;
        ThreeManyRule.Of(TicketKind.Complaint, "security", rules).ShouldBe(ThreeMany.Security);
        ThreeManyRule.Of(TicketKind.Dispute, "noise", rules).ShouldBe(ThreeMany.Disputes);
        ThreeManyRule.Of(TicketKind.Complaint, "noise", rules).ShouldBe(ThreeMany.Complaints);
        ThreeManyRule.Of(TicketKind.Repair, "lift", rules).ShouldBeNull();
    }

    private static List<SaidReport> Stationary() =>
        [.. Enumerable.Range(0, 31).SelectMany(back => Usual.Select((said, i) => new SaidReport(Week.AddDays(-7 * back), Person(1000 + (back * 5) + i), said.Category, said.Text)))];

    private static IEnumerable<SaidReport> Said(string category, string text, int people) =>
        Enumerable.Range(0, people).Select(i => new SaidReport(Week.AddDays(-7 * (i % 3)), Person(500 + i), category, text));

    private static Guid Person(int number) => new(number, 1, 0, 0, 0, 0, 0, 0, 0, 0, 0);
}
