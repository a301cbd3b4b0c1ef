using System.Net;
using Linli.Domain.Registry;
using Linli.Web.Insight;
using Linli.Web.Platform.Access;
using Linli.Web.Tests.Host;
using Shouldly;
using Xunit;

namespace Linli.Web.Tests.Insight;

/// <summary>The overview counts what its definitions say, every figure is the list that it opens, and nobody counts what he may not see.</summary>
public class OverviewTests(EmptyHost host) : EmptyHostTests(host)
{
    private OverviewWorld world = null!;

    public override async ValueTask InitializeAsync()
    {
        await base.InitializeAsync();
        world = await OverviewWorld.Make(App);
    }

    [Fact]
    public async Task Tickets_are_counted_by_community_and_by_compound()
    {
        var clerk = await world.ActorAt(world.Subdistrict, PostKinds.SubdistrictOfficer);
        var all = await world.Count(clerk, null);
        all.Parts.Select(p => (p.Name, p.Compounds)).ShouldBe([("北社区", 2), ("南社区", 0)]);
        all.Parts[0].Figures.ShouldBe(OverviewWorld.Times(3));
        all.Parts[1].Figures.ShouldBe(OverviewWorld.Times(0));
        all.Total.ShouldBe(OverviewWorld.Times(3));
        all.Types.ShouldBe([new TypeCount(Enum.GetValues<CompoundType>()[0], 2)]);

        var community = await world.Count(clerk, world.North);
        community.Way.Select(w => w.Name).ShouldBe(["测试街道", "北社区"]);
        community.Parts.ToDictionary(p => p.Name, p => p.Figures).ShouldBe(
            new Dictionary<string, TicketFigures> { ["北巷小区"] = OverviewWorld.Times(2), ["北院小区"] = OverviewWorld.Times(1) }, ignoreOrder: true);

        var compound = await world.Count(clerk, world.Lane);
        compound.Parts.ShouldBeEmpty();
        compound.Total.ShouldBe(OverviewWorld.Times(2));
    }

    [Fact]
    public async Task A_rate_needs_enough_ratings()
    {
        var clerk = await world.ActorAt(world.Subdistrict, PostKinds.SubdistrictOfficer);
        (await world.Count(clerk, world.Lane)).Total.SatisfiedRate.ShouldBe(75.0m);
        var few = (await world.Count(clerk, world.Court)).Total;
        few.Rated.ShouldBeInRange(1, TicketFigures.FewestRatings - 1);
        few.SatisfiedRate.ShouldBeNull();
    }

    [Fact]
    public async Task Each_figure_is_the_number_of_tickets_in_its_list_whoever_looks_at_whatever_place()
    {
        var clerk = await world.ActorAt(world.Subdistrict, PostKinds.SubdistrictOfficer);
        var worker = await world.ActorAt(world.North, PostKinds.CommunityWorker);
        var chair = await world.ActorAt(world.Lane, PostKinds.CommitteeChair);
        // What the clerk reported at home elsewhere is hers to see, but no figure of her post.
        await world.PutTickets(world.Foreign, clerk.PersonId);
        foreach (var (actor, places) in new (Actor, Guid?[])[]
        {
            (clerk, [null, world.North, world.South, world.Lane, world.Court]), (worker, [null, world.Lane]), (chair, [null]),
        })
        {
            foreach (var place in places)
            {
                await FiguresAndLists.ShouldAgree(App, actor, await world.Count(actor, place));
            }
        }
    }

    [Fact]
    public async Task The_page_links_every_figure_to_its_list()
    {
        var clerk = await world.ActorAt(world.Subdistrict, PostKinds.SubdistrictOfficer);
        using var visitor = await App.SignInAs(clerk.PersonId);
        var page = (await visitor.Get($"/overview?place={await world.CodeOf(world.North)}")).ShouldBe(HttpStatusCode.OK);
        var figures = page.All("main a[href^='/work?'], main a[href^='/rates/tickets?']");
        // The strip, two compounds and their total, five figures each.
        figures.Count.ShouldBe(20);
        foreach (var figure in figures)
        {
            var list = (await visitor.Get(figure.GetAttribute("href")!)).ShouldBe(HttpStatusCode.OK);
            list.All("main tbody tr").Count.ToString(System.Globalization.CultureInfo.InvariantCulture).ShouldBe(figure.TextContent.Trim(), figure.GetAttribute("href"));
        }
    }

    [Fact]
    public async Task Places_outside_the_post_and_below_a_compound_have_no_overview()
    {
        var worker = await world.ActorAt(world.North, PostKinds.CommunityWorker);
        var building = await App.World.Place("1栋", PlaceKind.Building, $"{world.Root}1/1/1/", world.Lane);
        using var visitor = await App.SignInAs(worker.PersonId);
        using var program = await App.ApiAs(worker.PersonId);
        foreach (var place in new[] { world.Subdistrict, world.South, world.Foreign, building })
        {
            var code = await world.CodeOf(place);
            (await visitor.Get($"/overview?place={code}")).ShouldBe(HttpStatusCode.NotFound);
            (await program.Get($"/api/v1/overview?place={code}")).ShouldBe(HttpStatusCode.NotFound).Problem.ShouldBe("NotFound");
        }
    }

    [Fact]
    public async Task A_place_without_compounds_says_so()
    {
        var clerk = await world.ActorAt(world.Subdistrict, PostKinds.SubdistrictOfficer);
        using var visitor = await App.SignInAs(clerk.PersonId);
        (await visitor.Get("/overview")).All("main tbody tr").Single(r => r.TextContent.Contains("南社区", StringComparison.Ordinal)).TextContent.ShouldContain("还没有登记小区");
        (await visitor.Get($"/overview?place={await world.CodeOf(world.South)}")).One("main").TextContent.ShouldContain("这里还没有小区");
    }

    [Theory]
    [InlineData("from=2026-11-02&to=2026-11-01", 422, "PeriodEndsBeforeItBegins")]
    [InlineData("from=0001-01-01", 422, "PeriodIsOutOfRange")]
    [InlineData("to=9999-12-31", 422, "PeriodIsOutOfRange")]
    [InlineData("from=gestern", 400, null)]
    [InlineData("place=%00", 404, "NotFound")]
    [InlineData("place=%27%20or%201=1", 404, "NotFound")]
    public async Task What_cannot_be_counted_is_refused(string query, int status, string? problem)
    {
        using var program = await App.ApiAs((await world.ActorAt(world.Subdistrict, PostKinds.SubdistrictOfficer)).PersonId);
        var answer = await program.Get($"/api/v1/overview?{query}");
        answer.ShouldBe((HttpStatusCode)status);
        answer.Headers["Content-Type"].ShouldStartWith("application/problem+json");
        if (problem is not null)
        {
            answer.Problem.ShouldBe(problem);
        }
    }

    [Fact]
    public async Task A_program_reads_the_same_figures()
    {
        var clerk = await world.ActorAt(world.Subdistrict, PostKinds.SubdistrictOfficer);
        using var program = await App.ApiAs(clerk.PersonId);
        var answer = (await program.Get("/api/v1/overview?from=2026-10-25&to=2026-11-23")).ShouldBe(HttpStatusCode.OK).Json;
        answer.GetProperty("total").GetProperty("received").GetInt64().ShouldBe(27);
        answer.GetProperty("parts")[0].GetProperty("figures").GetProperty("satisfiedRate").GetDecimal().ShouldBe(75.0m);
    }
}
