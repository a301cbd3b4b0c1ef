using System.Net;
using System.Text.Json;
using Linli.Web.Tests.Host;
using Shouldly;
using Xunit;

namespace Linli.Web.Tests.Grid;

public class CaptainTests(EmptyHost host) : EmptyHostTests(host)
{
    private static IEnumerable<JsonElement> Rows(Answer answer, string name) => answer.Json.GetProperty(name).EnumerateArray();

    private string Day(int days) => Linli.Domain.Kernel.ChinaTime.DayOf(App.Clock.Now).AddDays(days).ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);

    [Fact]
    public async Task A_year_of_a_captain_from_appointment_to_signed_hand_over()
    {
        var stage = await GridStage.Set(App);
        var (first, person, captain) = await stage.Captain(stage.Buildings[0]);
        Rows((await captain.Get("/api/v1/grid/my-households")).ShouldBe(HttpStatusCode.OK), "rows").Count().ShouldBe(3);

        // Knows the own households and nobody else's.
        (await captain.Get($"/api/v1/grid/my-households/{stage.Units[0]}")).ShouldBe(HttpStatusCode.OK).Text.ShouldContain("****");
        (await captain.Get($"/api/v1/grid/my-households/{stage.Units[3]}")).ShouldBe(HttpStatusCode.NotFound);
        (await captain.Get($"/api/v1/registry/units/{stage.Units[0]}")).ShouldBe(HttpStatusCode.Forbidden);
        (await captain.Post($"/api/v1/grid/my-households/{stage.Units[3]}/notes", new { purpose = "Reach", text = "别人的住户" })).ShouldBe(HttpStatusCode.NotFound);
        (await captain.Post($"/api/v1/grid/my-households/{stage.Units[0]}/notes", new { purpose = "Reach", text = "晚上联系" })).ShouldBe(HttpStatusCode.OK);

        var coverage = (await stage.Worker.Get($"/api/v1/grid/coverage?place={stage.Code}")).ShouldBe(HttpStatusCode.OK).Json.GetProperty("total");
        (coverage.GetProperty("households").GetInt32(), coverage.GetProperty("covered").GetInt32(), coverage.GetProperty("nobody").GetInt32()).ShouldBe((6, 3, 3));
        coverage.GetProperty("buildingsWithout").GetInt32().ShouldBe(1);
        Rows(await stage.Worker.Get($"/api/v1/grid/gaps?place={stage.Code}&kind=Nobody"), "rows").Count().ShouldBe(3);

        // A year later the captain moves away; the old note has had its time, a new one goes along.
        App.Clock.Advance(TimeSpan.FromDays(365));
        await stage.SignInAnew();
        captain = await App.ApiAs(person, first);
        (await captain.Get($"/api/v1/grid/my-households/{stage.Units[0]}")).Text.ShouldNotContain("晚上联系");
        (await captain.Post($"/api/v1/grid/my-households/{stage.Units[0]}/notes", new { purpose = "Inform", text = "停水请先告知" })).ShouldBe(HttpStatusCode.OK);
        var (second, _, successor) = await stage.Captain(stage.Buildings[1]);
        var begun = (await stage.Worker.Post($"/api/v1/grid/leaders/{first}/hand-overs", new { toPost = second, reason = "搬离小区" })).ShouldBe(HttpStatusCode.OK);
        var list = begun.Json.GetProperty("value").GetGuid();
        (await stage.Worker.Post($"/api/v1/grid/leaders/{first}/hand-overs", new { toPost = second, reason = "再来一次" })).Problem.ShouldBe("NothingToHandOver");
        var lines = Rows((await successor.Get($"/api/v1/grid/hand-overs/{list}")).ShouldBe(HttpStatusCode.OK), "lines").Select(l => l.GetProperty("id").GetGuid()).ToArray();
        (await captain.Post($"/api/v1/grid/hand-overs/{list}/sign-off", new { items = lines })).Problem.ShouldBe("OnlyTheSuccessorSignsOff");
        (await successor.Post($"/api/v1/grid/hand-overs/{list}/sign-off", new { items = lines[..1] })).ShouldBe(HttpStatusCode.NoContent);
        (await stage.Standing(first), await stage.Standing(second)).ShouldBe((2, 4));
        (await stage.Worker.Get($"/api/v1/grid/hand-overs/{list}")).Json.GetProperty("list").GetProperty("state").GetString().ShouldBe("Open");
        (await successor.Post($"/api/v1/grid/hand-overs/{list}/sign-off", new { items = lines[1..] })).ShouldBe(HttpStatusCode.NoContent);
        (await stage.Standing(first), await stage.Standing(second)).ShouldBe((0, 6));
        (await stage.Worker.Get($"/api/v1/grid/hand-overs/{list}")).Json.GetProperty("list").GetProperty("state").GetString().ShouldBe("Complete");

        // The note went along, the predecessor sees no household any more, and ending the post leaves no gap.
        (await successor.Get($"/api/v1/grid/my-households/{stage.Units[0]}")).Text.ShouldContain("停水请先告知");
        (await captain.Get($"/api/v1/grid/my-households/{stage.Units[0]}")).ShouldBe(HttpStatusCode.NotFound);
        (await stage.Worker.Post($"/api/v1/grid/leaders/{first}/end", new { lastDay = Day(-1) })).ShouldBe(HttpStatusCode.NoContent);
        (await App.Count("grid.gap_alerts", "post_id = $1", first)).ShouldBe(0);
    }

    [Fact]
    public async Task Who_leaves_without_a_hand_over_leaves_a_gap_that_is_told_once()
    {
        var stage = await GridStage.Set(App);
        var (post, person, _) = await stage.Captain(stage.Buildings[0]);
        (await stage.Worker.Post($"/api/v1/grid/leaders/{post}/end", new { lastDay = Day(-1) })).ShouldBe(HttpStatusCode.NoContent);
        (await App.Count("grid.gap_alerts", "post_id = $1 and households = 3", post)).ShouldBe(1);
        (await App.Count("platform.notifications", "person_id = $1 and kind = 'HouseholdsLeft'", stage.WorkerPerson)).ShouldBe(1);
        await App.With<Linli.Web.Grid.Coverage.RaiseGapAlerts, bool>(async job => { await job.Run(App.Clock.Now, CancellationToken.None); return true; });
        (await App.Count("grid.gap_alerts", "post_id = $1", post)).ShouldBe(1);
        var figures = (await stage.Worker.Get($"/api/v1/grid/coverage?place={stage.Code}")).Json.GetProperty("total");
        (figures.GetProperty("covered").GetInt32(), figures.GetProperty("left").GetInt32()).ShouldBe((0, 3));

        // What was left behind passes on by a list all the same.
        var (next, _, successor) = await stage.Captain();
        var list = (await stage.Worker.Post($"/api/v1/grid/leaders/{post}/hand-overs", new { toPost = next, reason = "补办交接" })).ShouldBe(HttpStatusCode.OK).Json.GetProperty("value").GetGuid();
        var lines = Rows(await successor.Get($"/api/v1/grid/hand-overs/{list}"), "lines").Select(l => l.GetProperty("id").GetGuid()).ToArray();
        (await successor.Post($"/api/v1/grid/hand-overs/{list}/sign-off", new { items = lines })).ShouldBe(HttpStatusCode.NoContent);
        (await stage.Standing(next)).ShouldBe(3);
        person.ShouldNotBe(Guid.Empty);
    }

    [Fact]
    public async Task Two_clerks_who_give_the_same_household_at_once_give_it_once()
    {
        var stage = await GridStage.Set(App);
        var (one, _, _) = await stage.Captain();
        var (other, _, _) = await stage.Captain();
        var answers = await Task.WhenAll(Enumerable.Range(0, 6).Select(i =>
            stage.Worker.Post($"/api/v1/grid/leaders/{(i % 2 == 0 ? one : other)}/households", new { units = stage.Units[..1] })));
        answers.Count(a => a.Status == HttpStatusCode.NoContent).ShouldBe(1);
        answers.ShouldAllBe(a => (int)a.Status < 500);
        (await App.Count("grid.charges c join registry.units u on u.id = c.unit_id", "u.code = $1 and c.until is null", stage.Units[0])).ShouldBe(1);
    }

    [Fact]
    public async Task A_form_sent_twice_appoints_once_and_households_of_another_are_refused()
    {
        var stage = await GridStage.Set(App);
        var request = Guid.NewGuid();
        var input = stage.Input("测试甲长", App.World.Phone(), stage.Buildings[..1], requestId: request);
        (await stage.Worker.Post($"/api/v1/grid/compounds/{stage.Code}/leaders", input)).ShouldBe(HttpStatusCode.OK);
        (await stage.Worker.Post($"/api/v1/grid/compounds/{stage.Code}/leaders", input)).ShouldBe(HttpStatusCode.OK);
        (await App.Count("grid.leaders", "place_id = $1", stage.Compound)).ShouldBe(1);
        var refused = await stage.Worker.Post($"/api/v1/grid/compounds/{stage.Code}/leaders", stage.Input("测试乙长", App.World.Phone(), stage.Buildings[..1]));
        refused.Problem.ShouldBe("HouseholdsHaveSomebody");
        (await App.Count("registry.people", "name = '测试乙长'")).ShouldBe(0);
        (await stage.Worker.Post($"/api/v1/grid/compounds/{stage.Code}/leaders", stage.Input("测试丙长", "12", ["没有这栋"]))).ShouldBe(HttpStatusCode.UnprocessableEntity);
    }

    [Fact]
    public async Task A_deputy_sees_the_principals_households_and_has_none()
    {
        var stage = await GridStage.Set(App);
        var (main, _, _) = await stage.Captain(stage.Buildings[0]);
        var made = (await stage.Worker.Post($"/api/v1/grid/compounds/{stage.Code}/leaders", stage.Input("测试副长", App.World.Phone(), [], deputyOf: main))).ShouldBe(HttpStatusCode.OK);
        var deputy = made.Json.GetProperty("value").GetGuid();
        (await stage.Worker.Post($"/api/v1/grid/leaders/{deputy}/households", new { places = stage.Buildings[1..] })).Problem.ShouldBe("DeputyHasNoHouseholds");
        var person = await App.Scalar<Guid>("select person_id from registry.posts where id = $1", deputy);
        var mine = await (await App.ApiAs(person, deputy)).Get("/api/v1/grid/my-households");
        (mine.Json.GetProperty("total").GetInt32(), mine.Json.GetProperty("isDeputy").GetBoolean()).ShouldBe((3, true));
    }

    [Fact]
    public async Task A_number_is_shown_for_a_reason_and_the_look_is_logged()
    {
        var stage = await GridStage.Set(App);
        var (_, _, captain) = await stage.Captain(stage.Buildings[0]);
        var people = (await captain.Get($"/api/v1/grid/my-households/{stage.Units[0]}")).Json.GetProperty("people");
        var resident = people[0].GetProperty("id").GetGuid();
        var address = $"/api/v1/grid/my-households/{stage.Units[0]}/phone";
        (await captain.Post(address, new { personId = resident, reason = "看" })).Problem.ShouldBe("PhoneNeedsAReason");
        (await captain.Post(address, new { personId = stage.WorkerPerson, reason = "联系停水通知" })).Problem.ShouldBe("GridChoiceIsMissing");
        using var person = await App.ApiAs(resident);
        (await person.Post("/api/v1/me/data/consents", new { purpose = "phone-to-volunteers", version = 1, given = true })).ShouldBe(HttpStatusCode.NoContent);
        (await captain.Post(address, new { personId = resident, reason = "联系停水通知" })).ShouldBe(HttpStatusCode.OK).Json.GetProperty("value").GetString()!.Length.ShouldBe(11);
        (await App.Count("registry.unmaskings", "person_id = $1 and reason = '联系停水通知'", resident)).ShouldBe(1);
    }

    [Fact]
    public async Task A_household_finds_its_captain_on_the_home_page_and_a_foreign_clerk_finds_nothing()
    {
        var stage = await GridStage.Set(App);
        var (post, _, _) = await stage.Captain(stage.Buildings[0]);
        var resident = await App.Scalar<Guid>("select r.person_id from registry.residencies r join registry.units u on u.id = r.unit_id where u.code = $1", stage.Units[0]);
        using var visitor = await App.SignInAs(resident);
        var page = (await visitor.Get("/")).ShouldBe(HttpStatusCode.OK);
        page.One("main section[aria-labelledby=people] a[href='tel:023-00001234']").ShouldNotBeNull();

        var other = await GridStage.Set(App);
        (await other.Worker.Get($"/api/v1/grid/leaders/{post}")).ShouldBe(HttpStatusCode.NotFound);
        (await other.Worker.Get($"/api/v1/grid/coverage?place={stage.Code}")).ShouldBe(HttpStatusCode.NotFound);
        (await other.Worker.Post($"/api/v1/grid/leaders/{post}/end", new { lastDay = "2026-11-23" })).ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task Grids_are_drawn_split_and_merged_without_losing_a_building()
    {
        var stage = await GridStage.Set(App);
        var made = (await stage.Worker.Post($"/api/v1/grid/places/{stage.Code}/grids", new { kind = "Micro", name = "一号微网格", places = stage.Buildings })).ShouldBe(HttpStatusCode.OK);
        var grid = made.Json.GetProperty("value").GetGuid();
        var view = (await stage.Worker.Get($"/api/v1/grid/grids/{grid}")).Json;
        view.GetProperty("grid").GetProperty("households").GetInt32().ShouldBe(6);
        view.GetProperty("grid").GetProperty("size").GetString().ShouldBe("Small");
        var parts = view.GetProperty("parts").EnumerateArray().Select(p => p.GetProperty("id").GetGuid()).ToArray();
        (await stage.Worker.Post($"/api/v1/grid/grids/{grid}/split", new { name = "全部", parts })).Problem.ShouldBe("NothingWouldStay");
        var second = (await stage.Worker.Post($"/api/v1/grid/grids/{grid}/split", new { name = "二号微网格", parts = parts[..1] })).ShouldBe(HttpStatusCode.OK).Json.GetProperty("value").GetGuid();
        (await App.Count("grid.grid_parts", "grid_id = any($1)", new[] { grid, second })).ShouldBe(2);
        (await stage.Worker.Post($"/api/v1/grid/grids/{second}/merge", new { intoId = grid })).ShouldBe(HttpStatusCode.NoContent);
        (await App.Count("grid.grid_parts", "grid_id = $1", grid)).ShouldBe(2);
        (await stage.Worker.Post($"/api/v1/grid/grids/{second}/merge", new { intoId = grid })).Problem.ShouldBe("GridHasEnded");
    }
}
