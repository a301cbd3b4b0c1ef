using System.Net;
using Linli.Domain.Kernel;
using Linli.Domain.Registry;
using Linli.Web.Tests.Host;
using Shouldly;
using Xunit;

namespace Linli.Web.Tests.Tickets.Categories;

/// <summary>A place adapts its categories: it names and tightens, never loosens, and reaches no further than its own.</summary>
public class CategoriesTests(EmptyHost host) : EmptyHostTests(host)
{
    private async Task<(Guid Compound, string Code, ApiClient Owner, ApiClient Lead, ApiClient Community)> Place(string path)
    {
        var community = await App.World.Place("测试社区", PlaceKind.Community, $"{path}/");
        var compound = await App.World.CompoundAt("测试小区", $"{path}/0001/", community);
        var (lead, worker) = (await App.World.Person(), await App.World.Person());
        return (compound, $"{path}0001", await App.ApiAs(await App.World.OwnerIn(compound)),
            await App.ApiAs(lead, await App.World.Post(lead, PostKinds.ProjectLead.Code, compound)),
            await App.ApiAs(worker, await App.World.Post(worker, PostKinds.CommunityWorker.Code, community)));
    }

    private static object Report(string category) => new { requestId = Guid.NewGuid(), category, placeText = "1栋", description = "楼道里有落叶没人扫" };

    [Fact]
    public async Task A_tighter_deadline_holds_from_then_on_and_is_kept_with_the_ticket()
    {
        var place = await Place("81");
        var before = (await place.Owner.Post("/api/v1/tickets/", Report("hygiene"))).Json.GetProperty("number").GetString();
        (await place.Lead.Post($"/api/v1/categories/{place.Code}", new { requestId = Guid.NewGuid(), code = "hygiene", resolve = 2, resolveUnit = "Days", contact = 4, contactUnit = "Hours", reason = "承诺两日内办结" }))
            .Status.ShouldBe(HttpStatusCode.OK);
        var after = (await place.Owner.Post("/api/v1/tickets/", Report("hygiene"))).Json.GetProperty("number").GetString();
        (await App.Scalar<bool>($"select local_limits is null from tickets.tickets where number = '{before}'")).ShouldBeTrue();
        (await App.Scalar<string>($"select local_limits from tickets.tickets where number = '{after}'")).ShouldEndWith("|4 Hours|2 Days");
        new DateTimeOffset(await App.Scalar<DateTime>($"select resolve_due_at from tickets.tickets where number = '{after}'")).ShouldBe(ChinaTime.EndOf(new(2026, 11, 25)));
        new DateTimeOffset(await App.Scalar<DateTime>($"select contact_due_at from tickets.tickets where number = '{after}'")).ShouldBe(App.Clock.Now.AddHours(4));
        // Acceptance keeps the category's limits beside those of the urgency.
        var view = (await place.Lead.Get($"/api/v1/tickets/{after}")).Json;
        (await place.Lead.Post($"/api/v1/tickets/{after}/accept", new { requestId = Guid.NewGuid(), version = view.GetProperty("version").GetUInt32(), category = "hygiene", urgency = "Complex" })).Status.ShouldBe(HttpStatusCode.NoContent);
        new DateTimeOffset(await App.Scalar<DateTime>($"select resolve_due_at from tickets.tickets where number = '{after}'")).ShouldBe(ChinaTime.EndOf(new(2026, 11, 25)));
        (await App.Scalar<string>($"select accepted from tickets.text_suggestions s join tickets.tickets t on t.id = s.ticket_id where number = '{after}'")).ShouldBe("hygiene");
    }

    [Fact]
    public async Task Looser_limits_dangers_and_doubled_names_are_refused()
    {
        var place = await Place("82");
        async Task Refused(object body, string code)
        {
            var answer = await place.Lead.Post($"/api/v1/categories/{place.Code}", body);
            answer.Status.ShouldBe(HttpStatusCode.UnprocessableEntity, code);
            answer.Text.ShouldContain(code);
        }

        await Refused(new { requestId = Guid.NewGuid(), code = "hygiene", resolve = 8, resolveUnit = "Days", reason = "忙" }, "LimitIsLaxerThanTheProfile");
        await Refused(new { requestId = Guid.NewGuid(), code = "hygiene", resolve = 8, reason = "忙" }, "LimitIsIncomplete");
        await Refused(new { requestId = Guid.NewGuid(), code = "fire-safety", isOff = true, reason = "没有" }, "CategoryStaysInUse");
        await Refused(new { requestId = Guid.NewGuid(), code = "other", isOff = true, reason = "没有" }, "CategoryStaysInUse");
        await Refused(new { requestId = Guid.NewGuid(), code = "hygiene", name = "电梯", reason = "改名" }, "CategoryNameIsTaken");
        await Refused(new { requestId = Guid.NewGuid(), parent = "hygiene", reason = "新增" }, "CategoryNameIsMissing");
        await Refused(new { requestId = Guid.NewGuid(), parent = "lift-stopped", name = "三级", reason = "新增" }, "CategoryIsUnknown");
        await Refused(new { requestId = Guid.NewGuid(), code = "hygiene", name = "环卫" }, "ReasonIsMissing");
        (await App.Scalar<long>("select count(*) from tickets.category_rules r join registry.places p on p.id = r.place_id where p.path like '82/%'")).ShouldBe(0);
    }

    [Fact]
    public async Task An_own_category_is_offered_here_and_nowhere_else_and_one_out_of_use_is_refused()
    {
        var (place, other) = (await Place("83"), await Place("84"));
        await place.Community.Post("/api/v1/categories/83", new { requestId = Guid.NewGuid(), parent = "hygiene", name = "落叶清扫", responsible = "Community", reason = "每年秋天集中" });
        await place.Community.Post("/api/v1/categories/83", new { requestId = Guid.NewGuid(), code = "noise", isOff = true, reason = "另有专线" });
        var usable = (await place.Owner.Get("/api/v1/tickets/categories")).Json.EnumerateArray().ToList();
        var own = usable.Single(c => c.GetProperty("title").GetString() == "落叶清扫").GetProperty("code").GetString()!;
        usable.ShouldNotContain(c => c.GetProperty("code").GetString()!.StartsWith("noise", StringComparison.Ordinal));
        (await place.Owner.Post("/api/v1/tickets/", Report(own))).Status.ShouldBe(HttpStatusCode.Created);
        (await other.Owner.Post("/api/v1/tickets/", Report(own))).Text.ShouldContain("CategoryIsUnknown");
        (await place.Owner.Post("/api/v1/tickets/", Report("noise-shop"))).Text.ShouldContain("CategoryIsSwitchedOff");
        (await other.Owner.Post("/api/v1/tickets/", Report("noise-shop"))).Status.ShouldBe(HttpStatusCode.Created);
        // The list for its first level holds it too.
        (await place.Lead.Get("/api/v1/tickets/?category=hygiene")).Text.ShouldContain(own);

        // Taken back, it is offered no more; the ticket keeps its name.
        // To another place it is not known.
        (await other.Lead.Post($"/api/v1/categories/{other.Code}", new { requestId = Guid.NewGuid(), code = own, name = "别名", reason = "改名" })).Text.ShouldContain("CategoryIsUnknown");
        (await place.Community.Post("/api/v1/categories/83", new { requestId = Guid.NewGuid(), code = own, withdraw = true, reason = "季节已过" })).Status.ShouldBe(HttpStatusCode.OK);
        (await place.Owner.Post("/api/v1/tickets/", Report(own))).Text.ShouldContain("CategoryIsSwitchedOff");
        using var lead = await App.SignInAs(await App.Scalar<Guid>("select person_id from registry.posts where kind = 'project-lead' and place_id in (select id from registry.places where path = '83/0001/')"));
        (await lead.Get("/work?tab=All")).Text.ShouldContain("落叶清扫");
    }

    [Fact]
    public async Task Nobody_adapts_what_lies_elsewhere_or_above()
    {
        var (place, other) = (await Place("85"), await Place("86"));
        var body = new { requestId = Guid.NewGuid(), code = "hygiene", name = "环卫", reason = "改名" };
        (await place.Lead.Post($"/api/v1/categories/{other.Code}", body)).Status.ShouldBe(HttpStatusCode.NotFound);
        (await place.Lead.Post("/api/v1/categories/85", body)).Status.ShouldBe(HttpStatusCode.NotFound);
        (await place.Lead.Get("/api/v1/categories/85")).Status.ShouldBe(HttpStatusCode.NotFound);
        (await place.Owner.Post($"/api/v1/categories/{place.Code}", body)).Status.ShouldBe(HttpStatusCode.Forbidden);
        (await place.Lead.Post($"/api/v1/categories/{place.Code}", body)).Status.ShouldBe(HttpStatusCode.OK);
        (await place.Lead.Post($"/api/v1/categories/{place.Code}", body)).Status.ShouldBe(HttpStatusCode.OK);
        (await App.Scalar<long>("select count(*) from tickets.category_rules r join registry.places p on p.id = r.place_id where p.path = '85/0001/'")).ShouldBe(1);
    }
}
