using System.Net;
using Linli.EndToEnd.Host;
using Linli.Web.Demo.World;
using Xunit;

namespace Linli.EndToEnd.Journeys;

/// <summary>Every page that a role is led to: nothing for axe to find, nothing that sticks out, light enough for a poor connection.</summary>
public partial class PagesTests(DemoFixture demo)
{
    private const int HeaviestPage = 60 * 1024;

    private static readonly (DemoRole? Role, string[] Pages)[] Walks =
    [
        (null, ["/sign-in", "/sign-in/password", "/demo/outbox", "/no-such-page"]),
        (DemoRole.Owner, ["/", "/tickets/report", "/tickets/mine", "/notifications", "/me", "/me/sessions", "/me/password", "/me/passkeys", "/me/tokens", "/capacity", "/menu"]),
        (DemoRole.Dispatcher, ["/", "/work", "/work?tab=All", "/registry", "/registry/search", "/notifications", "/me"]),
        (DemoRole.RepairWorker, ["/", "/work", "/me"]),
        (DemoRole.SubdistrictOfficer, ["/", "/overview", "/work", "/registry"]),
        (DemoRole.HousingOfficer, ["/", "/overview", "/registry/divisions/import"]),
        (DemoRole.PlatformAdministrator, ["/", "/registry", "/me"]),
    ];

    public static TheoryData<string, string> Pages =>
        [.. Walks.SelectMany(w => w.Pages.Select(p => new TheoryDataRow<string, string>(w.Role?.ToString() ?? string.Empty, p)))];

    public static TheoryData<string, string, bool> Visits => [.. Walks.SelectMany(w => w.Pages.SelectMany(p => new[] { true, false }
        .Select(phone => new TheoryDataRow<string, string, bool>(w.Role?.ToString() ?? string.Empty, p, phone))))];

    [Theory]
    [MemberData(nameof(Visits))]
    public async Task Axe_finds_nothing_and_nothing_sticks_out(string role, string page, bool phone)
    {
        var kind = (phone ? WindowKind.Phone : WindowKind.Desk) with { PastPolicy = true };
        var window = await demo.Open(kind);
        if (role.Length > 0)
        {
            await window.SignIn(Enum.Parse<DemoRole>(role));
        }

        var response = await window.Page.GotoAsync(page);
        Assert.True(response!.Ok || page == "/no-such-page", $"{page} gave {response.Status} to {role}");
        await window.Shot($"page-{role}{page.Replace('/', '-').Replace('?', '-')}");
        await Axe.ShouldFindNothing(window.Page);
        await window.Page.Context.CloseAsync();
    }

    [Theory]
    [MemberData(nameof(Pages))]
    public async Task A_page_weighs_little(string role, string page)
    {
        await using var window = await demo.Open(WindowKind.Phone);
        if (role.Length > 0)
        {
            await window.SignIn(Enum.Parse<DemoRole>(role));
        }

        var cookies = string.Join("; ", (await window.Page.Context.CookiesAsync()).Select(c => $"{c.Name}={c.Value}"));
        using var http = new HttpClient(new SocketsHttpHandler { AutomaticDecompression = DecompressionMethods.None, UseCookies = false }) { BaseAddress = demo.Address };
        var (html, weight) = await Weigh(http, page, cookies);
        // The page as a phone loads it: with its style sheet and scripts.
        foreach (var part in Parts().Matches(html).Select(match => match.Groups[1].Value).Distinct())
        {
            weight += (await Weigh(http, part, cookies)).Weight;
        }

        Assert.InRange(weight, 1, HeaviestPage);
    }

    private static async Task<(string Text, int Weight)> Weigh(HttpClient http, string address, string cookies)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, address);
        if (cookies.Length > 0)
        {
            request.Headers.Add("Cookie", cookies);
        }

        using var answer = await http.SendAsync(request, TestContext.Current.CancellationToken);
        var bytes = await answer.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken);
        // Static files are compressed at build, pages by the proxy.
        return (System.Text.Encoding.UTF8.GetString(bytes), Compressed(bytes));
    }

    [System.Text.RegularExpressions.GeneratedRegex("(?:href|src)=\"(/(?:css|js)/[^\"]+)\"")]
    private static partial System.Text.RegularExpressions.Regex Parts();

    private static int Compressed(byte[] bytes)
    {
        using var small = new MemoryStream();
        using (var gzip = new System.IO.Compression.GZipStream(small, System.IO.Compression.CompressionLevel.Optimal, leaveOpen: true))
        {
            gzip.Write(bytes);
        }

        return (int)small.Length;
    }
}
