using System.Net;
using Linli.Domain.Kernel;
using Linli.Web.Tests.Host;
using Shouldly;
using Xunit;

namespace Linli.Web.Tests.Registry.Documents;

/// <summary>When comments open, the compound's households are told, each person once; nobody else is.</summary>
public class CommentNoticeTests(EmptyHost host) : EmptyHostTests(host)
{
    [Fact]
    public async Task Everybody_with_a_household_here_today_is_told_once_and_nobody_else()
    {
        var world = await DocumentWorld.Make(App, "征询小区");
        var other = await DocumentWorld.Make(App, "不征询小区");
        var twice = await App.World.OwnerIn(world.Compound);
        await App.World.Owner(twice, await App.World.Unit(world.Compound, "9栋901"));
        var tenant = await App.World.Person();
        await App.World.Resident(tenant, await App.World.Unit(world.Compound, "9栋902"));
        var gone = await App.World.OwnerIn(world.Compound);
        await App.Execute("update registry.ownerships set until = '2026-01-01' where person_id = $1", gone);
        using var clerk = await App.ApiAs(world.Clerk);
        (await clerk.Post(world.Desk("draft"), new { text = DocumentWorld.Text })).ShouldBe(HttpStatusCode.OK);
        var publish = new { commentUntil = ChinaTime.DayOf(App.Clock.Now).AddDays(20), requestId = Guid.NewGuid() };
        (await clerk.Post(world.Desk("publish"), publish)).ShouldBe(HttpStatusCode.OK);
        (await clerk.Post(world.Desk("publish"), publish)).ShouldBe(HttpStatusCode.OK);
        await App.Background.SendOutbox();
        await App.Background.SendOutbox();
        Task<long> Told(Guid person) => App.Count("platform.notifications", "person_id = $1 and kind = 'CommentsOpen'", person);
        (await Told(world.Owner), await Told(twice), await Told(tenant), await Told(gone), await Told(world.Clerk), await Told(other.Owner)).ShouldBe((1, 1, 1, 0, 0, 0));
        (await App.Count("platform.outbox", "kind = 'document-comments-open'")).ShouldBe(0);
        using var owner = await App.SignInAs(world.Owner);
        (await owner.Get("/notifications")).ShouldBe(HttpStatusCode.OK).Text.ShouldContain("征询小区");
        (await owner.Get($"/compounds/{world.Code}/documents/covenant")).ShouldBe(HttpStatusCode.OK);
    }
}
