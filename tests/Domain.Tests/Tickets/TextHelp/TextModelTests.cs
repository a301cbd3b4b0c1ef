using System.Runtime.CompilerServices;
using Linli.Domain.Tickets;
using Linli.Domain.Tickets.Categories;
using Linli.Domain.Tickets.TextHelp;

namespace Linli.Domain.Tests.Tickets.TextHelp;

public sealed class TextModelTests
{
    private static readonly TextMeasure Measure = TextMeasure.Of(TextModel.BuiltIn, TextExamples.Test);

    [Fact]
    public void EveryFirstLevelCategoryHasReportsAndNoneStandsTwice()
    {
        TextExamples.BuiltIn.Select(e => e.Text).ShouldBeUnique();
        TextExamples.BuiltIn.GroupBy(e => e.Category).Select(g => g.Key).Order().ShouldBe(TicketCategory.All.Where(c => c.Parent is null).Select(c => c.Code).Order());
        TextExamples.BuiltIn.GroupBy(e => e.Category).ShouldAllBe(g => g.Count() >= 29);
        TextExamples.Training.Intersect(TextExamples.Test).ShouldBeEmpty();
        (TextExamples.Training.Count + TextExamples.Test.Count).ShouldBe(TextExamples.BuiltIn.Count);
        TextExamples.BuiltIn.ShouldAllBe(e => e.Text.Length <= 60);
        Should.Throw<FormatException>(() => TextExamples.Read("# nothing normal\n坏了"));
        Should.Throw<FormatException>(() => TextExamples.Read("# lift normal\n! soon 坏了"));
    }

    [Fact]
    public void RulesNameCategoriesThatExist()
    {
        var rules = TextRules.BuiltIn;
        rules.Dangers.ShouldAllBe(d => TicketCategory.Find(d.Category) != null && d.Words.Count > 0);
        rules.Details.ShouldAllBe(d => TicketCategory.Find(d.Code) != null && TicketCategory.Find(d.Code)!.Parent != null);
        rules.Cost(Urgency.Emergency, Urgency.Normal).ShouldBeGreaterThan(rules.Cost(Urgency.Normal, Urgency.Emergency) * 5);
    }

    [Fact]
    public void WhatIsMeasuredIsFarBetterThanGuessing()
    {
        ((double)Measure.First / Measure.Texts).ShouldBeGreaterThan(0.6);
        ((double)Measure.AmongThree / Measure.Texts).ShouldBeGreaterThan(0.8);
        Measure.CalibrationError.ShouldBeLessThan(0.15);
        Measure.Categories.Sum(c => c.Right).ShouldBe(Measure.First);
        Measure.Mistakes.Sum(m => m.Count).ShouldBe(Measure.Texts - Measure.First);
        Measure.Calibration.Sum(b => b.Texts).ShouldBe(Measure.Texts);
        Measure.Urgencies.Sum(u => u.Count).ShouldBe(Measure.Texts);
        Measure.Ways[0].Cost.ShouldBeLessThan(Measure.Ways.Single(w => w.Name == "always normal").Cost / 3);
        Measure.Ways[0].MissedEmergencies.ShouldBeLessThanOrEqualTo(Measure.Ways[1].MissedEmergencies);
    }

    [Fact]
    public void TheDocumentedFiguresAreThose()
    {
        var document = File.ReadAllText(Repository("docs/text-help.md"));
        document.ShouldContain(TextReport.Of(TextModel.BuiltIn, Measure, TextExamples.Training.Count).Trim(), Case.Sensitive, "run ./linli measure-text-help and put its output into docs/text-help.md");
    }

    [Theory]
    [InlineData("有人被困在电梯里了", "lift-trapped", Urgency.Emergency, "trapped")]
    [InlineData("楼道有很浓的燃气味，快来看看", "gas-leak", Urgency.Emergency, "gas")]
    [InlineData("电梯停在五楼不动了", "lift-stopped", Urgency.Urgent, null)]
    [InlineData("楼道灯不亮，晚上看不见", "lighting", Urgency.Normal, null)]
    public void TypicalReportsAreRecognised(string text, string code, Urgency urgency, string? danger)
    {
        var suggestion = TextModel.BuiltIn.Suggest(text, CategoryTree.BuiltIn);
        suggestion.Categories[0].Code.ShouldBe(code);
        suggestion.Urgency.ShouldBe(urgency);
        suggestion.Danger?.Code.ShouldBe(danger);
        suggestion.Categories.Count.ShouldBeInRange(1, TextModel.Most);
        suggestion.Categories[0].Why.ShouldNotBeEmpty();
        suggestion.Categories.SelectMany(c => c.Why).ShouldAllBe(word => text.Contains(word, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("")]
    [InlineData("嗯")]
    [InlineData("！！？")]
    [InlineData("qwrtp zxcv")]
    public void WhatSaysTooLittleSuggestsNothing(string text) => TextModel.BuiltIn.Suggest(text, CategoryTree.BuiltIn).Categories.ShouldBeEmpty();

    [Fact]
    public void DangerIsSaidEvenOfTwoWords() => TextModel.BuiltIn.Suggest("着火", CategoryTree.BuiltIn).Urgency.ShouldBe(Urgency.Emergency);

    [Fact]
    public void WhatThePlaceDoesNotUseIsNotSuggested()
    {
        var tree = LocalCategoryRule.Apply(CategoryTree.BuiltIn, [new() { Place = new("50/"), Code = "lighting", IsOff = true }], new("50/01/"));
        TextModel.BuiltIn.Suggest("楼道灯不亮，晚上看不见", tree).Categories.ShouldNotContain(c => c.Code == "lighting");
    }

    [Fact]
    public void ASmallChanceOfAnEmergencyOutweighsALargeOneOfATrifle() =>
        TextModel.BuiltIn.Cheapest([("Normal", 0.9), ("Emergency", 0.1), ("Urgent", 0), ("Complex", 0)]).ShouldNotBe(Urgency.Normal);

    private static string Repository(string path, [CallerFilePath] string file = "") => Path.Combine(Path.GetDirectoryName(file)!, "..", "..", "..", "..", path);
}
