using System.Text.RegularExpressions;
using Linli.Web.Platform.Access;
using Linli.Web.Tests.Host;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Metadata;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.RazorPages.Infrastructure;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Linli.Web.Tests.Authorization;

/// <summary>One way to call one route: a method, an address with holes, what it needs.</summary>
internal sealed record MatrixCall
{
    public required string Method { get; init; }

    public required string Pattern { get; init; }

    /// <summary>What the route asks for; null when it is open to all.</summary>
    public required NeedsAttribute? Needs { get; init; }

    /// <summary>A named handler of a page.</summary>
    public string? Handler { get; init; }

    public required bool IsPage { get; init; }

    /// <summary>What an endpoint of the API wants as its body; null when it wants none.</summary>
    public Type? Body { get; init; }

    public bool IsApi => Pattern.StartsWith("/api/", StringComparison.Ordinal);

    public IReadOnlyList<string> Holes => [.. Regex.Matches(Pattern, @"\{\*{0,2}([A-Za-z]+)[^}]*\}").Select(m => m.Groups[1].Value)];

    public override string ToString() => $"{Method} {Pattern}{(Handler is null ? string.Empty : $"?handler={Handler}")}";
}

/// <summary>Every call that the host answers, read from its own routing table.</summary>
internal static class MatrixRoutes
{
    /// <summary>Style sheets, scripts, icons: files that anybody may read.</summary>
    private static bool IsAsset(Endpoint endpoint) =>
        endpoint.Metadata.Any(m => m.GetType().Name.StartsWith("StaticAsset", StringComparison.Ordinal)) || endpoint.DisplayName == "Fallback {**path:file}";

    public static async Task<List<MatrixCall>> Of(TestApp app)
    {
        var calls = new List<MatrixCall>();
        foreach (var endpoint in app.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>().Where(e => !IsAsset(e)))
        {
            var pattern = "/" + endpoint.RoutePattern.RawText!.TrimStart('/');
            var needs = endpoint.Metadata.GetMetadata<NeedsAttribute>();
            if (endpoint.Metadata.GetMetadata<PageActionDescriptor>() is { } page)
            {
                calls.AddRange(await OfPage(app, page, endpoint, pattern, needs));
                continue;
            }

            calls.AddRange((endpoint.Metadata.GetMetadata<IHttpMethodMetadata>()?.HttpMethods ?? ["GET"]).Where(m => m != "HEAD").Select(method => new MatrixCall
            {
                Method = method, Pattern = pattern, Needs = needs, IsPage = false, Body = endpoint.Metadata.GetMetadata<IAcceptsMetadata>()?.RequestType,
            }));
        }

        return calls;
    }

    private static async Task<IEnumerable<MatrixCall>> OfPage(
        TestApp app, PageActionDescriptor page, RouteEndpoint endpoint, string pattern, NeedsAttribute? needs)
    {
        var compiled = page as CompiledPageActionDescriptor
            ?? await app.Services.GetRequiredService<PageLoader>().LoadAsync(page, endpoint.Metadata);
        // The page model carries the attribute; it shows only once the page has been compiled.
        needs ??= compiled.Endpoint?.Metadata.GetMetadata<NeedsAttribute>();
        var handlers = compiled.HandlerMethods.Select(h => (Method: h.HttpMethod.ToUpperInvariant(), h.Name)).ToList();
        if (!handlers.Contains(("GET", null)))
        {
            handlers.Add(("GET", null));
        }

        return handlers.Select(h => new MatrixCall { Method = h.Method, Pattern = pattern, Needs = needs, Handler = h.Name, IsPage = true });
    }
}
