using Linli.Web.Demo.World;
using Microsoft.Playwright;
using Xunit;

namespace Linli.EndToEnd.Host;

/// <summary>In what way somebody looks at the product.</summary>
public sealed record WindowKind
{
    /// <summary>CSS pixels of a usual screen.</summary>
    public const int DeskWidth = 1440;

    /// <summary>CSS pixels of a usual phone.</summary>
    public const int PhoneWidth = 390;

    /// <summary>Small phones, and a quarter of the screen's size at four times the magnification (WCAG 1.4.10).</summary>
    public const int NarrowWidth = 320;

    public required string Name { get; init; }

    public bool IsPhone { get; init; }

    public bool Script { get; init; } = true;

    public bool LargeText { get; init; }

    public bool English { get; init; }

    /// <summary>Lets the accessibility checker in, which the content policy would keep out.</summary>
    public bool PastPolicy { get; init; }

    public static readonly WindowKind Phone = new() { Name = "phone", IsPhone = true };
    public static readonly WindowKind PhoneLargeText = new() { Name = "phone-large", IsPhone = true, LargeText = true };
    public static readonly WindowKind PhoneWithoutScript = new() { Name = "phone-noscript", IsPhone = true, Script = false };
    public static readonly WindowKind Desk = new() { Name = "desk" };
    public static readonly WindowKind DeskWithoutScript = new() { Name = "desk-noscript", Script = false };
    public static readonly WindowKind PhoneInEnglish = new() { Name = "phone-english", IsPhone = true, English = true };
    public static readonly WindowKind DeskLargeText = new() { Name = "desk-large", LargeText = true };

    public override string ToString() => Name;
}

/// <summary>A window with somebody in front of it. What the console or the network complain of is a failure.</summary>
internal sealed class Window : IAsyncDisposable
{
    private readonly Dictionary<DemoRole, Guid> persons;
    private readonly Product product;
    private readonly List<string> complaints = [];

    public Window(IPage page, WindowKind kind, Dictionary<DemoRole, Guid> persons, Product product)
    {
        (Page, Kind, this.persons, this.product) = (page, kind, persons, product);
        page.Console += (_, message) =>
        {
            if (message.Type is "error" or "warning" && !(ExpectsRefusals && message.Text.Contains("404", StringComparison.Ordinal)))
            {
                complaints.Add($"{page.Url}: {message.Text}");
            }
        };
        page.PageError += (_, error) => complaints.Add($"{page.Url}: {error}");
        page.Response += (_, response) =>
        {
            if (response.Status >= 500)
            {
                complaints.Add($"{response.Status} {response.Url}\n{product.Output}");
            }
        };
    }

    public IPage Page { get; }

    public WindowKind Kind { get; }

    /// <summary>Whether what is tried here is to be refused, so that the console may say so.</summary>
    public bool ExpectsRefusals { get; set; }

    public async Task SignIn(DemoRole role)
    {
        await Page.GotoAsync("/sign-in?returnUrl=/me");
        var form = Page.Locator($"form[action='/demo/sign-in']:has(input[value='{persons[role]}'])");
        await form.Locator("button").ClickAsync();
        await Page.WaitForURLAsync(url => !url.Contains("/sign-in", StringComparison.Ordinal));
        if (new Uri(Page.Url).AbsolutePath == "/capacity")
        {
            // The captain also owns a flat: what is looked at is the post.
            var kind = role == DemoRole.BuildingCaptain ? ":has(input[name='kind'][value='Post'])" : string.Empty;
            var ways = Page.Locator($"form[action='/capacity']{kind} button");
            // Whose post has ended finds nothing to choose.
            if (await ways.CountAsync() > 0)
            {
                await ways.First.ClickAsync();
                await Page.WaitForURLAsync(url => !url.Contains("/capacity", StringComparison.Ordinal));
            }
        }
    }

    public async Task ChooseLargeText()
    {
        await Page.GotoAsync("/sign-in");
        await Page.Locator("form[action='/display/large-text'] button").First.ClickAsync();
        Assert.Contains("elder", await Page.Locator("html").GetAttributeAsync("data-mode") ?? await Page.Locator("html").GetAttributeAsync("class") ?? string.Empty, StringComparison.Ordinal);
    }

    /// <summary>Goes there and expects to be let in.</summary>
    public async Task Go(string address)
    {
        var response = await Page.GotoAsync(address);
        Assert.True(response!.Ok, $"{address} gave {response.Status}\n{product.Output}");
    }

    public bool WasSentToSignIn => new Uri(Page.Url).AbsolutePath == "/sign-in";

    public Task Resize(int width) => Page.SetViewportSizeAsync(width, width < WindowKind.DeskWidth ? 844 : 900);

    public async Task Shot(string name)
    {
        await Page.ScreenshotAsync(new() { Path = Path.Combine(Repository.Screenshots, $"{name}-{Kind.Name}.png"), FullPage = true });
        Assert.Null(await SticksOut());
    }

    /// <summary>How the page is wider than its window; null when nothing sticks out.</summary>
    public async Task<string?> SticksOut()
    {
        var size = await Page.Locator("html").EvaluateAsync<int[]>("e => [e.scrollWidth, e.clientWidth]");
        return size[0] <= size[1] ? null : $"{Page.Url} is {size[0]} px wide in a window of {size[1]} px ({Kind.Name})";
    }

    /// <summary>What was complained of so far; it is not told again.</summary>
    public IReadOnlyList<string> TakeComplaints()
    {
        string[] taken = [.. complaints];
        complaints.Clear();
        return taken;
    }

    public async ValueTask DisposeAsync()
    {
        await Page.Context.CloseAsync();
        Assert.True(complaints.Count == 0, string.Join('\n', complaints));
    }
}
