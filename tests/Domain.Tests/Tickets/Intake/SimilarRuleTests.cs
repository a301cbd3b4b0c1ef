using System.Text.Json;
using Linli.Domain.Tickets;
using Linli.Domain.Tickets.Categories;
using Linli.Domain.Tickets.Intake;

namespace Linli.Domain.Tests.Tickets.Intake;

public sealed class SimilarRuleTests
{
    private static readonly SimilarRule Rule = SimilarRule.On(new DateOnly(2026, 11, 21));

    [Theory]
    [InlineData(true, true, 0, true)]
    [InlineData(true, false, 0, false)]
    [InlineData(false, true, 0, false)]
    [InlineData(false, true, 150, true)]
    [InlineData(false, true, 149, false)]
    [InlineData(true, false, 349, false)]
    [InlineData(false, false, 350, true)]
    public void PlaceAndCategoryOrWordsMakeItSimilar(bool samePlace, bool sameTop, int perMille, bool expected) => Rule.IsSimilar(samePlace, sameTop, perMille).ShouldBe(expected);

    [Fact]
    public void NoDisputeAndNothingAboutPersonsIsEverShown()
    {
        foreach (var category in CategoryTree.BuiltIn.All.Where(c => c.Kind == TicketKind.Dispute || c.IsMediated || c.Code.StartsWith("help", StringComparison.Ordinal) || c.Code == "service"))
        {
            Rule.Shows(category.Kind, category.Code, category.Parent).ShouldBeFalse(category.Code);
        }

        foreach (var code in Rule.LeftOutCategories)
        {
            CategoryTree.BuiltIn.Find(code).ShouldNotBeNull(code);
        }
    }

    [Theory]
    [InlineData("lift")]
    [InlineData("lift-stopped")]
    [InlineData("lighting")]
    [InlineData("hygiene")]
    public void WhatConcernsAllIsShown(string code)
    {
        var category = TicketCategory.Find(code)!;
        Rule.Shows(category.Kind, category.Code, category.Parent).ShouldBeTrue();
    }

    [Fact]
    public void AnOwnCategoryBelowOneThatIsLeftOutIsLeftOut() => Rule.Shows(TicketKind.Complaint, "x-rude", "service").ShouldBeFalse();

    [Theory]
    [InlineData("\"withinDays\": 14", "\"withinDays\": 0")]
    [InlineData("\"most\": 3", "\"most\": 11")]
    [InlineData("\"ratherAlikePerMille\": 150", "\"ratherAlikePerMille\": 351")]
    [InlineData("\"kind\"", "\"kind\"")]
    public void ARuleThatMakesNoSenseIsNotRead(string before, string after)
    {
        var json = JsonSerializer.Serialize(new[]
        {
            new
            {
                id = "probe", version = 1, effectiveFrom = "2020-01-01", withinDays = 14, most = 3, alikePerMille = 350, ratherAlikePerMille = 150,
                leftOutKinds = new[] { "dispute" }, leftOutCategories = Array.Empty<string>(), source = "probe", verification = "design",
            },
        }).Replace(":", ": ", StringComparison.Ordinal);
        SimilarRule.Read(json).Count.ShouldBe(1);
        var wrong = before == after ? json.Replace("\"dispute\"", "\"nonsense\"", StringComparison.Ordinal) : json.Replace(before, after, StringComparison.Ordinal);
        wrong.ShouldNotBe(json);
        Should.Throw<JsonException>(() => SimilarRule.Read(wrong));
    }
}
