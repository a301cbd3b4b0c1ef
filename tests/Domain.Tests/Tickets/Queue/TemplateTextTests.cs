using System.Text.Json;
using Linli.Domain.Tickets.Queue;

namespace Linli.Domain.Tests.Tickets.Queue;

public sealed class TemplateTextTests
{
    private static readonly Arbitrary<string> Plain = Gen.Elements("电", "梯", "a", " ", "\n", "1", "<", "&", "%").ArrayOf().Select(string.Concat).ToArbitrary();
    private static readonly Arbitrary<string> Any = Gen.Elements("{", "}", "{{", "}}", "{编号}", "{place}", "x", "栋", "{z}").ArrayOf().Select(string.Concat).ToArbitrary();

    private static string Fill(string text) => TemplateText.Fill(text, place => $"<{place}>");

    [Theory]
    [InlineData("{编号}在{地点}", "<Number>在<Place>")]
    [InlineData("{number} at {PLACE}, { worker }, {time}", "<Number> at <Place>, <Worker>, <Time>")]
    [InlineData("{{编号}}", "{编号}")]
    [InlineData("{{{编号}}}", "{<Number>}")]
    [InlineData("", "")]
    public void NamesInBracesAreFilledAndDoubledBracesAreBraces(string text, string filled) => Fill(text).ShouldBe(filled);

    [Theory]
    [InlineData("{电话}")]
    [InlineData("{}")]
    public void AnUnknownNameIsRefused(string text) => TemplateText.Fault(text).ShouldBeOfType<TemplatePlaceIsUnknown>();

    [Theory]
    [InlineData("{编号")]
    [InlineData("编号}")]
    [InlineData("{{}")]
    public void ABraceAloneIsRefused(string text) => TemplateText.Fault(text).ShouldBeOfType<TemplateBraceIsAlone>();

    [Fact]
    public void WordsWithoutBracesStayAsTheyAre() => Prop.ForAll(Plain, text => Fill(text) == text && TemplateText.Fault(text) is null).QuickCheckThrowOnFailure();

    [Fact]
    public void WhatIsFilledInIsNeverReadAgain() => Prop.ForAll(Any, value => TemplateText.Fill("{地点}", _ => value) == value).QuickCheckThrowOnFailure();

    [Fact]
    public void TextsWithoutFaultAreFilledAndOthersThrow() => Prop.ForAll(Any, text =>
    {
        if (TemplateText.Fault(text) is null)
        {
            return Fill(text) is not null;
        }

        Should.Throw<ArgumentException>(() => Fill(text));
        return true;
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void ShippedTemplatesAreInBothLanguagesAndFillable()
    {
        ShippedTemplate.All.Count.ShouldBeGreaterThan(4);
        ShippedTemplate.All.Select(template => template.Code).ShouldBeUnique();
        foreach (var body in ShippedTemplate.All.SelectMany(template => template.Bodies.Values))
        {
            Fill(body).ShouldNotContain("{");
        }

        Should.Throw<JsonException>(() => ShippedTemplate.Read("""[{"code":"x","use":"contact","titles":{"zh":"x","en":"x"},"bodies":{"zh":"{x}","en":"y"}}]"""));
        Should.Throw<JsonException>(() => ShippedTemplate.Read("""[{"code":"x","use":"contact","titles":{"zh":"x"},"bodies":{"zh":"x"}}]"""));
    }

    [Fact]
    public void EveryPlaceHasANameInEachLanguage()
    {
        foreach (var place in Enum.GetValues<TemplatePlace>())
        {
            TemplatePlaces.NamesOf(place).Count.ShouldBeGreaterThanOrEqualTo(2);
            TemplatePlaces.NamesOf(place).ShouldAllBe(name => TemplatePlaces.Find(name) == place);
        }
    }

    [Fact]
    public void LimitsAreReadStrictly()
    {
        QueueLimits.On(new(2026, 11, 21)).MostInBatch.ShouldBe(50);
        Should.Throw<JsonException>(() => QueueLimits.Read("""[{"version":1,"effectiveFrom":"2020-01-01","mostInBatch":0,"mostFilters":1,"mostTemplates":1,"mostCounted":1,"mostNeeded":1,"source":"x","verification":"design"}]"""));
    }
}
