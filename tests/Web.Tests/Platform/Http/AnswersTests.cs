using System.Net;
using Linli.Web.Tests.Host;
using Shouldly;
using Xunit;

namespace Linli.Web.Tests.Platform.Http;

/// <summary>What every answer carries, and how failures speak.</summary>
public class AnswersTests(EmptyHost host) : EmptyHostTests(host)
{
    [Theory]
    [InlineData("/sign-in")]
    [InlineData("/me")]
    [InlineData("/no-such-page")]
    [InlineData("/css/site.css")]
    [InlineData("/api/v1/tickets/")]
    [InlineData("/openapi/v1.json")]
    [InlineData("/health/ready")]
    public async Task Every_answer_keeps_itself_to_itself(string address)
    {
        using var visitor = App.Visitor();
        var headers = (await visitor.Get(address)).Headers;
        headers["X-Content-Type-Options"].ShouldBe("nosniff");
        headers["Referrer-Policy"].ShouldBe("same-origin");
        headers.ContainsKey("Server").ShouldBeFalse();
        var policy = headers["Content-Security-Policy"];
        policy.ShouldContain("default-src 'none'");
        policy.ShouldContain("frame-ancestors 'none'");
        policy.ShouldNotContain("unsafe");
    }

    [Fact]
    public async Task Pages_of_signed_in_people_are_not_kept_by_anybody()
    {
        using var visitor = await App.SignInAs(await App.World.OwnerIn(await App.World.Compound("测试小区")));
        foreach (var address in new[] { "/me", "/tickets/mine", "/tickets/report" })
        {
            (await visitor.Get(address)).ShouldBe(HttpStatusCode.OK).Headers["Cache-Control"].ShouldContain("no-store");
        }
    }

    [Theory]
    [InlineData("zh-Hans", "没有找到这一页")]
    [InlineData("en", "not found")]
    public async Task A_page_that_is_not_there_says_so_in_the_chosen_language(string language, string words)
    {
        using var visitor = await Speaking(language);
        var page = (await visitor.Get("/no-such-page")).ShouldBe(HttpStatusCode.NotFound);
        page.Document.QuerySelector("h1")!.TextContent.ShouldContain(words, Case.Insensitive);
        page.Document.DocumentElement.GetAttribute("lang").ShouldBe(language);
    }

    [Fact]
    public async Task A_browser_s_header_is_no_choice_of_language()
    {
        using var visitor = App.Visitor();
        var request = new HttpRequestMessage(HttpMethod.Get, "/no-such-page");
        request.Headers.Add("Accept-Language", "en");
        (await visitor.Send(request)).Document.QuerySelector("h1")!.TextContent.ShouldContain("没有找到这一页");
    }

    [Theory]
    [InlineData("zh-Hans", "请先登录")]
    [InlineData("en", "sign in")]
    public async Task A_program_says_its_language_in_a_header(string language, string words)
    {
        using var program = App.Api();
        var request = new HttpRequestMessage(HttpMethod.Get, "/api/v1/tickets/");
        request.Headers.Add("Accept-Language", language);
        var answer = (await program.Send(request)).ShouldBe(HttpStatusCode.Unauthorized);
        answer.Headers["Content-Type"].ShouldStartWith("application/problem+json");
        answer.Json.GetProperty("title").GetString()!.ShouldContain(words, Case.Insensitive);
    }

    [Fact]
    public async Task An_unknown_address_of_the_api_is_a_problem_too()
    {
        using var program = App.Api();
        (await program.Get("/api/v1/no-such-thing")).ShouldBe(HttpStatusCode.NotFound).Problem.ShouldBe("NotFound");
    }

    [Fact]
    public async Task A_wrong_method_is_refused_not_failed()
    {
        using var visitor = App.Visitor();
        (await visitor.Send(new HttpRequestMessage(HttpMethod.Delete, "/sign-in"))).Status.ShouldBeOneOf(HttpStatusCode.MethodNotAllowed, HttpStatusCode.NotFound, HttpStatusCode.BadRequest);
    }

    [Theory]
    [InlineData("https://evil.example/")]
    [InlineData("//evil.example/")]
    [InlineData("/\\evil.example")]
    [InlineData("javascript:alert(1)")]
    public async Task Nobody_is_led_away_to_another_site(string returnUrl)
    {
        using var visitor = App.Visitor();
        var page = await visitor.Get($"/sign-in?returnUrl={Uri.EscapeDataString(returnUrl)}");
        page.ShouldBe(HttpStatusCode.OK);
        page.All("input[name=returnUrl]").ShouldAllBe(i => i.GetAttribute("value")!.StartsWith('/') && !i.GetAttribute("value")!.StartsWith("//") && !i.GetAttribute("value")!.StartsWith("/\\"));
    }

    /// <summary>As a person does it: by the form that every page shows.</summary>
    private async Task<Visitor> Speaking(string language)
    {
        var visitor = App.Visitor();
        var (cookie, field) = FormTokens.For(App, null);
        visitor.Cookies["linli.form"] = cookie;
        var chosen = await visitor.Post("/display/language", [("value", language), ("returnUrl", "/sign-in"), ("__RequestVerificationToken", field)]);
        chosen.Location.ShouldBe("/sign-in");
        return visitor;
    }
}
