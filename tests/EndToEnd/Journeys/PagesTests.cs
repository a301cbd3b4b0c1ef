using System.Collections.Concurrent;
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
    private const int PagesAWindow = 20;

    public static TheoryData<string> Pages => [.. PageRoutes.All];

    public static TheoryData<WindowKind> TextSizes => [WindowKind.Desk with { PastPolicy = true }, WindowKind.DeskLargeText with { PastPolicy = true }];

    public async ValueTask InitializeAsync() => await demo.Start();

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    [Fact]
    public void Every_page_is_known_and_every_hole_has_a_value()
    {
        Assert.InRange(PageRoutes.All.Count, 40, int.MaxValue);
        Assert.True(PageRoutes.WithoutValue.Count == 0, $"Say in PageRoutes what stands in: {string.Join(", ", PageRoutes.WithoutValue)}");
    }

    [Theory]
    [MemberData(nameof(TextSizes))]
    public Task Axe_finds_nothing_and_nothing_sticks_out_at_any_width(WindowKind kind) => Walk(kind, async (window, name) =>
    {
        List<string> wrong = [];
        foreach (var width in new[] { WindowKind.DeskWidth, WindowKind.PhoneWidth })
        {
            await window.Resize(width);
            wrong.AddRange(await window.SticksOut() is { } how ? [how] : []);
            wrong.AddRange((await Axe.Finds(window.Page)).Select(found => $"at {width} px: {found}"));
            if (Repository.TakesPictures)
            {
                await window.Page.ScreenshotAsync(new() { Path = Path.Combine(Repository.Screenshots, $"{name}-{kind.Name}-{width}.png"), FullPage = true });
            }
        }

        await window.Resize(WindowKind.NarrowWidth);
        wrong.AddRange(await window.SticksOut() is { } narrow ? [narrow] : []);
        return wrong;
    });

    [Fact]
    public Task In_English_nothing_sticks_out_and_the_products_own_words_are_English() => Walk(WindowKind.PhoneInEnglish, async (window, _) =>
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

    /// <summary>All pages, each as everybody to whom it opens in another layout; several windows walk side by side.</summary>
    private async Task Walk(WindowKind kind, Func<Window, string, Task<List<string>>> look)
    {
        var visits = new List<(DemoRole? Role, string Page, string Address)>();
        foreach (var page in PageRoutes.All)
        {
            var address = await PageRoutes.AddressOf(page, demo.Database);
            foreach (var role in await demo.Entrance.OpensTo(address))
            {
                visits.Add((role, page, address));
                _ = role is { } person ? await demo.CookiesOf(person) : [];
            }
        }

        var found = new ConcurrentBag<string>();
        await Parallel.ForEachAsync(visits.GroupBy(v => v.Role).SelectMany(role => role.Chunk(PagesAWindow)), async (walk, _) =>
        {
            await using var window = await demo.Open(kind);
            await window.Page.Context.AddCookiesAsync(walk[0].Role is { } person ? await demo.CookiesOf(person) : []);
            foreach (var (role, page, address) in walk)
            {
                // A sheet that is none of ours has a page of its own, with the status that says so.
                window.ExpectsRefusals = page is "/no-such-page" or "/q/{code}";
                var response = await window.Page.GotoAsync(address);
                var wrong = response!.Ok || window.ExpectsRefusals ? await look(window, $"page-{role}{NotForNames().Replace(page, "-")}") : [$"gave {response.Status}"];
                if (window.WasSentToSignIn && !address.StartsWith("/sign-in", StringComparison.Ordinal) && !PageRoutes.OpensToNobody.ContainsKey(page))
                {
                    wrong.Add("opens to nobody who walks here, so that nothing of it was looked at");
                }

                wrong.AddRange(window.TakeComplaints());
                wrong.ForEach(what => found.Add($"{role}, {address}: {what}"));
            }
        });

        Assert.True(visits.Count > PageRoutes.All.Count && found.IsEmpty, string.Join('\n', found));
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
