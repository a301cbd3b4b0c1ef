using System.Net;
using AngleSharp.Html.Dom;
using Linli.Web.Platform.SignIn;
using Linli.Web.Tests.Host;
using Shouldly;
using Xunit;

namespace Linli.Web.Tests.Platform.SignIn;

/// <summary>A session that ends in the middle of a form costs nobody what was typed.</summary>
public class ParkedFormTests(EmptyHost host, LinliHostFixture hosts) : EmptyHostTests(host)
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

    [Fact]
    public async Task One_address_leaves_ten_forms_and_a_person_keeps_the_newest_five()
    {
        await using var app = await hosts.New();
        var owner = await app.World.OwnerIn(await app.World.Compound("测试小区"));
        using var visitor = await app.SignInAs(owner);
        var page = (await visitor.Get("/tickets/report")).ShouldBe(HttpStatusCode.OK);
        await app.Execute("update platform.sessions set ended_at = $2 where person_id = $1", owner, app.Clock.Now);
        var cookies = visitor.Cookies.ToDictionary();
        var kept = 0;
        for (var i = 0; i < ParkingLimit.Most + 3; i++)
        {
            visitor.Cookies["linli.session"] = cookies["linli.session"];
            var answer = await visitor.Submit(page, "form[enctype]", ("Input.Description", $"{Typed}{i}"));
            kept += answer.Location!.Contains("parked", StringComparison.Ordinal) ? 1 : 0;
        }

        kept.ShouldBe(ParkingLimit.Most);
        (await app.Count("platform.parked_forms")).ShouldBe(5);
    }

    [Fact]
    public async Task A_stranger_leaves_no_large_body()
    {
        await using var app = await hosts.New();
        using var stranger = app.Visitor();
        var small = await stranger.Post("/tickets/report?handler=Check", [("Input.Description", Typed)]);
        small.Location!.ShouldContain("parked");
        var large = await stranger.Post("/tickets/report?handler=Check", [("Input.Description", new string('a', 300 * 1024))]);
        large.Location!.ShouldNotContain("parked");
        (await app.Count("platform.parked_forms")).ShouldBe(1);
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
