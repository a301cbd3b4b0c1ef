using System.Text.Json;
using Linli.Domain.Kernel;
using Linli.Domain.Registry;
using Linli.Domain.Tickets;
using Linli.Domain.Tickets.Categories;

namespace Linli.Domain.Tests.Tickets.Categories;

public sealed class CategoryTreeTests
{
    private static readonly PlacePath Community = new("50/01/");
    private static readonly PlacePath Compound = new("50/01/0001/");
    private static readonly ServiceLevelProfile Profile = ServiceLevels.DefaultOn(new(2026, 11, 23));

    // Tickets carry these since the first version.
    private static readonly string[] FirstCodes =
    [
        "lift", "water-power-gas", "drains", "doors", "lighting", "roof-and-wall", "public-facility", "fire-safety", "falling-objects", "charging",
        "hygiene", "noise", "parking", "security", "fees", "service", "neighbours", "suggestion", "help", "other",
    ];

    [Fact]
    public void EveryCodeThatTicketsHaveStaysKnown()
    {
        foreach (var tree in CategoryTreeReader.BuiltIn)
        {
            FirstCodes.ShouldAllBe(code => tree.Find(code) != null && tree.Find(code)!.Parent == null);
        }

        foreach (var (before, after) in CategoryTreeReader.BuiltIn.Zip(CategoryTreeReader.BuiltIn.Skip(1)))
        {
            before.All.ShouldAllBe(category => after.Find(category.Code) != null);
        }
    }

    [Fact]
    public void TheTreeHasTwoLevelsAllKindsAndASource()
    {
        var tree = CategoryTree.BuiltIn;
        tree.All.Where(c => c.Parent is not null).ShouldAllBe(c => tree.Find(c.Parent)!.Parent == null);
        tree.All.Select(c => c.Kind).Distinct().Count().ShouldBe(Enum.GetValues<TicketKind>().Length);
        tree.All.Where(c => c.Kind == TicketKind.Dispute).ShouldAllBe(c => c.IsMediated);
        tree.Tops.Count(c => c.IsOffered).ShouldBeInRange(6, 12);
        tree.Tops.Where(c => c.IsOffered).ShouldAllBe(c => c.Icon != null);
        tree.Source.Text.ShouldNotBeEmpty();
        tree.Source.Verification.ShouldBe(Verification.Design);
    }

    [Fact]
    public void AFaultyFileIsRefused()
    {
        const string Head = """[{"id":"x","version":1,"effectiveFrom":"2026-01-01","source":"s","verification":"design","categories":[""";
        Should.Throw<JsonException>(() => CategoryTreeReader.Read(Head + """{"code":"a","kind":"repair","responsible":"community"}]}]"""));
        Should.Throw<JsonException>(() => CategoryTreeReader.Read(
            Head + """{"code":"a","kind":"repair","responsible":"community","urgency":"normal","children":[{"code":"a"}]}]}]"""));
        Should.Throw<JsonException>(() => CategoryTreeReader.Read(Head + """{"code":"a","kind":"party","responsible":"community","urgency":"normal"}]}]"""));
    }

    [Fact]
    public void ANarrowerPlaceNamesAndAssignsAndLimitsAddUp()
    {
        var tree = Apply(
            Rule("hygiene") with { Name = "环境卫生", Responsible = ResponsibleParty.Community, Resolve = new Limit(5, TimeUnit.Days), Mark = 1 },
            Rule("hygiene", Compound) with { Name = "保洁", Resolve = new Limit(3, TimeUnit.Days), Contact = new Limit(4, TimeUnit.Hours), Mark = 2 });
        var hygiene = tree.Find("hygiene")!;
        (hygiene.Name, hygiene.Responsible, hygiene.LocalMark).ShouldBe(("保洁", ResponsibleParty.Community, "@2"));
        hygiene.ResolveLimits.ShouldBe([new Limit(5, TimeUnit.Days), new Limit(3, TimeUnit.Days)]);
        hygiene.ContactLimits.ShouldBe([new Limit(4, TimeUnit.Hours)]);
        LocalCategoryRule.Apply(CategoryTree.BuiltIn, [Rule("hygiene", Compound) with { Name = "保洁" }], Community).ShouldBeSameAs(CategoryTree.BuiltIn);
    }

    [Fact]
    public void WhatAWiderPlaceSwitchesOffStaysOff()
    {
        var tree = Apply(Rule("noise") with { IsOff = true, Mark = 1 }, Rule("noise", Compound) with { IsOff = false, Name = "噪音", Mark = 2 });
        tree.Choose("noise").Refusals.ShouldBe([new CategoryIsSwitchedOff()]);
        tree.Choose("noise-shop").Refusals.ShouldBe([new CategoryIsSwitchedOff()]);
        tree.Find("noise").ShouldNotBeNull();
        tree.Tops.ShouldNotContain(c => c.Code == "noise");
    }

    [Fact]
    public void AnOwnCategoryStandsBelowItsFirstLevelAndTakesItsKind()
    {
        var tree = Apply(Rule("x-1") with { Parent = "hygiene", Name = "落叶清扫", Mark = 1 });
        tree.Below("hygiene").Select(c => c.Code).ShouldBe(["x-1"]);
        (tree.Find("x-1")!.Kind, tree.Find("x-1")!.Suggested).ShouldBe((TicketKind.Complaint, Urgency.Normal));
        tree.TopOf("x-1").ShouldBe("hygiene");
        Apply(Rule("x-1") with { Parent = "lift-stopped", Name = "不行", Mark = 1 }).Find("x-1").ShouldBeNull();
    }

    [Fact]
    public void LaxerLimitsAndDangersSwitchedOffAreRefused()
    {
        Faults(Rule("hygiene") with { Resolve = new Limit(8, TimeUnit.Days) }).ShouldBe(["LimitIsLaxerThanTheProfile"]);
        Faults(Rule("hygiene") with { Resolve = new Limit(7, TimeUnit.Days), Contact = new Limit(24, TimeUnit.Hours) }).ShouldBeEmpty();
        Faults(Rule("hygiene") with { Contact = new Limit(3, TimeUnit.WorkingHours) }).ShouldBe(["LimitIsLaxerThanTheProfile"]);
        string[] kept = ["other", "fire-safety", "lift", "gas-leak", "falling-objects"];
        kept.SelectMany(code => Faults(Rule(code) with { IsOff = true })).ShouldBe(kept.Select(_ => "CategoryStaysInUse"));
        Faults(Rule("noise") with { IsOff = true }).ShouldBeEmpty();
        Faults(Rule("nothing")).ShouldBe(["CategoryIsUnknown"]);
        Faults(Rule("x-2") with { Parent = "lift-stopped" }).ShouldBe(["CategoryIsUnknown"]);
    }

    private static CategoryTree Apply(params LocalCategoryRule[] rules) => LocalCategoryRule.Apply(CategoryTree.BuiltIn, rules, Compound);

    private static LocalCategoryRule Rule(string code, PlacePath? place = null) => new() { Place = place ?? Community, Code = code };

    private static IEnumerable<string> Faults(LocalCategoryRule rule) => rule.Faults(CategoryTree.BuiltIn, Profile).Select(fault => fault.Code);
}
