using System.Net;
using Linli.Domain.Registry.Committees;
using Linli.Web.Demo.World;
using Linli.Web.Tests.Host;
using Shouldly;
using Xunit;

namespace Linli.Web.Tests.Demo;

/// <summary>长城社区's figures as the product shows them: 5 of 18, and a lawful step with its source for each of the 13 others (requirement A9).</summary>
public class DemoCommitteeTests(LinliHostFixture host) : DemoTests(host)
{
    private Task<Guid> Person(DemoRole role) => App.Scalar<Guid>("select person_id from platform.demo_persons where position = $1", (int)role);

    [Fact]
    public async Task Thirteen_compounds_show_their_next_lawful_step_with_its_source()
    {
        using var api = await App.ApiAs(await Person(DemoRole.OtherCommunityWorker));
        var view = (await api.Get("/api/v1/registry/committees")).ShouldBe(HttpStatusCode.OK).Json;
        view.GetProperty("compounds").GetInt32().ShouldBe(18);
        view.GetProperty("covered").GetInt32().ShouldBe(5);
        var without = view.GetProperty("list").GetProperty("rows").EnumerateArray()
            .Where(row => row.GetProperty("standing").GetString() is "None" or "BeingFormed" or "Lapsed").ToArray();
        without.Length.ShouldBe(13);
        without.ShouldAllBe(row => row.GetProperty("nextStep").GetString() != nameof(LawfulStep.InOrder));
        without.ShouldAllBe(row => row.GetProperty("rules").EnumerateArray().Any(rule => rule.GetProperty("source").GetString()!.Length > 0));
        without.Select(row => row.GetProperty("nextStep").GetString()).Distinct().Count().ShouldBeGreaterThanOrEqualTo(7);
        // What nobody has verified says so.
        without.SelectMany(row => row.GetProperty("rules").EnumerateArray()).Where(rule => !rule.GetProperty("isVerified").GetBoolean())
            .ShouldAllBe(rule => rule.GetProperty("tag").GetString()!.Length > 0);
    }

    [Fact]
    public async Task The_page_tells_27_8_percent()
    {
        using var visitor = await App.SignInAs(await Person(DemoRole.OtherSubdistrictOfficer));
        var page = (await visitor.Get("/committees")).ShouldBe(HttpStatusCode.OK);
        page.Text.ShouldContain("27.8%");
        page.All("table a[href^='/registry/compounds/']").Count.ShouldBe(18);
        page.All("details.basis").Count.ShouldBeGreaterThanOrEqualTo(18);
        var lapsed = (await visitor.Get("/committees?standing=Lapsed")).ShouldBe(HttpStatusCode.OK);
        lapsed.All("table a[href^='/registry/compounds/']").Count.ShouldBe(2);
    }

    [Theory]
    [InlineData("/committee")]
    [InlineData("/rules/profiles?left=sichuan&right=beijing")]
    [InlineData("/rules/profiles?left=nowhere&right=national")]
    public async Task Owners_see_their_committee_and_the_rules(string page)
    {
        using var visitor = await App.SignInAs(await Person(DemoRole.Owner));
        (await visitor.Get(page)).ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task Every_value_of_the_rules_page_has_a_source_and_what_is_not_verified_a_tag()
    {
        using var visitor = await App.SignInAs(await Person(DemoRole.Owner));
        var page = await visitor.Get("/rules/profiles?left=chongqing");
        var rules = page.All("td .rule");
        rules.Count.ShouldBe(Enum.GetValues<Linli.Domain.Registry.Jurisdictions.RuleKey>().Length);
        rules.ShouldAllBe(rule => rule.QuerySelector("details")!.TextContent.Trim().Length > 10);
        rules.Count(rule => rule.QuerySelector(".tag") is not null).ShouldBeGreaterThan(40);
    }
}
