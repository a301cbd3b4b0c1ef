using System.Net;
using Linli.Web.Registry.Contract;
using Linli.Web.Tests.Host;
using Linli.Web.Tickets.Queue;
using Shouldly;
using Xunit;

namespace Linli.Web.Tests.Tickets.Queue;

/// <summary>Saved filters: named, own, a default one, shared with the own organisation by those who may, gone with their person.</summary>
public sealed class FilterTests(EmptyHost host) : QueueStage(host, "87")
{
    private async Task<Answer> Save(Guid person, object body) => await (await World.As(person)).Post("/api/v1/work/filters", body);

    private async Task<IReadOnlyList<string>> Names(Guid person) =>
        [.. (await (await World.As(person)).Get("/api/v1/work/filters")).ShouldBe(HttpStatusCode.OK).Json.EnumerateArray().Select(one => one.GetProperty("name").GetString()!)];

    [Fact]
    public async Task A_filter_is_kept_opens_the_queue_and_filters_the_export()
    {
        await World.Report("doors", "单元门关不上");
        await World.Report("lift", "电梯异响很大");
        using var dispatcher = await App.SignInAs(World.Dispatcher);
        var page = (await dispatcher.Get("/work?tab=Open&text=电梯")).ShouldBe(HttpStatusCode.OK);
        page.Text.ShouldContain("异响");
        page.Text.ShouldNotContain("关不上");
        var empty = await dispatcher.Submit(page, "form[action*=Save]", ("Keep.Name", ""));
        empty.ShouldBe(HttpStatusCode.OK).One(".govuk-error-summary");
        (await dispatcher.Submit(empty, "form[action*=Save]", ("Keep.Name", "电梯的事"), ("Keep.IsDefault", "true"))).ShouldBe(HttpStatusCode.Found);
        // It is the default now: the queue opens with it, and its chip is there.
        var opened = (await dispatcher.Get("/work")).ShouldBe(HttpStatusCode.OK);
        opened.Text.ShouldContain("电梯的事");
        opened.Text.ShouldContain("异响");
        opened.Text.ShouldNotContain("关不上");
        (await dispatcher.Get("/work?tab=Me")).Text.ShouldContain("关不上");
        (await dispatcher.Get("/work/export?tab=Open&text=电梯")).ShouldBe(HttpStatusCode.OK);
        (await dispatcher.Submit(opened, "form[action*=Default]")).ShouldBe(HttpStatusCode.Found);
        (await dispatcher.Get("/work")).Text.ShouldContain("关不上");
        (await dispatcher.Submit(await dispatcher.Get("/work"), "form[action*=Remove]")).ShouldBe(HttpStatusCode.Found);
        (await Names(World.Dispatcher)).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_shared_filter_is_offered_to_the_own_organisation_and_only_some_may_share()
    {
        (await Save(World.Dispatcher, new { requestId = Guid.NewGuid(), name = "超时", tab = "Overdue", isShared = true })).ShouldBe(HttpStatusCode.OK);
        (await Save(World.Dispatcher, new { requestId = Guid.NewGuid(), name = "自己看", tab = "Closed" })).ShouldBe(HttpStatusCode.OK);
        (await Names(World.Lead)).ShouldBe(["超时"]);
        (await Names(World.Dispatcher)).ShouldBe(["超时", "自己看"]);
        (await Names(World.Community)).ShouldBeEmpty();
        (await Save(World.Worker, new { requestId = Guid.NewGuid(), name = "共享", tab = "Open", isShared = true })).Text.ShouldContain("FilterIsNotSharedByThisPost");
        (await Save(World.Dispatcher, new { requestId = Guid.NewGuid(), name = "今日", tab = "Received" })).Text.ShouldContain("TabIsNotKept");
    }

    [Fact]
    public async Task Two_defaults_there_are_never_and_twenty_filters_at_most()
    {
        for (var i = 0; i < 20; i++)
        {
            (await Save(World.Lead, new { requestId = Guid.NewGuid(), name = $"筛选{i}", tab = "Open", isDefault = true })).ShouldBe(HttpStatusCode.OK);
        }

        (await App.Count("tickets.saved_filters", "person_id = $1 and is_default", World.Lead)).ShouldBe(1);
        (await Save(World.Lead, new { requestId = Guid.NewGuid(), name = "再一个", tab = "Open" })).Text.ShouldContain("FiltersAreTooMany");
        // One of the same name is replaced, and the same form sent twice is one.
        var request = Guid.NewGuid();
        for (var twice = 0; twice < 2; twice++)
        {
            (await Save(World.Lead, new { requestId = request, name = "筛选3", tab = "Overdue" })).ShouldBe(HttpStatusCode.OK);
        }

        (await App.Count("tickets.saved_filters", "person_id = $1", World.Lead)).ShouldBe(20);
    }

    [Fact]
    public async Task A_foreign_place_or_filter_is_not_there()
    {
        using var other = await Elsewhere();
        (await Save(World.Dispatcher, new { requestId = Guid.NewGuid(), name = "别处", tab = "Open", placeId = other.Compound })).Status.ShouldBe(HttpStatusCode.NotFound);
        var saved = (await Save(World.Dispatcher, new { requestId = Guid.NewGuid(), name = "本处", tab = "Open", placeId = World.Compound })).ShouldBe(HttpStatusCode.OK);
        var id = saved.Json.GetProperty("value").GetGuid();
        foreach (var act in new[] { "default", "remove" })
        {
            (await (await other.As(other.Dispatcher)).Post($"/api/v1/work/filters/{act}", new { requestId = Guid.NewGuid(), filterId = id })).Status.ShouldBe(HttpStatusCode.NotFound, act);
            (await (await World.As(World.Lead)).Post($"/api/v1/work/filters/{act}", new { requestId = Guid.NewGuid(), filterId = id })).Status.ShouldBe(HttpStatusCode.NotFound, act);
        }

        (await App.Count("tickets.saved_filters", "id = $1", id)).ShouldBe(1);
    }

    [Fact]
    public async Task Filters_are_told_to_their_person_and_go_with_the_person()
    {
        await Save(World.Worker, new { requestId = Guid.NewGuid(), name = "我的活", tab = "Working", words = "电梯" });
        await App.With<IEnumerable<IPersonalDataHolder>, bool>(async holders =>
        {
            var holder = holders.OfType<QueueHolder>().Single();
            (await holder.Held(World.Worker, whole: false, CancellationToken.None))[0].Items.Single().Label.ShouldBe("我的活");
            await holder.Erase(World.Worker, App.Clock.Now, CancellationToken.None);
            return true;
        });
        (await App.Count("tickets.saved_filters", "person_id = $1", World.Worker)).ShouldBe(0);
    }
}
