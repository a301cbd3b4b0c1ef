using System.Net;
using Linli.Domain.Registry;
using Linli.Web.Tests.Host;
using Shouldly;
using Xunit;

namespace Linli.Web.Tests.Platform.SignIn;

/// <summary>What somebody may do is asked of the database each time: what has ended has ended at once.</summary>
public class SessionTests(EmptyHost host) : EmptyHostTests(host)
{
    [Fact]
    public async Task An_ended_session_opens_nothing_any_more()
    {
        var person = await App.World.OwnerIn(await App.World.Compound("测试小区"));
        using var phone = await App.SignInAs(person);
        using var lost = await App.SignInAs(person);
        (await lost.Get("/me")).ShouldBe(HttpStatusCode.OK);
        var page = await phone.Get("/me/sessions");
        await phone.Submit(page, (AngleSharp.Html.Dom.IHtmlFormElement)page.One("form:has(input[name=id])"), [], []);
        (await lost.Get("/me")).Location!.ShouldStartWith("/sign-in");
        (await phone.Get("/me")).ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task Nobody_ends_the_session_of_somebody_else()
    {
        var victim = await App.World.OwnerIn(await App.World.Compound("测试小区"));
        using var his = await App.SignInAs(victim);
        var id = await App.Scalar<Guid>("select id from platform.sessions where person_id = $1", victim);
        using var mine = await App.SignInAs(await App.World.Person());
        var (cookie, field) = FormTokens.For(App, await App.Scalar<Guid>("select person_id from platform.sessions order by created_at desc, person_id limit 1"));
        mine.Cookies["linli.form"] = cookie;
        await mine.Post("/me/sessions", [("id", id.ToString()), ("__RequestVerificationToken", field)]);
        (await App.Scalar<DateTime?>("select ended_at from platform.sessions where id = $1", id)).ShouldBeNull();
        (await his.Get("/me")).ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task A_session_lives_thirty_days()
    {
        using var visitor = await App.SignInAs(await App.World.Person());
        App.Clock.Advance(TimeSpan.FromDays(30) - TimeSpan.FromMinutes(1));
        (await visitor.Get("/me")).ShouldBe(HttpStatusCode.OK);
        App.Clock.Advance(TimeSpan.FromMinutes(2));
        (await visitor.Get("/me")).Location!.ShouldStartWith("/sign-in");
    }

    [Fact]
    public async Task Whoever_signs_out_leaves_a_cookie_that_is_worth_nothing()
    {
        using var visitor = await App.SignInAs(await App.World.OwnerIn(await App.World.Compound("测试小区")));
        var kept = visitor.Cookies["linli.session"];
        var page = await visitor.Get("/me");
        (await visitor.Submit(page, (AngleSharp.Html.Dom.IHtmlFormElement)page.All("form[action='/sign-out']")[0], [], [])).Location.ShouldBe("/sign-in");
        using var thief = App.Visitor();
        thief.Cookies["linli.session"] = kept;
        (await thief.Get("/me")).Location!.ShouldStartWith("/sign-in");
    }

    [Fact]
    public async Task An_ended_post_permits_nothing_from_the_next_request_on()
    {
        var compound = await App.World.Compound("测试小区");
        var person = await App.World.Person();
        var post = await App.World.Post(person, PostKinds.PropertyDispatcher.Code, compound);
        using var visitor = await App.SignInAs(person, post);
        using var program = await App.ApiAs(person, post);
        (await visitor.Get("/work")).ShouldBe(HttpStatusCode.OK);
        (await program.Get("/api/v1/tickets/")).ShouldBe(HttpStatusCode.OK);

        await App.Execute("update registry.posts set ended_on = $2 where id = $1", post, DateOnly.FromDateTime(App.Clock.Now.AddDays(-1).DateTime));
        (await visitor.Get("/work")).Status.ShouldNotBe(HttpStatusCode.OK);
        (await program.Get("/api/v1/tickets/")).ShouldBe(HttpStatusCode.Forbidden);
    }

    [Fact]
    public async Task A_post_ends_with_its_last_day_in_China()
    {
        var person = await App.World.Person();
        var today = DateOnly.FromDateTime(App.Clock.Now.AddHours(8).DateTime);
        var post = await App.World.Post(person, PostKinds.PropertyDispatcher.Code, await App.World.Compound("测试小区"), endsOn: today);
        using var program = await App.ApiAs(person, post);
        (await program.Get("/api/v1/tickets/")).ShouldBe(HttpStatusCode.OK);
        var midnight = new DateTimeOffset(today.AddDays(1).ToDateTime(TimeOnly.MinValue), TimeSpan.FromHours(8));
        App.Clock.Set(midnight - TimeSpan.FromSeconds(1));
        (await program.Get("/api/v1/tickets/")).ShouldBe(HttpStatusCode.OK);
        App.Clock.Set(midnight);
        (await program.Get("/api/v1/tickets/")).ShouldBe(HttpStatusCode.Forbidden);
    }

    [Fact]
    public async Task A_revoked_or_expired_token_opens_nothing()
    {
        var person = await App.World.OwnerIn(await App.World.Compound("测试小区"));
        using var revoked = await App.ApiAs(person);
        (await revoked.Get("/api/v1/tickets/")).ShouldBe(HttpStatusCode.OK);
        await App.Execute("update platform.access_tokens set revoked_at = $2 where person_id = $1", person, App.Clock.Now);
        (await revoked.Get("/api/v1/tickets/")).ShouldBe(HttpStatusCode.Unauthorized).Problem.ShouldBe("SignInIsNeeded");

        using var expired = await App.ApiAs(person);
        App.Clock.Advance(TimeSpan.FromDays(91));
        (await expired.Get("/api/v1/tickets/")).ShouldBe(HttpStatusCode.Unauthorized);
    }

    [Fact]
    public async Task The_api_does_not_look_at_cookies_nor_pages_at_tokens()
    {
        var person = await App.World.OwnerIn(await App.World.Compound("测试小区"));
        using var visitor = await App.SignInAs(person);
        (await visitor.Get("/api/v1/tickets/")).ShouldBe(HttpStatusCode.Unauthorized);
        using var program = await App.ApiAs(person);
        (await program.Get("/me")).Location!.ShouldStartWith("/sign-in");
    }

    [Fact]
    public async Task A_cookie_of_another_installation_is_worth_nothing()
    {
        using var visitor = App.Visitor();
        visitor.Cookies["linli.session"] = "CfDJ8" + new string('x', 200);
        (await visitor.Get("/me")).Location!.ShouldStartWith("/sign-in");
    }

    [Fact]
    public async Task A_second_node_takes_the_cookie_of_the_first()
    {
        using var first = await App.SignInAs(await App.World.OwnerIn(await App.World.Compound("测试小区")));
        (await first.Get("/me")).ShouldBe(HttpStatusCode.OK);
        await using var node = await App.SecondNode();
        using var second = node.Visitor();
        second.Cookies["linli.session"] = first.Cookies["linli.session"];
        (await second.Get("/me")).ShouldBe(HttpStatusCode.OK);
    }
}
