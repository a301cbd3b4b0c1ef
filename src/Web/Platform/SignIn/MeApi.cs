using Linli.Domain.Registry;
using Linli.Web.Platform.Access;
using Linli.Web.Platform.Changes;
using Linli.Web.Platform.Http;
using Linli.Web.Platform.Text;
using Microsoft.Extensions.Localization;

namespace Linli.Web.Platform.SignIn;

/// <summary>One's own account by program: who one is, sessions, tokens.</summary>
internal static class MeApi
{
    internal sealed record Me(Guid PersonId, string Name, string? Phone, CapacityView? Capacity, IReadOnlyList<CapacityView> Capacities);

    internal sealed record CapacityView(CapacityKind Kind, Guid Id, string Name, Guid PlaceId, string PlaceName, Guid? UnitId, Guid? OrganisationId, IReadOnlyList<string> Permissions);

    internal sealed record SessionView(Guid Id, SignInWay Way, string Device, DateTimeOffset CreatedAt, DateTimeOffset LastSeenAt, DateTimeOffset ExpiresAt);

    internal sealed record TokenView(Guid Id, string Name, CapacityKind CapacityKind, Guid CapacityId, DateTimeOffset CreatedAt, DateTimeOffset ExpiresAt);

    public static void MapMeApi(this IEndpointRouteBuilder app)
    {
        var api = app.MapGroup("/api/v1/me").WithTags("Account");
        api.MapGet("", Show).Needs(Permission.None).WithSummary("Who the token acts for, in which capacity, and what else it could be").Produces<Me>();
        api.MapGet("/sessions", Sessions).Needs(Permission.None).WithSummary("List own sessions in browsers").Produces<IReadOnlyList<SessionView>>();
        api.MapDelete("/sessions/{id:guid}", EndSession).Needs(Permission.None).WithSummary("End an own session").Produces(204).ProducesProblem(404);
        api.MapGet("/tokens", Tokens).Needs(Permission.ManageTokens).WithSummary("List own valid tokens").Produces<IReadOnlyList<TokenView>>();
        api.MapDelete("/tokens/{id:guid}", Revoke).Needs(Permission.ManageTokens).WithSummary("Revoke an own token").Produces(204).ProducesProblem(404);
    }

    private static async Task<IResult> Show(
        CurrentActor current, Capacities capacities, MyAccount account, IStringLocalizer<Texts> texts, CancellationToken cancel)
    {
        var actor = current.Required;
        CapacityView View(Capacity c) =>
            new(c.Kind, c.Id, CapacityNames.Of(c, texts), c.PlaceId, c.PlaceName, c.UnitId, c.OrganisationId, PermissionNames.Of(c.Permissions));
        var held = await capacities.HeldBy(actor.PersonId, cancel);
        var phone = (await account.Of(actor, cancel)).PhoneMasked;
        return Results.Ok(new Me(actor.PersonId, actor.Name, phone, actor.Capacity is { } now ? View(now) : null, [.. held.Select(View)]));
    }

    private static async Task<IResult> Sessions(CurrentActor current, Sessions sessions, CancellationToken cancel) =>
        Results.Ok((await sessions.OpenOnesOf(current.Required.PersonId, cancel))
            .Select(s => new SessionView(s.Id, s.Way, s.Device, s.CreatedAt, s.LastSeenAt, s.ExpiresAt)));

    private static async Task<IResult> EndSession(Guid id, CurrentActor current, Sessions sessions, HttpContext http) =>
        await sessions.End(current.Required, id, http.RequestAborted) ? Results.NoContent() : Problems.From(http, [new NotFound()]);

    private static async Task<IResult> Tokens(CurrentActor current, AccessTokens tokens, TimeProvider clock, CancellationToken cancel) =>
        Results.Ok((await tokens.OpenOnes(current.Required, clock.GetUtcNow(), cancel))
            .Select(t => new TokenView(t.Id, t.Name, t.CapacityKind, t.CapacityId, t.CreatedAt, t.ExpiresAt)));

    private static async Task<IResult> Revoke(Guid id, CurrentActor current, AccessTokens tokens, TimeProvider clock, HttpContext http)
    {
        var revoked = await tokens.Revoke(id, Context(current, clock), http.RequestAborted);
        return revoked.IsRefused ? Problems.From(http, revoked.Refusals) : Results.NoContent();
    }

    private static ProcessContext Context(CurrentActor current, TimeProvider clock) =>
        new() { Actor = current.Required, At = clock.GetUtcNow(), RequestId = Guid.NewGuid() };
}
