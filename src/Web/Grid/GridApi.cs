using Linli.Domain.Kernel;
using Linli.Domain.Registry;
using Linli.Web.Platform.Access;
using Linli.Web.Platform.Changes;
using Linli.Web.Platform.Http;

namespace Linli.Web.Grid;

/// <summary>Everything that the pages of this module can do, for programs.</summary>
internal static class GridApi
{
    /// <summary>What a change led to: the id of what was made, or the value asked for.</summary>
    internal sealed record Made<T>(T Value);

    public static void MapGridApi(this IEndpointRouteBuilder app)
    {
        var api = app.MapGroup("/api/v1/grid").WithTags("Grid");
        api.MapLeadersApi();
        api.MapMembersApi();
        api.MapCareApi();
    }

    public static RouteHandlerBuilder Read(this RouteGroupBuilder api, string route, Permission permission, string summary, Delegate handler) =>
        api.MapGet(route, handler).Needs(permission).WithSummary(summary).ProducesProblem(404);

    public static RouteHandlerBuilder Change(this RouteGroupBuilder api, string route, Permission permission, string summary, Delegate handler) =>
        api.MapPost(route, handler).Needs(permission).WithSummary(summary)
            .Produces<Made<Guid>>().Produces(204).ProducesProblem(404).ProducesProblem(409).ProducesProblem(422);

    public static async Task<IResult> Show<T>(Task<T?> query)
        where T : class => await query is { } view ? Results.Ok(view) : Results.NotFound();

    public static async Task<IResult> Act<T>(HttpContext http, GridInput input, Func<ProcessContext, Task<Outcome<T>>> act)
    {
        var services = http.RequestServices;
        var outcome = await act(new ProcessContext
        {
            Actor = services.GetRequiredService<CurrentActor>().Required,
            At = services.GetRequiredService<TimeProvider>().GetUtcNow(),
            RequestId = input.RequestId ?? Guid.NewGuid(),
        });
        return !outcome.Succeeded(out var value) ? Problems.From(http, outcome.Refusals)
            : value is Done ? Results.NoContent() : Results.Ok(new Made<T>(value));
    }
}
