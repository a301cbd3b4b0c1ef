using System.Net;
using System.Text.RegularExpressions;
using Linli.EndToEnd.Host;
using Linli.Web.Demo.World;
using Xunit;

namespace Linli.EndToEnd.Journeys;

/// <summary>
/// Every page there is, read from the compiled pages: nothing for axe to find, nothing that sticks out, light enough for a poor
/// connection. A new page is walked without anybody listing it; one with a hole in its address fails until somebody says what stands in it.
/// </summary>
public sealed partial class PagesTests(DemoFixture demo) : IAsyncLifetime
{
    private const int HeaviestPage = 60 * 1024;

    public static TheoryData<string> Pages => [.. PageRoutes.All];

    public static TheoryData<string, WindowKind> Visits => [.. PageRoutes.All.SelectMany(page => new[] { WindowKind.Phone, WindowKind.Desk }
        .Select(kind => new TheoryDataRow<string, WindowKind>(page, kind)))];

    public static TheoryData<WindowKind> OtherKinds => [WindowKind.PhoneLargeText with { PastPolicy = true }, WindowKind.DeskLargeText with { PastPolicy = true }, WindowKind.NarrowPhone];

    public async ValueTask InitializeAsync() => await demo.Start();

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    [Fact]
    public void Every_page_is_known_and_every_hole_has_a_value()
    {
        Assert.InRange(PageRoutes.All.Count, 40, int.MaxValue);
        Assert.True(PageRoutes.WithoutValue.Count == 0, $"Say in PageRoutes what stands in: {string.Join(", ", PageRoutes.WithoutValue)}");
    }

    [Theory]
    [MemberData(nameof(Visits))]
    public async Task Axe_finds_nothing_and_nothing_sticks_out(string page, WindowKind kind) => await Visit(page, kind with { PastPolicy = true }, async (window, name) =>
    {
        await window.Shot(name);
        await Axe.ShouldFindNothing(window.Page);
    });

    [Theory]
    [MemberData(nameof(OtherKinds))]
    public Task Nothing_sticks_out_in_large_text_or_on_a_narrow_phone_and_axe_finds_nothing_in_large_text(WindowKind kind) => Walk(kind, async window =>
    {
        List<string> wrong = await window.SticksOut() is { } how ? [how] : [];
        return kind.LargeText && await Axe.Finds(window.Page) is { Count: > 0 } found ? [.. wrong, .. found] : wrong;
    });

    [Fact]
    public Task In_English_nothing_sticks_out_and_the_products_own_words_are_English() => Walk(WindowKind.PhoneInEnglish, async window =>
    {
        // The specimens of /design show the look's own pages, in Chinese.
        if (new Uri(window.Page.Url).AbsolutePath.StartsWith("/design", StringComparison.Ordinal))
        {
            return [];
        }

        List<string> wrong = await window.SticksOut() is { } how ? [how] : [];
        var texts = await window.Page.EvaluateAsync<string[]>(
            "() => { const w = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT), t = []; while (w.nextNode()) if (!w.currentNode.parentElement.closest('script,style,code,pre,[lang=zh-Hans]')) t.push(w.currentNode.data.trim()); return t.concat([document.title], [...document.querySelectorAll('[aria-label],[placeholder],[title]')].flatMap(e => ['aria-label', 'placeholder', 'title'].map(a => e.getAttribute(a) || ''))); }");
        wrong.AddRange(texts.Where(OwnWords.AreChinese).Distinct().Select(text => $"not translated: {text}"));
        wrong.AddRange(texts.Select(text => RawKey().Match(text)).Where(key => key.Success).Select(key => $"a text that nobody has written: {key.Value}"));
        return wrong;
    });

    /// <summary>One window for each person, which walks all pages that open to that person.</summary>
    private async Task Walk(WindowKind kind, Func<Window, Task<List<string>>> look)
    {
        var walks = new Dictionary<DemoRole, List<string>>();
        foreach (var page in PageRoutes.All)
        {
            var address = await PageRoutes.AddressOf(page, demo.Database);
            foreach (var role in (await demo.Entrance.OpensTo(address)).OfType<DemoRole>())
            {
                (walks.TryGetValue(role, out var walk) ? walk : walks[role] = []).Add(address);
            }
        }

        var found = new List<string>();
        foreach (var (role, walk) in walks)
        {
            await using var window = await demo.Open(kind);
            await window.Page.Context.AddCookiesAsync(await demo.CookiesOf(role));
            foreach (var address in walk)
            {
                await window.Go(address);
                found.AddRange((await look(window)).Select(wrong => $"{role}, {address}: {wrong}"));
            }
        }

        Assert.True(found.Count == 0, string.Join('\n', found));
    }

    [Theory]
    [MemberData(nameof(Pages))]
    public async Task A_page_weighs_little_whoever_opens_it(string page)
    {
        var address = await PageRoutes.AddressOf(page, demo.Database);
        var opened = 0;
        var parts = new Dictionary<string, int>();
        foreach (var role in Enum.GetValues<DemoRole>().Cast<DemoRole?>().Append(null))
        {
            var (status, body) = await demo.Entrance.Get(address, role);
            Assert.True((int)status < 500, $"{address} gave {status} to {role}");
            opened += status == HttpStatusCode.OK || page == "/no-such-page" ? 1 : 0;
            // The page as a phone loads it: with its style sheet and scripts.
            var weight = Compressed(body);
            foreach (var part in Parts().Matches(System.Text.Encoding.UTF8.GetString(body)).Select(match => match.Groups[1].Value).Distinct())
            {
                weight += parts.TryGetValue(part, out var known) ? known : parts[part] = Compressed((await demo.Entrance.Get(part, null)).Body);
            }

            Assert.True(weight <= HeaviestPage, $"{address} weighs {weight} bytes for {role}");
            var raw = RawKey().Match(Markup().Replace(System.Text.Encoding.UTF8.GetString(body), " "));
            Assert.False(raw.Success, $"{address} shows {role} a text that nobody has written: {raw.Value}");
        }

        Assert.True(opened > 0 || PageRoutes.OpensToNobody.ContainsKey(page), $"{address} opens to nobody of the demo");
    }

    private async Task Visit(string page, WindowKind kind, Func<Window, string, Task> look)
    {
        var address = await PageRoutes.AddressOf(page, demo.Database);
        foreach (var role in await demo.Entrance.OpensTo(address))
        {
            var window = await demo.Open(kind);
            if (role is { } person)
            {
                await window.Page.Context.AddCookiesAsync(await demo.CookiesOf(person));
            }

            var response = await window.Page.GotoAsync(address);
            Assert.True(response!.Ok || page == "/no-such-page", $"{address} gave {response.Status} to {role}");
            await look(window, $"page-{role}{NotForNames().Replace(page, "-")}");
            await window.Page.Context.CloseAsync();
        }
    }

    [GeneratedRegex("(?:href|src)=\"(/(?:css|js)/[^\"]+)\"")]
    private static partial Regex Parts();

    // Nav.Places, Refusal.NotFound: the key of a text where the text should stand.
    [GeneratedRegex(@"(?<![\w.@/-])[A-Z][A-Za-z]+\.[A-Z][A-Za-z]+(?![\w@])")]
    private static partial Regex RawKey();

    [GeneratedRegex("<(script|style|code|pre)[^>]*>.*?</\\1>|<[^>]+>", RegexOptions.Singleline)]
    private static partial Regex Markup();

    [GeneratedRegex(@"[/?=&{}:]+")]
    private static partial Regex NotForNames();

    // Static files are compressed at build, pages by the proxy.
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
