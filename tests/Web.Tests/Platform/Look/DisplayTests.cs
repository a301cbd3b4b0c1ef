using System.Net;
using Shouldly;
using Xunit;

namespace Linli.Web.Tests.Platform.Look;

public class DisplayTests(LookHost host) : IClassFixture<LookHost>
{
    [Theory]
    [InlineData("large-text", "on", "data-mode", "elder")]
    [InlineData("theme", "dark", "data-theme", "dark")]
    [InlineData("language", "en", "lang", "en")]
    public async Task AChoiceHoldsForTheNextPage(string what, string value, string attribute, string expected)
    {
        using var client = host.NewClient();

        var response = await ChooseAsync(client, what, value, "/menu?a=1");

        response.StatusCode.ShouldBe(HttpStatusCode.Redirect);
        response.Headers.Location!.OriginalString.ShouldBe("/menu?a=1");
        (await LookHost.GetAsync(client, "/menu")).DocumentElement.GetAttribute(attribute).ShouldBe(expected);
    }

    [Theory]
    [InlineData("https://elsewhere.example/")]
    [InlineData("//elsewhere.example/")]
    [InlineData("/\\elsewhere.example/")]
    [InlineData("")]
    public async Task AnAddressElsewhereIsNotFollowed(string returnUrl)
    {
        using var client = host.NewClient();

        var response = await ChooseAsync(client, "theme", "dark", returnUrl);

        response.Headers.Location!.OriginalString.ShouldBe("/");
    }

    [Fact]
    public async Task AFormFromElsewhereIsRefused()
    {
        using var client = host.NewClient();

        var response = await client.PostAsync("/display/theme", new FormUrlEncodedContent([new("value", "dark")]), TestContext.Current.CancellationToken);

        response.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        response.Headers.Contains("Set-Cookie").ShouldBeFalse();
    }

    private static async Task<HttpResponseMessage> ChooseAsync(HttpClient client, string what, string value, string returnUrl)
    {
        var page = await LookHost.GetAsync(client, "/menu");
        var token = page.QuerySelector("input[name=__RequestVerificationToken]")!.GetAttribute("value")!;
        return await client.PostAsync($"/display/{what}", new FormUrlEncodedContent(
            [new("value", value), new("returnUrl", returnUrl), new("__RequestVerificationToken", token)]));
    }
}
