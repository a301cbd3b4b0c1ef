using System.Net;
using Shouldly;
using Xunit;

namespace Linli.Web.Tests.Host;

public class HostFixtureTests(EmptyHost host) : EmptyHostTests(host)
{
    [Fact]
    public async Task The_host_answers_on_its_own_database()
    {
        using var visitor = App.Visitor();
        (await visitor.Get("/health/ready")).ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task A_made_session_is_taken_for_a_real_one()
    {
        var owner = await App.World.OwnerIn(await App.World.Compound("测试小区甲"));
        using var visitor = await App.SignInAs(owner);
        (await visitor.Get($"/files/{Guid.NewGuid()}")).ShouldBe(HttpStatusCode.NotFound);
        using var stranger = App.Visitor();
        (await stranger.Get($"/files/{Guid.NewGuid()}")).ShouldBe(HttpStatusCode.Found).Location!.ShouldStartWith("/sign-in");
    }

    [Fact]
    public async Task A_made_token_is_taken_for_a_real_one()
    {
        var owner = await App.World.OwnerIn(await App.World.Compound("测试小区乙"));
        using var program = await App.ApiAs(owner);
        (await program.Get($"/api/v1/files/{Guid.NewGuid()}")).ShouldBe(HttpStatusCode.NotFound).Problem.ShouldBe("NotFound");
        using var stranger = App.Api();
        (await stranger.Get($"/api/v1/files/{Guid.NewGuid()}")).ShouldBe(HttpStatusCode.Unauthorized).Problem.ShouldBe("SignInIsNeeded");
    }

    [Fact]
    public async Task Style_sheets_are_served()
    {
        using var visitor = App.Visitor();
        (await visitor.Get("/css/site.css")).ShouldBe(HttpStatusCode.OK).Body.Length.ShouldBeGreaterThan(1000);
    }
}
