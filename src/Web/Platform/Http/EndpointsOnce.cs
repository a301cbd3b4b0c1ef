namespace Linli.Web.Platform.Http;

/// <summary>Keeps what the routes compile to.</summary>
internal static class EndpointsOnce
{
    /// <summary>
    /// Routing and authorisation each ask every source for its endpoints, and a source compiles all its handlers anew when asked;
    /// from one list that keeps them they take the same ones. To be called after the last route is mapped.
    /// </summary>
    public static void BuildEndpointsOnce(this IEndpointRouteBuilder app)
    {
        var kept = new CompositeEndpointDataSource([.. app.DataSources]);
        app.DataSources.Clear();
        app.DataSources.Add(kept);
    }
}
