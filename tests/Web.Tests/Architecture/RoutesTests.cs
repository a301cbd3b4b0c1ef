using Linli.Web.Platform.Access;
using Linli.Web.Tests.Host;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Linli.Web.Tests.Architecture;

public class RoutesTests(EmptyHost host) : EmptyHostTests(host)
{
    [Fact]
    public void Every_route_says_what_it_needs_or_that_it_is_open_to_all() => Violations.ShouldBeNone(
        // Before publishing, ASP.NET adds a fallback that reads style sheets from the source tree.
        App.Services.GetRequiredService<EndpointDataSource>().Endpoints.Where(e => e.DisplayName != "Fallback {**path:file}").ToList(),
        endpoint => endpoint.Metadata.GetMetadata<NeedsAttribute>() is null && endpoint.Metadata.GetMetadata<OpenToAllAttribute>() is null
            ? [$"{(endpoint as RouteEndpoint)?.RoutePattern.RawText} ({endpoint.DisplayName})"]
            : [],
        atLeast: 10);

    [Fact]
    public void No_route_says_both() => Violations.ShouldBeNone(
        App.Services.GetRequiredService<EndpointDataSource>().Endpoints,
        endpoint => endpoint.Metadata.GetMetadata<NeedsAttribute>() is not null && endpoint.Metadata.GetMetadata<OpenToAllAttribute>() is not null
            ? [endpoint.DisplayName!]
            : [],
        atLeast: 10);

    [Fact]
    public void Every_endpoint_of_the_api_has_a_summary() => Violations.ShouldBeNone(
        App.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
            .Where(e => e.RoutePattern.RawText!.StartsWith("/api/", StringComparison.Ordinal)).ToList(),
        endpoint => endpoint.Metadata.GetMetadata<Microsoft.AspNetCore.Http.Metadata.IEndpointSummaryMetadata>() is null
            ? [endpoint.RoutePattern.RawText!]
            : [],
        atLeast: 3);
}
