using System.Net;
using Linli.Domain.Tickets.Finding;
using Linli.Web.Tests.Host;
using Linli.Web.Tickets.Finding;
using Shouldly;
using Xunit;

namespace Linli.Web.Tests.Tickets.Finding;

/// <summary>The weekly look: hot spots with their numbers, rising topics without names, and who decides on them.</summary>
public sealed class FindingTests(EmptyHost host) : EmptyHostTests(host)
{
    private FindingStage stage = null!;

    public override async ValueTask InitializeAsync()
    {
        await base.InitializeAsync();
        stage = await FindingStage.Make(App);
    }

    public override async ValueTask DisposeAsync()
    {
        stage.Dispose();
        await base.DisposeAsync();
    }

    [Fact]
    public async Task A_hot_spot_is_found_with_the_numbers_that_anybody_can_count()
    {
        await stage.UsualPast();
        for (var i = 0; i < 7; i++)
        {
            await stage.Past(0, stage.First, i % 2 == 0 ? "drain-blocked" : "drains", "下水道堵了");
        }

        await stage.Past(0, stage.First, "drains", "撤回的", state: "Withdrawn");
        await stage.Look();
        var here = (await (await stage.World.As(stage.World.Community)).Get($"/api/v1/findings?place={stage.Code}")).ShouldBe(HttpStatusCode.OK).Json;
        var spot = here.GetProperty("spots").EnumerateArray().First(s => s.GetProperty("buildingName").GetString() == "1栋" && s.GetProperty("category").GetString() == "drains");
        // Counted once more in SQL, straight from the tickets.
        var counted = await App.Scalar<long>(
            "select count(distinct reporter_id) from tickets.tickets where place_id = $1 and category in ('drains', 'drain-blocked') and state <> 'Withdrawn' and received_at >= ($2::date)::timestamp at time zone 'Asia/Shanghai'",
            stage.First, stage.Week);
        var past = await App.Scalar<long>(
            """
            select coalesce(sum(n), 0)::bigint from (select count(distinct reporter_id) n from tickets.tickets where place_id = $1 and category in ('drains', 'drain-blocked') and state <> 'Withdrawn'
               and received_at < ($2::date)::timestamp at time zone 'Asia/Shanghai' and received_at >= ($2::date - 19 * 7)::timestamp at time zone 'Asia/Shanghai'
             group by date_trunc('week', received_at at time zone 'Asia/Shanghai')) w
            """, stage.First, stage.Week);
        (spot.GetProperty("reporters").GetInt32(), spot.GetProperty("pastReporters").GetInt32(), spot.GetProperty("pastWeeks").GetInt32()).ShouldBe(((int)counted, (int)past, 19));
        spot.GetProperty("corrected").GetDecimal().ShouldBeLessThan(0.01m);
        var chance = ChangeTest.ChanceOf((int)counted, (int)past, 19, spot.GetProperty("size") is { ValueKind: System.Text.Json.JsonValueKind.Number } size ? size.GetDouble() : null);
        spot.GetProperty("chance").GetDouble().ShouldBe(chance, chance * 1e-6);

        // The same week is looked at once, also when two nodes come to it.
        var before = await App.Count("tickets.hot_spots", "compound_id = $1", stage.World.Compound);
        await App.Background.Run<FindEarly>();
        (await App.Count("tickets.hot_spots", "compound_id = $1", stage.World.Compound)).ShouldBe(before);
        (await App.Count("tickets.finding_runs", "week = $1", stage.Week)).ShouldBe(1);
    }

    [Fact]
    public async Task A_young_compound_is_not_judged_and_the_page_says_so()
    {
        for (var i = 0; i < 9; i++)
        {
            await stage.Past(i / 5, stage.First, "drains");
        }

        await stage.Look();
        (await App.Count("tickets.finding_weeks", "compound_id = $1 and compared = 0", stage.World.Compound)).ShouldBe(1);
        using var chair = await App.SignInAs(stage.World.Chair);
        var page = (await chair.Get("/findings")).ShouldBe(HttpStatusCode.OK);
        page.One("#spots").TextContent.ShouldContain("0");
        page.One("main").TextContent.ShouldContain("使用满 8 周后");
        // Words to take, drop or put forward are not there for whoever has nothing to decide.
        page.All("form[method=post]").Count(form => form.GetAttribute("action")?.Contains("findings", StringComparison.Ordinal) == true).ShouldBe(0);
    }

    [Fact]
    public async Task Words_rise_without_names_and_disputes_have_none()
    {
        await stage.UsualPast();
        await App.Execute("update registry.people set name = '李车推' where id = $1", stage.World.Neighbour);
        for (var i = 0; i < 9; i++)
        {
            await stage.Past(i % 4, stage.Second, "charging", "有人把电动车推进楼道充电");
            var dispute = await stage.Past(i % 4, stage.Second, "neighbours", "楼上漏水到卧室天花板", kind: "Dispute");
            dispute.ShouldNotBe(Guid.Empty);
        }

        await stage.Look();
        var secretary = await stage.World.As(stage.World.Secretary);
        var topics = (await secretary.Get("/api/v1/findings")).Json.GetProperty("topics").EnumerateArray().ToList();
        var words = topics.Where(t => t.GetProperty("origin").GetString() == "Words").Select(t => t.GetProperty("label").GetString()!).ToList();
        words.ShouldContain(label => label.Contains("充电", StringComparison.Ordinal));
        words.ShouldAllBe(label => !label.Contains("车推", StringComparison.Ordinal) && !label.Contains('漏'));
        topics.ShouldAllBe(t => t.GetProperty("reporters").GetInt32() >= 3 && t.GetProperty("answerableName").ValueKind == System.Text.Json.JsonValueKind.String);
        (await App.Count("platform.notifications", "person_id = $1 and kind = 'TopicsProposed'", stage.World.Secretary)).ShouldBe(1);
        // A dispute is counted for the compound, and for no building.
        (await App.Count("tickets.hot_spots", "compound_id = $1 and category = 'neighbours' and building_id is not null", stage.World.Compound)).ShouldBe(0);
    }

    [Fact]
    public async Task A_topic_is_taken_or_dropped_once_and_with_a_reason()
    {
        var (taken, dropped) = (await App.World.Topic(stage.World.Compound), await App.World.Topic(stage.World.Compound));
        var secretary = await stage.World.As(stage.World.Secretary);
        (await secretary.Post($"/api/v1/findings/topics/{dropped}/decide", new { requestId = Guid.NewGuid(), take = false })).Problem.ShouldBe("ReasonIsMissing");
        var body = new { requestId = Guid.NewGuid(), take = false, reason = "已列入整改" };
        (await secretary.Post($"/api/v1/findings/topics/{dropped}/decide", body)).ShouldBe(HttpStatusCode.NoContent);
        (await secretary.Post($"/api/v1/findings/topics/{dropped}/decide", body)).ShouldBe(HttpStatusCode.NoContent);
        (await secretary.Post($"/api/v1/findings/topics/{dropped}/decide", new { requestId = Guid.NewGuid(), take = true })).Problem.ShouldBe("TopicIsDecidedAlready");
        (await secretary.Post($"/api/v1/findings/topics/{taken}/decide", new { requestId = Guid.NewGuid(), take = true, version = 1 })).Problem.ShouldBe("ChangedMeanwhile");
        var both = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => secretary.Post($"/api/v1/findings/topics/{taken}/decide", new { requestId = Guid.NewGuid(), take = true })));
        both.Count(answer => answer.Status == HttpStatusCode.NoContent).ShouldBe(1);
        (await App.Count("tickets.topics", "id = $1 and state = 'Taken' and answerable_id = $2 and decided_by = $2", taken, stage.World.Secretary)).ShouldBe(1);
        (await App.Count("platform.audit_entries", "process = 'DecideTopic' and subject_id = any($1)", (object)new[] { taken, dropped })).ShouldBe(2);
        (await (await stage.World.As(stage.World.Dispatcher)).Post($"/api/v1/findings/topics/{taken}/decide", new { requestId = Guid.NewGuid(), take = true })).ShouldBe(HttpStatusCode.Forbidden);
    }

    [Fact]
    public async Task A_hot_spot_is_put_forward_by_form_and_decided_by_form()
    {
        var spot = await App.World.HotSpot(stage.World.Compound);
        await App.Execute("update tickets.hot_spots set week = $2, category = 'lift' where id = $1", spot, stage.Week);
        using var dispatcher = await App.SignInAs(stage.World.Dispatcher);
        (await dispatcher.Submit((await dispatcher.Get("/findings")).ShouldBe(HttpStatusCode.OK), "form[action*='handler=Propose']")).ShouldBe(HttpStatusCode.Found);
        (await (await stage.World.As(stage.World.Lead)).Post($"/api/v1/findings/hot-spots/{spot}/propose", new { requestId = Guid.NewGuid() })).Problem.ShouldBe("HotSpotIsProposedAlready");
        var topic = await App.Scalar<Guid>("select id from tickets.topics where hot_spot_id = $1", spot);
        using var secretary = await App.SignInAs(stage.World.Secretary);
        var page = (await secretary.Get($"/findings?topic={topic}")).ShouldBe(HttpStatusCode.OK);
        var refused = await secretary.Submit(page, "#decide", ("Input.Reason", new string('长', 501)));
        refused.ShouldBe(HttpStatusCode.OK).One("textarea[name='Input.Reason']").TextContent.Trim().Length.ShouldBe(501);
        (await secretary.Submit(page, "#decide", ("Input.Reason", "上会讨论"))).ShouldBe(HttpStatusCode.Found);
        (await App.Count("tickets.topics", "id = $1 and state = 'Taken' and reason = '上会讨论'", topic)).ShouldBe(1);
    }

    [Fact]
    public async Task A_topic_and_a_hot_spot_of_another_compound_are_out_of_reach()
    {
        using var other = await FindingStage.Make(App);
        var (topic, spot) = (await App.World.Topic(other.World.Compound), await App.World.HotSpot(other.World.Compound));
        var secretary = await stage.World.As(stage.World.Secretary);
        (await secretary.Post($"/api/v1/findings/topics/{topic}/decide", new { requestId = Guid.NewGuid(), take = true })).ShouldBe(HttpStatusCode.NotFound);
        (await secretary.Post($"/api/v1/findings/hot-spots/{spot}/propose", new { requestId = Guid.NewGuid() })).ShouldBe(HttpStatusCode.NotFound);
        (await secretary.Get($"/api/v1/findings?place={other.Code}")).ShouldBe(HttpStatusCode.NotFound);
        (await secretary.Get($"/api/v1/findings/export?place={other.Code}")).ShouldBe(HttpStatusCode.NotFound);
        (await (await stage.World.As(stage.World.Owner)).Get("/api/v1/findings")).ShouldBe(HttpStatusCode.Forbidden);
        using var visitor = await App.SignInAs(stage.World.Secretary);
        var own = await App.World.Topic(stage.World.Compound);
        var page = await visitor.Get($"/findings?topic={own}");
        (await visitor.Submit(page, "#decide", ("Input.Topic", $"{topic}"), ("Input.Reason", "x"))).ShouldBe(HttpStatusCode.NotFound);
        (await App.Count("tickets.topics", "id = $1 and state = 'Proposed'", topic)).ShouldBe(1);
        (await App.Count("tickets.topics", "hot_spot_id = $1", spot)).ShouldBe(0);
    }

    [Fact]
    public async Task The_three_are_counted_by_years_and_earlier_ones_entered()
    {
        var year = stage.Week.Year;
        await stage.Past(0, null, "noise", kind: "Complaint", at: new DateTimeOffset(year - 1, 1, 1, 0, 0, 0, TimeSpan.FromHours(8)));
        await stage.Past(0, null, "noise", kind: "Complaint", at: new DateTimeOffset(year, 1, 1, 0, 0, 0, TimeSpan.FromHours(8)));
        await stage.Past(0, null, "security", kind: "Complaint");
        await stage.Past(0, null, "neighbours", kind: "Dispute");
        await stage.Past(0, null, "noise", kind: "Complaint", state: "Withdrawn");
        await stage.Past(0, null, "lift");
        var secretary = await stage.World.As(stage.World.Secretary);
        async Task<string> Year(int of) => (await secretary.Get("/api/v1/findings/three-many")).Json.GetProperty("years").EnumerateArray().Single(y => y.GetProperty("year").GetInt32() == of) is var y
            ? $"{y.GetProperty("complaints")}/{y.GetProperty("disputes")}/{y.GetProperty("security")}" : string.Empty;
        (await Year(year)).ShouldBe("1/1/1");
        // The year in which it began is not whole, so it is not known.
        (await Year(year - 1)).ShouldBe("//");
        object Body(int of, string? source = "派出所通报", int? count = 12) => new { requestId = Guid.NewGuid(), compound = stage.Code, year = of, of = "Security", count, source };
        (await secretary.Post("/api/v1/findings/three-many", Body(year - 1))).ShouldBe(HttpStatusCode.NoContent);
        (await secretary.Post("/api/v1/findings/three-many", Body(year - 1, count: 9))).ShouldBe(HttpStatusCode.NoContent);
        (await Year(year - 1)).ShouldBe("//9");
        (await secretary.Post("/api/v1/findings/three-many", Body(year))).Problem.ShouldBe("YearIsNotOver");
        (await secretary.Post("/api/v1/findings/three-many", Body(year - 1, source: " ", count: -1))).Text.ShouldContain("CountIsOutOfRange");
        (await (await stage.World.As(stage.World.Dispatcher)).Post("/api/v1/findings/three-many", Body(year - 1))).ShouldBe(HttpStatusCode.Forbidden);
        using var other = await FindingStage.Make(App);
        (await (await other.World.As(other.World.Secretary)).Post("/api/v1/findings/three-many", Body(year - 1))).ShouldBe(HttpStatusCode.NotFound);
        using var visitor = await App.SignInAs(stage.World.Secretary);
        var page = (await visitor.Get("/findings/three-many")).ShouldBe(HttpStatusCode.OK);
        page.One("svg[role=img]").GetAttribute("aria-label").ShouldNotBeNullOrEmpty();
        (await visitor.Submit(page, "form.card", ("Input.Year", "2024"), ("Input.Of", "Disputes"), ("Input.Count", "3"), ("Input.Source", "年度总结"))).ShouldBe(HttpStatusCode.Found);
        (await Year(2024)).ShouldBe("/3/");
    }
}
