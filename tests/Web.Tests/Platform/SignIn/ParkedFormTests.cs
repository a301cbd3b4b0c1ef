using System.Net;
using AngleSharp.Html.Dom;
using Linli.Web.Tests.Host;
using Shouldly;
using Xunit;

namespace Linli.Web.Tests.Platform.SignIn;

/// <summary>A session that ends in the middle of a form costs nobody what was typed.</summary>
public class ParkedFormTests(EmptyHost host) : EmptyHostTests(host)
{
    private const string Typed = "电梯停在3楼，里面没有人";

    [Fact]
    public async Task What_was_typed_is_given_back_after_signing_in()
    {
        var owner = await App.World.OwnerIn(await App.World.Compound("测试小区"));
        using var visitor = await App.SignInAs(owner);
        var parked = await SendAfterTheSessionEnded(visitor, owner);
        parked.Location!.ShouldStartWith("/sign-in");
        (await App.Count("tickets.tickets", "reporter_id = $1", owner)).ShouldBe(0);

        var back = System.Web.HttpUtility.ParseQueryString(new Uri(App.Address, parked.Location).Query)["returnUrl"]!;
        await SignInAgain(visitor, owner);
        var form = (await visitor.Get(back)).ShouldBe(HttpStatusCode.OK);
        ((IHtmlTextAreaElement)form.One("textarea[name='Input.Description']")).Value.ShouldBe(Typed);
        ((IHtmlInputElement)form.One("input[name='Input.Category'][value=lift]")).IsChecked.ShouldBeTrue();
    }

    [Fact]
    public async Task It_is_given_back_once_and_to_this_browser_only()
    {
        var owner = await App.World.OwnerIn(await App.World.Compound("测试小区"));
        using var visitor = await App.SignInAs(owner);
        await SendAfterTheSessionEnded(visitor, owner);
        using var other = await App.SignInAs(owner);
        (await other.Get("/tickets/report?parked=1")).Text.ShouldNotContain(Typed);
        await SignInAgain(visitor, owner);
        (await visitor.Get("/tickets/report?parked=1")).Text.ShouldContain(Typed);
        (await visitor.Get("/tickets/report?parked=1")).Text.ShouldNotContain(Typed);
    }

    [Fact]
    public async Task It_does_not_lie_open_in_the_database_and_is_forgotten_after_an_hour()
    {
        var owner = await App.World.OwnerIn(await App.World.Compound("测试小区"));
        using var visitor = await App.SignInAs(owner);
        await SendAfterTheSessionEnded(visitor, owner);
        (await App.Count("platform.parked_forms", "payload like '%电梯%'")).ShouldBe(0);
        App.Clock.Advance(TimeSpan.FromMinutes(61));
        await SignInAgain(visitor, owner);
        (await visitor.Get("/tickets/report?parked=1")).ShouldBe(HttpStatusCode.OK).Text.ShouldNotContain(Typed);
    }

    private async Task<Answer> SendAfterTheSessionEnded(Visitor visitor, Guid person)
    {
        var page = (await visitor.Get("/tickets/report")).ShouldBe(HttpStatusCode.OK);
        await App.Execute("update platform.sessions set ended_at = $2 where person_id = $1", person, App.Clock.Now);
        return await visitor.Submit(page, "form[enctype]", ("Input.Category", "lift"), ("Input.PlaceText", "1栋"), ("Input.Description", Typed));
    }

    private async Task SignInAgain(Visitor visitor, Guid person)
    {
        using var fresh = await App.SignInAs(person);
        visitor.Cookies["linli.session"] = fresh.Cookies["linli.session"];
    }
}
