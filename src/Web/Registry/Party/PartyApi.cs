using Linli.Domain.Registry;
using Linli.Web.Platform.Access;

namespace Linli.Web.Registry.Party;

/// <summary>What the Party's pages can do, for programs.</summary>
internal static class PartyApi
{
    public static void MapPartyApi(this IEndpointRouteBuilder app)
    {
        var api = app.MapGroup("/api/v1/registry/party").WithTags("Party");
        MapReads(api);
        Change(api, "/organisations", "Found a Party organisation", (FoundingInput input, FoundPartyOrganisation act, HttpContext http, CancellationToken x) =>
            RegistryApi.Act(http, input, c => act.Execute(input, c, x)));
        Change(api, "/organisations/{id:guid}/move", "Hang a Party organisation below another one", (Guid id, MoveInput input, MovePartyOrganisation act, HttpContext http, CancellationToken x) =>
            RegistryApi.Act(http, input, c => act.Execute(id, input, c, x)));
        Change(api, "/organisations/{id:guid}/dissolve", "Dissolve a Party organisation that is empty", (Guid id, DissolveInput input, DissolvePartyOrganisation act, HttpContext http, CancellationToken x) =>
            RegistryApi.Act(http, input, c => act.Execute(id, input, c, x)));
        Change(api, "/organisations/{id:guid}/members", "Record that somebody belongs to a Party organisation", (Guid id, MembershipInput input, AddPartyMember act, HttpContext http, CancellationToken x) =>
            RegistryApi.Act(http, input, c => act.Execute(id, input, c, x)));
        Change(api, "/memberships/{id:guid}/transfer", "Transfer a formal membership", (Guid id, TransferInput input, TransferPartyMember act, HttpContext http, CancellationToken x) =>
            RegistryApi.Act(http, input, c => act.Execute(id, input, c, x)));
        Change(api, "/memberships/{id:guid}/full", "Record that a probationary member became a full one, with day and meeting", (Guid id, ConfirmationInput input, ConfirmPartyMember act, HttpContext http, CancellationToken x) =>
            RegistryApi.Act(http, input, c => act.Execute(id, input, c, x)));
        Change(api, "/memberships/{id:guid}/end", "End a membership", (Guid id, EndMembershipInput input, EndPartyMembership act, HttpContext http, CancellationToken x) =>
            RegistryApi.Act(http, input, c => act.Execute(id, input, c, x)));
        app.MapGroup("/api/v1/registry").WithTags("Registry").MapPost("/posts/{id:guid}/reappoint", (Guid id, ReappointmentInput input, ReappointToPost act, HttpContext http, CancellationToken x) =>
                RegistryApi.Act(http, input, c => act.Execute(id, input, c, x)))
            .Needs(Permission.ManageRegistry).WithSummary("Give a post for a further term")
            .Produces<RegistryApi.Made<Guid>>().ProducesProblem(404).ProducesProblem(409).ProducesProblem(422);
    }

    private static void MapReads(RouteGroupBuilder api)
    {
        Read(api, "/tree", Permission.ViewRegistry, "The Party organisations of your own place", (ShowPartyTree q, CurrentActor who, CancellationToken x) =>
            Show(q.Execute(null, who.Required, x))).Produces<PartyTreeView>();
        Read(api, "/places/{code}/tree", Permission.ViewRegistry, "The Party organisations of a place as a tree", (string code, ShowPartyTree q, CurrentActor who, CancellationToken x) =>
            Show(q.Execute(code, who.Required, x))).Produces<PartyTreeView>();
        Read(api, "/organisations/{id:guid}", Permission.ViewRegistry, "A Party organisation; members are named to those who may see them", (Guid id, ShowPartyOrganisation q, CurrentActor who, CancellationToken x) =>
            Show(q.Execute(id, who.Required, x))).Produces<PartyOrganisationView>();
        Read(api, "/memberships/{id:guid}", Permission.ViewPartyMembers, "A membership with the member's history", (Guid id, ShowPartyMember q, CurrentActor who, CancellationToken x) =>
            Show(q.Execute(id, who.Required, x))).Produces<PartyMembershipView>();
        Read(api, "/places/{code}/coverage", Permission.ViewRegistry, "What the Party organisations of a place cover, and of the places below", (string code, ShowCoverage q, CurrentActor who, CancellationToken x) =>
            Show(q.Execute(code, who.Required, x))).Produces<CoverageView>();
        Read(api, "/places/{code}/coverage/{measure}", Permission.ViewRegistry, "What is not covered, or what is", (string code, CoverageMeasure measure, ListCoverage q, CurrentActor who, CancellationToken x, bool covered = false, int page = 1) =>
            Show(q.Execute(code, measure, covered, page, who.Required, x))).Produces<CoverageList>();
        Read(api, "/places/{code}/seats", Permission.ViewRegistry, "Who sits where in a compound or a community", (string code, ShowSeats q, CurrentActor who, CancellationToken x) =>
            Show(q.Execute(code, who.Required, x))).Produces<SeatsView>();
        Read(api, "/posts/{id:guid}", Permission.ViewRegistry, "A post with its ways in and out", (Guid id, ShowPost q, CurrentActor who, CancellationToken x) =>
            Show(q.Execute(id, who.Required, x))).Produces<PostDetailView>();
    }

    private static RouteHandlerBuilder Read(RouteGroupBuilder api, string route, Permission permission, string summary, Delegate handler) =>
        api.MapGet(route, handler).Needs(permission).WithSummary(summary).ProducesProblem(404);

    private static void Change(RouteGroupBuilder api, string route, string summary, Delegate handler) =>
        api.MapPost(route, handler).Needs(Permission.ManageParty).WithSummary(summary)
            .Produces<RegistryApi.Made<Guid>>().Produces(204).ProducesProblem(404).ProducesProblem(409).ProducesProblem(422);

    private static async Task<IResult> Show<T>(Task<T?> query)
        where T : class => await query is { } view ? Results.Ok(view) : Results.NotFound();
}
