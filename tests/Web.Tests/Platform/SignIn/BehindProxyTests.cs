using System.Net;
using Linli.Web.Platform;
using Linli.Web.Tests.Host;
using Shouldly;
using Xunit;

namespace Linli.Web.Tests.Platform.SignIn;

/// <summary>The limit of sign-ins counts visitors, not the proxy they come through, and believes nobody who is no proxy.</summary>
public class BehindProxyTests(LinliHostFixture host)
{
    [Fact]
    public async Task Behind_a_named_proxy_each_visitor_has_a_limit_of_ones_own()
    {
        await using var app = await host.New(false, null, s => s with { SignInsAMinute = 2, Proxies = ProxyList.Read("127.0.0.1, 10.0.0.0/8") });
        foreach (var visitor in new[] { "203.0.113.1", "203.0.113.2" })
        {
            (await Try(app, visitor)).ShouldNotBe(HttpStatusCode.TooManyRequests);
            (await Try(app, visitor)).ShouldNotBe(HttpStatusCode.TooManyRequests);
            (await Try(app, visitor)).ShouldBe(HttpStatusCode.TooManyRequests);
        }

        // A visitor who writes the header too adds to it; only what the proxies wrote counts.
        (await Try(app, "198.51.100.7, 203.0.113.1")).ShouldBe(HttpStatusCode.TooManyRequests);
    }

    [Fact]
    public async Task Without_a_named_proxy_the_header_is_not_believed()
    {
        await using var app = await host.New(false, null, s => s with { SignInsAMinute = 2, Proxies = ProxyList.Read("192.0.2.1") });
        (await Try(app, "203.0.113.1")).ShouldNotBe(HttpStatusCode.TooManyRequests);
        (await Try(app, "203.0.113.2")).ShouldNotBe(HttpStatusCode.TooManyRequests);
        (await Try(app, "203.0.113.3")).ShouldBe(HttpStatusCode.TooManyRequests);
    }

    [Theory]
    [InlineData("proxy.example")]
    [InlineData("10.0.0.0/99")]
    public void A_word_that_is_no_address_stops_the_start(string list) => Should.Throw<FormatException>(() => ProxyList.Read(list)).Message.ShouldContain(list);

    private static async Task<HttpStatusCode> Try(TestApp app, string forwardedFor)
    {
        using var client = app.Api();
        var request = new HttpRequestMessage(HttpMethod.Post, "/api/v1/sign-in/code") { Content = System.Net.Http.Json.JsonContent.Create(new { phoneNumber = "1" }) };
        request.Headers.Add("X-Forwarded-For", forwardedFor);
        return (await client.Send(request)).Status;
    }
}
