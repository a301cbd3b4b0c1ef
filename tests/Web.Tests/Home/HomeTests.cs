using System.Net;
using Linli.Web.Tests.Host;
using Shouldly;
using Xunit;

namespace Linli.Web.Tests.Home;

/// <summary>The first page knows who comes: visitors, residents, those with a post, those who have not chosen yet.</summary>
public class HomeTests(EmptyHost host) : EmptyHostTests(host)
{
    [Fact]
    public async Task A_visitor_is_welcomed_and_shown_the_way_in()
    {
        using var visitor = App.Visitor();
        var page = (await visitor.Get("/")).ShouldBe(HttpStatusCode.OK);
        page.One("main a.btn--p").GetAttribute("href").ShouldBe("/sign-in");
        page.Text.ShouldNotContain("演示");
    }

    [Fact]
    public async Task A_resident_sees_the_own_matters_and_nobody_elses()
    {
        var compound = await App.World.Compound("首页小区");
        var owner = await App.World.OwnerIn(compound);
        var neighbour = await App.World.OwnerIn(compound);
        await App.World.Ticket(compound, "SY-1", owner, neighbour);
        var done = await App.World.Ticket(compound, "SY-2", owner, neighbour);
        await App.Execute("update tickets.tickets set state = 'Replied', replied_at = $2 where id = $1", done, App.Clock.Now);
        await App.World.Ticket(compound, "SY-3", neighbour, owner);

        using var visitor = await App.SignInAs(owner);
        var page = (await visitor.Get("/")).ShouldBe(HttpStatusCode.OK);
        page.One("main h1").TextContent.ShouldBe("首页小区");
        page.All("main a[href^='/tickets/SY-']").Select(a => a.GetAttribute("href")).ShouldBe(["/tickets/SY-2", "/tickets/SY-1"]);
        page.One("main section[aria-labelledby=todo] a").GetAttribute("href").ShouldBe("/tickets/SY-2");
        page.One("main section[aria-labelledby=mine] .steps4").ShouldNotBeNull();
        page.One("main .quick a.main").GetAttribute("href").ShouldBe("/tickets/report");
    }

    [Fact]
    public async Task Bodies_of_the_compound_stand_with_the_phone_that_the_registry_has()
    {
        var compound = await App.World.Compound("机构小区");
        await App.Execute("update registry.compounds set service_phone = '023-0000 1234' where place_id = $1", compound);
        await Body(compound, "FunctionalBranch", "测试支部");
        var company = await Body(compound, "PropertyCompany", "测试物业");
        await App.Execute("insert into registry.services (id, compound_id, organisation_id, starts_on) values ($1, $2, $3, '2020-01-01')", Guid.NewGuid(), compound, company);

        using var visitor = await App.SignInAs(await App.World.OwnerIn(compound));
        var page = await visitor.Get("/");
        var lines = page.All("main section[aria-labelledby=people] li");
        lines.Count.ShouldBe(3);
        lines[0].TextContent.ShouldContain("测试支部");
        lines[0].QuerySelector(".tag.is-party").ShouldNotBeNull();
        lines[1].QuerySelector("a")!.GetAttribute("href").ShouldBe("tel:023-00001234");
        lines[2].QuerySelector("a")!.GetAttribute("href").ShouldBe("/committee");
    }

    [Theory]
    [InlineData("property-dispatcher", "/work")]
    [InlineData("repair-worker", "/work")]
    [InlineData("platform-administrator", "/registry")]
    public async Task Who_acts_in_a_post_goes_straight_to_work(string kind, string first)
    {
        var person = await App.World.Person();
        await App.World.Post(person, kind, await App.World.Compound("岗位小区"));
        using var visitor = await App.SignInAs(person);
        (await visitor.Get("/")).Location.ShouldBe(first);
        (await visitor.Open("/")).ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task Who_has_not_chosen_a_capacity_is_asked()
    {
        using var visitor = await App.SignInAs(await App.World.OwnerIn(await App.World.Compound("选择小区")), without: true);
        (await visitor.Get("/")).Location.ShouldBe("/capacity");
    }

    private async Task<Guid> Body(Guid compound, string kind, string name)
    {
        var id = Guid.NewGuid();
        await App.Execute(
            "insert into registry.organisations (id, kind, name, short_name, initials, place_id) values ($1, $2, $3, $3, 'CS', $4)", id, kind, name, compound);
        return id;
    }
}
