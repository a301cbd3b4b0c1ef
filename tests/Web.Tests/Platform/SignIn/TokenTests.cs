using System.Net;
using Linli.Domain.Kernel;
using Linli.Domain.Registry;
using Linli.Web.Platform.SignIn;
using Linli.Web.Tests.Host;
using Shouldly;
using Xunit;

namespace Linli.Web.Tests.Platform.SignIn;

/// <summary>A token opens no second door, and whoever shuts the house shuts the doors of programs too.</summary>
public class TokenTests(EmptyHost host) : EmptyHostTests(host)
{
    private const string Password = "一句好记的话就是密码";

    [Fact]
    public async Task A_token_makes_no_token()
    {
        var person = await App.World.OwnerIn(await App.World.Compound("令牌小区"));
        using var program = await App.ApiAs(person);
        (await program.Post("/api/v1/me/tokens", new { name = "第二把" })).Status.ShouldBeOneOf(HttpStatusCode.NotFound, HttpStatusCode.MethodNotAllowed);
        var actor = await App.Actor(person) with { TokenId = Guid.NewGuid() };
        (await App.With<AccessTokens, IReadOnlyList<Refusal>>(async tokens => (await tokens.Make("第二把", App.Context(actor), CancellationToken.None)).Refusals))
            .ShouldHaveSingleItem().ShouldBeOfType<TokensAreMadeBySignedInPeople>();
        (await App.Count("platform.access_tokens", "person_id = $1", person)).ShouldBe(1);
    }

    [Fact]
    public async Task A_request_with_a_token_is_known_as_one()
    {
        var person = await App.World.OwnerIn(await App.World.Compound("令牌小区二"));
        var secret = await App.TokenFor(person);
        var actor = await App.With<Web.Platform.Access.Actors, Web.Platform.Access.Actor?>(actors => actors.OfToken(TokenAuthentication.HashOf(secret)));
        actor!.TokenId.ShouldBe(await App.Scalar<Guid>("select id from platform.access_tokens where person_id = $1", person));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Setting_and_changing_the_password_ends_other_sessions_and_all_tokens(bool hadOne)
    {
        var person = await App.World.OwnerIn(await App.World.Compound("密码小区"));
        if (hadOne)
        {
            await SetPassword(person, null, Password);
        }

        using var here = await App.SignInAs(person);
        using var elsewhere = await App.SignInAs(person);
        using var program = await App.ApiAs(person);
        (await program.Get("/api/v1/me")).ShouldBe(HttpStatusCode.OK);
        var page = await here.Get("/me/password");
        (await here.Submit(page, "form[action='/me/password']", ("Input.Current", Password), ("Input.Password", "另一句好记的话当密码"))).Location.ShouldBe("/me");
        (await program.Get("/api/v1/me")).ShouldBe(HttpStatusCode.Unauthorized);
        (await elsewhere.Get("/me")).Location!.ShouldStartWith("/sign-in");
        (await here.Get("/me")).ShouldBe(HttpStatusCode.OK);
    }

    [Theory]
    [InlineData(true, HttpStatusCode.Unauthorized)]
    [InlineData(false, HttpStatusCode.OK)]
    public async Task Ending_the_other_sessions_asks_whether_tokens_go_too(bool tokens, HttpStatusCode program)
    {
        var person = await App.World.OwnerIn(await App.World.Compound("会话小区"));
        using var here = await App.SignInAs(person);
        using var elsewhere = await App.SignInAs(person);
        using var client = await App.ApiAs(person);
        var page = await here.Get("/me/sessions");
        page.One("input[name=tokens]").HasAttribute("checked").ShouldBeTrue();
        (await here.Submit(page, "form[action*='handler=Others']", ("tokens", tokens ? "true" : null))).Status.ShouldBe(HttpStatusCode.Found);
        (await elsewhere.Get("/me")).Location!.ShouldStartWith("/sign-in");
        (await client.Get("/api/v1/me")).ShouldBe(program);
        (await App.Count("platform.audit_entries", "process = 'EndOtherSessions' and person_id = $1", person)).ShouldBe(1);
    }

    [Fact]
    public async Task Ending_a_session_and_choosing_a_capacity_are_written_down()
    {
        var compound = await App.World.Compound("审计小区");
        var person = await App.World.OwnerIn(compound);
        var post = await App.World.Post(person, PostKinds.CommunityWorker.Code, compound);
        using var here = await App.SignInAs(person);
        using var elsewhere = await App.SignInAs(person);
        var choice = await here.Get("/capacity");
        (await here.Submit(choice, (AngleSharp.Html.Dom.IHtmlFormElement)choice.All("form[action='/capacity']")[0], [], [])).Status.ShouldBe(HttpStatusCode.Found);
        (await App.Count("platform.audit_entries", "process = 'ChooseCapacity' and person_id = $1 and capacity_id is not null", person)).ShouldBe(1);
        var page = await here.Get("/me/sessions");
        await here.Submit(page, (AngleSharp.Html.Dom.IHtmlFormElement)page.One("form:has(input[name=id])"), [], []);
        var me = await here.Get("/me");
        await here.Submit(me, (AngleSharp.Html.Dom.IHtmlFormElement)me.All("form[action='/sign-out']")[0], [], []);
        (await App.Count("platform.audit_entries", "process = 'EndSession' and person_id = $1", person)).ShouldBe(2);
        post.ShouldNotBe(Guid.Empty);
    }

    private async Task SetPassword(Guid person, string? current, string password)
    {
        var context = App.Context(await App.Actor(person));
        (await App.With<ChangePassword, bool>(async change =>
            (await change.Execute(new() { Current = current, Password = password }, context, CancellationToken.None)).IsRefused)).ShouldBeFalse();
    }
}
