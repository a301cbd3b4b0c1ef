using Linli.Domain.Registry;
using Linli.Web.Platform.Access;
using static Linli.Web.Platform.Http.ApiRoutes;

namespace Linli.Web.Registry.Party;

/// <summary>What the Party's pages can do, for programs.</summary>
internal static class PartyApi
{
    public static void MapPartyApi(this IEndpointRouteBuilder app)
    {
        var api = app.MapGroup("/api/v1/registry/party").WithTags("Party");
        MapReads(api);
        api.Change("/organisations", Permission.ManageParty, "Found a Party organisation", (FoundingInput input, FoundPartyOrganisation act, HttpContext http, CancellationToken x) =>
            Act(http, input, c => act.Execute(input, c, x)));
        api.Change("/organisations/{id:guid}/move", Permission.ManageParty, "Hang a Party organisation below another one", (Guid id, MoveInput input, MovePartyOrganisation act, HttpContext http, CancellationToken x) =>
            Act(http, input, c => act.Execute(id, input, c, x)));
        api.Change("/organisations/{id:guid}/dissolve", Permission.ManageParty, "Dissolve a Party organisation that is empty", (Guid id, DissolveInput input, DissolvePartyOrganisation act, HttpContext http, CancellationToken x) =>
            Act(http, input, c => act.Execute(id, input, c, x)));
        api.Change("/organisations/{id:guid}/members", Permission.ManageParty, "Record that somebody belongs to a Party organisation", (Guid id, MembershipInput input, AddPartyMember act, HttpContext http, CancellationToken x) =>
            Act(http, input, c => act.Execute(id, input, c, x)));
        api.Change("/memberships/{id:guid}/transfer", Permission.ManageParty, "Transfer a formal membership", (Guid id, TransferInput input, TransferPartyMember act, HttpContext http, CancellationToken x) =>
            Act(http, input, c => act.Execute(id, input, c, x)));
        api.Change("/memberships/{id:guid}/full", Permission.ManageParty, "Record that a probationary member became a full one, with day and meeting", (Guid id, ConfirmationInput input, ConfirmPartyMember act, HttpContext http, CancellationToken x) =>
            Act(http, input, c => act.Execute(id, input, c, x)));
        api.Change("/memberships/{id:guid}/end", Permission.ManageParty, "End a membership", (Guid id, EndMembershipInput input, EndPartyMembership act, HttpContext http, CancellationToken x) =>
            Act(http, input, c => act.Execute(id, input, c, x)));
        app.MapGroup("/api/v1/registry").WithTags("Registry").Change("/posts/{id:guid}/reappoint", Permission.ManageRegistry, "Give a post for a further term", (Guid id, ReappointmentInput input, ReappointToPost act, HttpContext http, CancellationToken x) =>
            Act(http, input, c => act.Execute(id, input, c, x)));
    }

    private static void MapReads(RouteGroupBuilder api)
    {
        api.Read("/tree", Permission.ViewRegistry, "The Party organisations of your own place", (ShowPartyTree q, CurrentActor who, CancellationToken x) =>
            Show(q.Execute(null, who.Required, x))).Produces<PartyTreeView>();
        api.Read("/places/{code}/tree", Permission.ViewRegistry, "The Party organisations of a place as a tree", (string code, ShowPartyTree q, CurrentActor who, CancellationToken x) =>
            Show(q.Execute(code, who.Required, x))).Produces<PartyTreeView>();
        api.Read("/organisations/{id:guid}", Permission.ViewRegistry, "A Party organisation; members are named to those who may see them", (Guid id, ShowPartyOrganisation q, CurrentActor who, CancellationToken x) =>
            Show(q.Execute(id, who.Required, x))).Produces<PartyOrganisationView>();
        api.Read("/memberships/{id:guid}", Permission.ViewPartyMembers, "A membership with the member's history", (Guid id, ShowPartyMember q, CurrentActor who, CancellationToken x) =>
            Show(q.Execute(id, who.Required, x))).Produces<PartyMembershipView>();
        api.Read("/places/{code}/coverage", Permission.ViewRegistry, "What the Party organisations of a place cover, and of the places below", (string code, ShowCoverage q, CurrentActor who, CancellationToken x) =>
            Show(q.Execute(code, who.Required, x))).Produces<CoverageView>();
        api.Read("/places/{code}/coverage/{measure}", Permission.ViewRegistry, "What is not covered, or what is", (string code, CoverageMeasure measure, ListCoverage q, CurrentActor who, CancellationToken x, bool covered = false, int page = 1) =>
            Show(q.Execute(code, measure, covered, page, who.Required, x))).Produces<CoverageList>();
        api.Read("/places/{code}/seats", Permission.ViewRegistry, "Who sits where in a compound or a community", (string code, ShowSeats q, CurrentActor who, CancellationToken x) =>
            Show(q.Execute(code, who.Required, x))).Produces<SeatsView>();
        api.Read("/posts/{id:guid}", Permission.ViewRegistry, "A post with its ways in and out", (Guid id, ShowPost q, CurrentActor who, CancellationToken x) =>
            Show(q.Execute(id, who.Required, x))).Produces<PostDetailView>();
    }
}
