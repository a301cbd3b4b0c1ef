using Linli.Domain.Registry;
using Linli.Web.Platform.Access;
using Linli.Web.Platform.Changes;
using Linli.Web.Platform.Http;

namespace Linli.Web.Platform.Notifications;

/// <summary>Opening a notice from its list, and the notices of the API.</summary>
internal static class NotificationRoutes
{
    internal sealed record AllRead
    {
        /// <summary>How many notices were unread before.</summary>
        public required int Count { get; init; }
    }

    public static void MapNotifications(this IEndpointRouteBuilder app)
    {
        app.MapGet("/notifications/{id:guid}", Open).Needs(Permission.None).ExcludeFromDescription();
        var api = app.MapGroup("/api/v1/notifications").WithTags("Notifications").Needs(Permission.None);
        api.MapGet("", List).WithSummary("List own notices, unread ones first").Produces<NoticePage>();
        api.MapPost("/{id:guid}/read", Read).WithSummary("Mark a notice read").Produces(204).ProducesProblem(404);
        api.MapPost("/read", ReadAll).WithSummary("Mark all notices read").Produces<AllRead>();
    }

    private static async Task<IResult> Open(Guid id, Notices notices, CurrentActor current, CancellationToken cancel) =>
        await notices.Open(current.Required, id, cancel) is { } link ? Results.LocalRedirect(link) : Results.NotFound();

    private static async Task<IResult> List(Notices notices, CurrentActor current, CancellationToken cancel, int page = 1) =>
        Results.Ok(await notices.List(current.Required, page, cancel));

    private static async Task<IResult> Read(Guid id, Notices notices, CurrentActor current, HttpContext http) =>
        await notices.Open(current.Required, id, http.RequestAborted) is null ? Problems.From(http, [new NotFound()]) : Results.NoContent();

    private static async Task<IResult> ReadAll(Notices notices, CurrentActor current, CancellationToken cancel) =>
        Results.Ok(new AllRead { Count = await notices.MarkAllRead(current.Required, cancel) });
}
