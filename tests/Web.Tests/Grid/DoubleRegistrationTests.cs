using System.Net;
using Linli.Domain.Registry;
using Linli.Web.Tests.Host;
using Shouldly;
using Xunit;

namespace Linli.Web.Tests.Grid;

public class DoubleRegistrationTests(EmptyHost host) : EmptyHostTests(host)
{
    private static object Service(string day, string from, string to, Guid? position = null, string? reason = null) =>
        new { day, startsAt = from, endsAt = to, what = "巡查消防通道", positionId = position, reason };

    private static async Task<Guid> Register(ApiClient member) =>
        (await member.Post("/api/v1/grid/my-registration", new { workUnit = "示例中学", skills = "急救", hoursAMonth = 4 })).ShouldBe(HttpStatusCode.OK).Json.GetProperty("value").GetGuid();

    [Fact]
    public async Task A_member_registers_takes_a_position_serves_and_the_unit_is_told()
    {
        var stage = await GridStage.Set(App);
        var (_, member, _) = await stage.Member();
        var registration = await Register(member);
        (await member.Post("/api/v1/grid/my-registration", new { workUnit = "示例中学" })).Problem.ShouldBe("MemberIsRegisteredAlready");

        // The organisation reports to the community and is linked with the member who named it.
        (await stage.Worker.Post($"/api/v1/grid/communities/{stage.CommunityCode}/unit-reports", new { name = "示例中学", members = 12 })).ShouldBe(HttpStatusCode.OK);
        (await App.Count("grid.double_registrations", "id = $1 and unit_report_id is not null", registration)).ShouldBe(1);

        var position = (await stage.Worker.Post($"/api/v1/grid/places/{stage.CommunityCode}/positions", new { title = "政策宣传", placeText = "服务站", capacity = 1 }))
            .ShouldBe(HttpStatusCode.OK).Json.GetProperty("value").GetGuid();
        (await member.Post($"/api/v1/grid/positions/{position}/claim", new { })).ShouldBe(HttpStatusCode.OK);
        (await member.Post($"/api/v1/grid/positions/{position}/claim", new { })).Problem.ShouldBe("PositionIsTakenAlready");

        // Later in the week, hours are recorded; only another person's word makes them count.
        App.Clock.Advance(TimeSpan.FromDays(2));
        var address = $"/api/v1/grid/registrations/{registration}/services";
        var record = (await member.Post(address, Service(Today(-1), "14:00", "15:35", position))).ShouldBe(HttpStatusCode.OK).Json.GetProperty("value").GetGuid();
        (await member.Post(address, Service(Today(-1), "15:34", "16:00"))).Problem.ShouldBe("ServicesOverlap");
        (await member.Post(address, Service(Today(-1), "15:35", "16:00"))).ShouldBe(HttpStatusCode.OK);
        (await member.Post($"/api/v1/grid/services/{record}/decide", new { accept = true })).Problem.ShouldBe("NobodyConfirmsOwnService");
        (await Minutes(stage)).ShouldBe(0);
        (await stage.Worker.Post($"/api/v1/grid/services/{record}/decide", new { accept = true })).ShouldBe(HttpStatusCode.NoContent);
        (await Minutes(stage)).ShouldBe(95);

        // A correction says why, the old record no longer counts, the new one waits.
        (await member.Post($"/api/v1/grid/services/{record}/correct", Service(Today(-1), "14:00", "15:30"))).Problem.ShouldBe("TextIsMissing");
        var corrected = (await member.Post($"/api/v1/grid/services/{record}/correct", Service(Today(-1), "14:00", "15:30", reason: "结束时间记错")))
            .ShouldBe(HttpStatusCode.OK).Json.GetProperty("value").GetGuid();
        (await Minutes(stage)).ShouldBe(0);
        (await stage.Worker.Post($"/api/v1/grid/services/{corrected}/decide", new { accept = true })).ShouldBe(HttpStatusCode.NoContent);
        (await Minutes(stage)).ShouldBe(90);

        (await stage.Worker.Post($"/api/v1/grid/registrations/{registration}/letters", new { from = "2026-01-01", to = "2026-06-30" })).Problem.ShouldBe("NothingConfirmedInPeriod");
        var letter = (await stage.Worker.Post($"/api/v1/grid/registrations/{registration}/letters", new { from = Today(-20), to = Today(0) }))
            .ShouldBe(HttpStatusCode.OK).Json.GetProperty("value").GetGuid();
        using var clerk = await App.SignInAs(stage.WorkerPerson);
        var page = (await clerk.Get($"/grid/letters/{letter}")).ShouldBe(HttpStatusCode.OK);
        page.One("article").TextContent.ShouldContain("示例中学");
        page.One("article").TextContent.ShouldContain("1 小时 30 分");
    }

    [Fact]
    public async Task Who_recorded_hours_for_a_member_does_not_confirm_them()
    {
        var stage = await GridStage.Set(App);
        var (_, member, _) = await stage.Member();
        var registration = await Register(member);
        App.Clock.Advance(TimeSpan.FromDays(2));
        var record = (await stage.Worker.Post($"/api/v1/grid/registrations/{registration}/services", Service(Today(-1), "09:00", "10:00"))).ShouldBe(HttpStatusCode.OK).Json.GetProperty("value").GetGuid();
        (await stage.Worker.Post($"/api/v1/grid/services/{record}/decide", new { accept = true })).Problem.ShouldBe("NobodyConfirmsOwnService");
        var secretary = await App.World.Person();
        await App.World.Post(secretary, PostKinds.BranchSecretary.Code, stage.Compound);
        (await (await App.ApiAs(secretary)).Post($"/api/v1/grid/services/{record}/decide", new { accept = true })).ShouldBe(HttpStatusCode.NoContent);
    }

    [Fact]
    public async Task Names_of_members_stay_within_the_branch_and_the_community()
    {
        var stage = await GridStage.Set(App);
        var (person, member, _) = await stage.Member();
        var registration = await Register(member);
        var name = await App.Scalar<string>("select name from registry.people where id = $1", person);
        var lead = await App.World.Person();
        await App.World.Post(lead, PostKinds.ProjectLead.Code, stage.Compound);
        var company = await App.ApiAs(lead);
        (await company.Get($"/api/v1/grid/places/{stage.Code}/registrations")).ShouldBe(HttpStatusCode.Forbidden);
        (await company.Get($"/api/v1/grid/registrations/{registration}")).ShouldBe(HttpStatusCode.Forbidden);
        var totals = (await company.Get($"/api/v1/grid/members/totals?place={stage.Code}")).ShouldBe(HttpStatusCode.OK);
        totals.Text.ShouldNotContain(name!);
        // One member would be told apart by the figure alone.
        totals.Json.GetProperty("total").GetProperty("registered").ValueKind.ShouldBe(System.Text.Json.JsonValueKind.Null);
        (await stage.Worker.Get($"/api/v1/grid/places/{stage.Code}/registrations")).Text.ShouldContain(name!);
        var (_, neighbour, _) = await stage.Member();
        (await neighbour.Get($"/api/v1/grid/registrations/{registration}")).ShouldBe(HttpStatusCode.Forbidden);
        (await neighbour.Post($"/api/v1/grid/registrations/{registration}/end", new { })).ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task Who_is_no_member_cannot_register_and_a_branch_registers_those_who_live_here_only()
    {
        var stage = await GridStage.Set(App);
        var owner = await App.World.OwnerIn(stage.Compound);
        (await (await App.ApiAs(owner)).Post("/api/v1/grid/my-registration", new { workUnit = "示例医院" })).Problem.ShouldBe("PersonIsNoPartyMember");
        var elsewhere = App.World.Phone();
        await App.World.Person(elsewhere);
        var address = $"/api/v1/grid/compounds/{stage.Code}/registrations";
        (await stage.Worker.Post(address, new { phoneNumber = elsewhere, workUnit = "示例医院" })).Problem.ShouldBe("NobodyLivesHereByThatNumber");
        var (_, _, phone) = await stage.Member();
        (await stage.Worker.Post(address, new { phoneNumber = phone, workUnit = "示例医院" })).ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task The_last_place_of_a_position_is_taken_once()
    {
        var stage = await GridStage.Set(App);
        var position = (await stage.Worker.Post($"/api/v1/grid/places/{stage.Code}/positions", new { title = "应急值守", placeText = "大门", capacity = 1 })).Json.GetProperty("value").GetGuid();
        var members = new List<ApiClient>();
        for (var i = 0; i < 4; i++)
        {
            var (_, member, _) = await stage.Member();
            await Register(member);
            members.Add(member);
        }

        var answers = await Task.WhenAll(members.Select(member => member.Post($"/api/v1/grid/positions/{position}/claim", new { })));
        answers.Count(a => a.Status == HttpStatusCode.OK).ShouldBe(1);
        (await App.Count("grid.claims", "position_id = $1 and ended_on is null", position)).ShouldBe(1);
    }

    [Fact]
    public async Task The_same_hours_recorded_at_once_are_there_once()
    {
        var stage = await GridStage.Set(App);
        var (_, member, _) = await stage.Member();
        var registration = await Register(member);
        App.Clock.Advance(TimeSpan.FromDays(2));
        var answers = await Task.WhenAll(Enumerable.Range(0, 5).Select(_ => member.Post($"/api/v1/grid/registrations/{registration}/services", Service(Today(-1), "19:00", "20:00"))));
        answers.Count(a => a.Status == HttpStatusCode.OK).ShouldBe(1);
        answers.ShouldAllBe(a => (int)a.Status < 500);
    }

    private string Today(int days) => Linli.Domain.Kernel.ChinaTime.DayOf(App.Clock.Now).AddDays(days).ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);

    private static async Task<int> Minutes(GridStage stage) =>
        (await stage.Worker.Get($"/api/v1/grid/members/totals?place={stage.Code}")).Json.GetProperty("total").GetProperty("confirmedMinutes").GetInt32();
}
