using System.Net;
using Linli.Web.Tests.Host;
using Shouldly;
using Xunit;

namespace Linli.Web.Tests.Grid;

/// <summary>The published number and the term of a captain change after the appointment; who changed what stays on record.</summary>
public class LeaderChangeTests(EmptyHost host) : EmptyHostTests(host)
{
    [Fact]
    public async Task Number_and_term_change_with_the_version_that_was_seen_and_leave_a_history()
    {
        var stage = await GridStage.Set(App);
        var (post, person, captain) = await stage.Captain(stage.Buildings[0]);
        var address = $"/api/v1/grid/leaders/{post}";
        var version = (await stage.Worker.Get(address)).Json.GetProperty("version").GetUInt32();
        object Change(string? phone, string? last, string? reason = null) => new { contactPhone = phone, lastDay = last, reason, version, requestId = Guid.NewGuid() };
        (await stage.Worker.Post($"{address}/change", Change("电话", "2029-10-31"))).Problem.ShouldBe("ContactPhoneIsNotUnderstood");
        (await stage.Worker.Post($"{address}/change", Change("023-0000 1234", "2030-10-31"))).Problem.ShouldBe("TextIsMissing");
        (await stage.Worker.Post($"{address}/change", Change("023-0000 1234", "2026-11-05", "早点结束"))).Problem.ShouldBe("EndLiesBeforeToday");
        (await App.Count("grid.leader_changes", "post_id = $1", post)).ShouldBe(0);
        (await stage.Worker.Post($"{address}/change", Change("023-0000 9999", "2030-10-31", "延长一年"))).ShouldBe(HttpStatusCode.NoContent);
        (await stage.Worker.Post($"{address}/change", Change("023-0000 8888", "2030-10-31"))).ShouldBe(HttpStatusCode.Conflict).Problem.ShouldBe("ChangedMeanwhile");

        var view = (await stage.Worker.Get(address)).Json;
        view.GetProperty("leader").GetProperty("contactPhone").GetString().ShouldBe("023-0000 9999");
        view.GetProperty("leader").GetProperty("until").GetString().ShouldBe("2030-10-31");
        view.GetProperty("changes").GetArrayLength().ShouldBe(2);
        view.GetProperty("changes").ToString().ShouldContain("延长一年");
        view.GetProperty("changes").ToString().ShouldNotContain("9999");

        // The holder changes the own number; nobody else's.
        (await captain.Post("/api/v1/grid/my-contact", new { contactPhone = "" })).ShouldBe(HttpStatusCode.NoContent);
        (await App.Count("grid.leaders", "post_id = $1 and contact_phone is null", post)).ShouldBe(1);
        (await App.Count("grid.leader_changes", "post_id = $1 and by_id = $2 and what = 'Phone'", post, person)).ShouldBe(1);
        (await stage.Worker.Post("/api/v1/grid/my-contact", new { contactPhone = "023-0000 1111" })).ShouldBe(HttpStatusCode.Forbidden);
        var other = await GridStage.Set(App);
        (await other.Worker.Post($"{address}/change", Change("023-0000 1111", "2030-10-31"))).ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task Two_who_change_at_once_change_once_and_an_ended_post_is_not_made_longer()
    {
        var stage = await GridStage.Set(App);
        var (post, _, _) = await stage.Captain(stage.Buildings[0]);
        var address = $"/api/v1/grid/leaders/{post}";
        var version = (await stage.Worker.Get(address)).Json.GetProperty("version").GetUInt32();
        var answers = await Task.WhenAll(Enumerable.Range(0, 5).Select(i =>
            stage.Worker.Post($"{address}/change", new { contactPhone = $"023-0000 100{i}", lastDay = "2029-10-31", version, requestId = Guid.NewGuid() })));
        answers.Count(a => a.Status == HttpStatusCode.NoContent).ShouldBe(1);
        answers.ShouldAllBe(a => (int)a.Status < 500);
        (await stage.Worker.Post($"{address}/end", new { lastDay = "2026-11-23" })).ShouldBe(HttpStatusCode.NoContent);
        (await stage.Worker.Post($"{address}/change", new { lastDay = "2031-10-31", reason = "延长" })).Problem.ShouldBe("HasEndedAlready");
    }

    [Fact]
    public async Task Through_the_page_what_was_typed_is_kept_and_the_history_is_shown()
    {
        var stage = await GridStage.Set(App);
        var (post, _, _) = await stage.Captain(stage.Buildings[0]);
        using var clerk = await App.SignInAs(stage.WorkerPerson);
        var page = (await clerk.Get($"/grid/leaders/{post}")).ShouldBe(HttpStatusCode.OK);
        var refused = await clerk.Submit(page, "form[action*='handler=Change']", ("Change.ContactPhone", "不是号码"));
        refused.ShouldBe(HttpStatusCode.OK).One("#Change_ContactPhone").GetAttribute("value").ShouldBe("不是号码");
        (await clerk.Submit(refused, "form[action*='handler=Change']", ("Change.ContactPhone", "023-0000 7777"))).ShouldBe(HttpStatusCode.Found);
        (await clerk.Get($"/grid/leaders/{post}")).Text.ShouldContain("改了公开的电话");
    }
}
