using System.Text.Unicode;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using Linli.Web.Platform.Access;
using Linli.Web.Platform.Look;
using Linli.Web.Platform.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Mvc.Testing.Handlers;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.WebEncoders;
using Xunit;

namespace Linli.Web.Tests.Platform.Look;

/// <summary>The look alone: no database, no sign-in.</summary>
public sealed class LookHost : IAsyncLifetime
{
    private WebApplication app = null!;

    public async ValueTask InitializeAsync()
    {
        var builder = WebApplication.CreateBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseTestServer();
        builder.Services.AddTexts();
        builder.Services.AddHttpContextAccessor();
        builder.Services.AddScoped<CurrentActor>();
        builder.Services.AddRazorPages(options => options.RootDirectory = "/").AddApplicationPart(typeof(LookModule).Assembly);
        builder.Services.Configure<WebEncoderOptions>(options => options.TextEncoderSettings = new(UnicodeRanges.All));
        builder.AddLook();
        app = builder.Build();
        app.UseRequestLocalization();
        app.MapRazorPages();
        app.MapLook();
        await app.StartAsync();
    }

    public HttpClient NewClient() => new(new CookieContainerHandler { InnerHandler = app.GetTestServer().CreateHandler() }) { BaseAddress = new Uri("http://localhost") };

    public static async Task<IHtmlDocument> GetAsync(HttpClient client, string path) =>
        new HtmlParser().ParseDocument(await client.GetStringAsync(path));

    public ValueTask DisposeAsync() => app.DisposeAsync();
}
