using Linli.EndToEnd.Host;
using Linli.Web.Demo.World;
using Microsoft.Playwright;
using Xunit;

[assembly: AssemblyFixture(typeof(DemoFixture))]
// One machine, one browser, one product: side by side the journeys would only slow each other down.
[assembly: CollectionBehavior(DisableTestParallelization = true)]

namespace Linli.EndToEnd.Host;

/// <summary>The product with the demo world in a process of its own, and one Chromium for all tests.</summary>
public sealed class DemoFixture : IAsyncDisposable
{
    private static readonly string[] Arguments =
    [
        "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync",
    ];

    private readonly SemaphoreSlim once = new(1);
    private TestDatabase? database;
    private Product? product;
    private IPlaywright? playwright;
    private IBrowser? browser;
    private readonly Dictionary<DemoRole, IReadOnlyList<Cookie>> cookies = [];
    private Dictionary<DemoRole, Guid> persons = [];
    private Entrance? entrance;

    internal TestDatabase Database => database!;

    internal Uri Address => product!.Address;

    internal Entrance Entrance => entrance ??= new Entrance(this);

    /// <summary>A browser window of its own kind, signed out.</summary>
    internal async Task<Window> Open(WindowKind kind)
    {
        await Start();
        var context = await browser!.NewContextAsync(new BrowserNewContextOptions
        {
            BaseURL = Address.ToString(),
            ViewportSize = kind.IsPhone ? new() { Width = WindowKind.PhoneWidth, Height = 844 } : new() { Width = WindowKind.DeskWidth, Height = 900 },
            DeviceScaleFactor = kind.IsPhone ? 2 : 1,
            HasTouch = kind.IsPhone,
            JavaScriptEnabled = kind.Script,
            Locale = "zh-CN",
            TimezoneId = "Asia/Shanghai",
            BypassCSP = kind.PastPolicy,
        });
        context.SetDefaultTimeout(15_000);
        var window = new Window(await context.NewPageAsync(), kind, persons, product!);
        if (kind.LargeText)
        {
            await window.ChooseLargeText();
        }

        if (kind.English)
        {
            await context.AddCookiesAsync([new Cookie { Name = "linli.language", Value = "en", Url = Address.ToString() }]);
        }

        return window;
    }

    /// <summary>What a browser carries once the person is signed in; for tests that look at many pages and change nothing.</summary>
    internal async Task<IReadOnlyList<Cookie>> CookiesOf(DemoRole role)
    {
        if (!cookies.TryGetValue(role, out var known))
        {
            await using var window = await Open(WindowKind.Desk);
            await window.SignIn(role);
            cookies[role] = known = [.. (await window.Page.Context.CookiesAsync()).Select(c => new Cookie { Name = c.Name, Value = c.Value, Url = Address.ToString() })];
        }

        return known;
    }

    internal async Task Start()
    {
        await once.WaitAsync();
        try
        {
            if (browser is not null)
            {
                return;
            }

            database = await TestDatabase.Make();
            product = await Product.Start(database.Connection, database.Folder, demo: true);
            persons = (await database.Query("select position, person_id from platform.demo_persons", row => (Role: (DemoRole)row.GetInt32(0), Person: row.GetGuid(1))))
                .ToDictionary(p => p.Role, p => p.Person);
            playwright = await Playwright.CreateAsync();
            browser = await playwright.Chromium.LaunchAsync(new() { ExecutablePath = "/usr/bin/chromium", Headless = true, Args = Arguments });
        }
        finally
        {
            once.Release();
        }
    }

    public async ValueTask DisposeAsync()
    {
        once.Dispose();
        entrance?.Dispose();
        if (browser is not null)
        {
            await browser.DisposeAsync();
        }

        playwright?.Dispose();
        if (product is not null)
        {
            await product.DisposeAsync();
        }

        if (database is not null)
        {
            await database.DisposeAsync();
        }
    }
}
