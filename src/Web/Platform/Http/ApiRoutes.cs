using Linli.Domain.Kernel;
using Linli.Domain.Registry;
using Linli.Web.Platform.Access;
using Linli.Web.Platform.Changes;

namespace Linli.Web.Platform.Http;

/// <summary>How routes for programs read and act: by the use cases of the pages, with the same answers in every module.</summary>
internal static class ApiRoutes
{
    /// <summary>What a change led to: the id of what was made, or the value asked for.</summary>
    internal sealed record Made<T>(T Value);

    public static RouteHandlerBuilder Read(this RouteGroupBuilder api, string route, Permission permission, string summary, Delegate handler) =>
        api.MapGet(route, handler).Needs(permission).WithSummary(summary).ProducesProblem(404);

    public static RouteHandlerBuilder Change(this RouteGroupBuilder api, string route, Permission permission, string summary, Delegate handler) =>
        api.MapPost(route, handler).Needs(permission).WithSummary(summary)
            .Produces<Made<Guid>>().Produces(204).ProducesProblem(404).ProducesProblem(409).ProducesProblem(422);

    public static async Task<IResult> Show<T>(Task<T?> query)
        where T : class => await query is { } view ? Results.Ok(view) : Results.NotFound();

    public static async Task<IResult> Act<T>(HttpContext http, ChangeInput input, Func<ProcessContext, Task<Outcome<T>>> act)
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
