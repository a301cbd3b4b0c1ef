using Linli.Domain.Registry;
using Linli.Domain.Registry.Alliances;
using Linli.Web.Platform.Access;
using Linli.Web.Platform.Changes;
using Linli.Web.Registry.Queries;
using static Linli.Web.Platform.Http.ApiRoutes;

namespace Linli.Web.Registry.Alliances;

/// <summary>Everything that the pages of associations and agreements can do, for programs.</summary>
internal static class AlliancesApi
{
    public static void MapAlliancesApi(this RouteGroupBuilder api)
    {
        MapAssociations(api);
        MapAgreements(api);
    }

    private static void MapAssociations(RouteGroupBuilder api)
    {
        Read<PageOf<AssociationRow>>(api, "/alliances", "Associations and alliances", (ListAssociations q, CurrentActor who, CancellationToken x, OrganisationKind? kind = null, AssociationStanding? state = null, string? place = null, int at = 1) =>
            Show<PageOf<AssociationRow>>(q.Execute(new(kind, state, place), at, who.Required, x)!));
        Read<AssociationView>(api, "/alliances/{id:guid}", "An association with its duties, officers and members", (Guid id, ShowAssociation q, CurrentActor who, CancellationToken x) =>
            Show(q.Execute(id, who.Required, x)));
        Read<YearView>(api, "/alliances/{id:guid}/work", "A year's work of an association, counted by duty", (Guid id, ShowYearOfWork q, CurrentActor who, CancellationToken x, int? year = null) =>
            Show(q.Execute(id, year, who.Required, x)));
        api.MapGet("/alliances/{id:guid}/candidates", (Guid id, MemberChoices q, CurrentActor who, CancellationToken x) => Show(q.Execute(id, who.Required, x)))
            .Needs(Permission.ManageAlliances).WithSummary("Who could join an association").Produces<Candidates>().ProducesProblem(404);

        Keep(api, "/alliances", "Register an association or alliance", (AssociationInput input, RegisterAssociation act, HttpContext http, CancellationToken x) =>
            Act(http, input, c => act.Execute(input, c, x)));
        Keep(api, "/alliances/{id:guid}", "Change what is told of an association", (Guid id, AssociationInput input, ChangeAssociation act, HttpContext http, CancellationToken x) =>
            Act(http, input, c => act.Execute(id, input, c, x)));
        Keep(api, "/alliances/{id:guid}/end", "End an association with its memberships and posts", (Guid id, EndWithReasonInput input, EndAssociation act, HttpContext http, CancellationToken x) =>
            Act(http, input, c => act.Execute(id, input, c, x)));
        Keep(api, "/alliances/{id:guid}/members", "Take in a member by one of the three ways", (Guid id, AdmissionInput input, AdmitMember act, HttpContext http, CancellationToken x) =>
            Act(http, input, c => act.Execute(id, input, c, x)));
        Keep(api, "/alliances/members/{id:guid}/end", "A member leaves", (Guid id, EndWithReasonInput input, EndMembership act, HttpContext http, CancellationToken x) =>
            Act(http, input, c => act.Execute(id, input, c, x)));
        Keep(api, "/alliances/{id:guid}/plan", "Plan work for a duty", (Guid id, PlanInput input, PlanWork act, HttpContext http, CancellationToken x) =>
            Act(http, input, c => act.Execute(id, input, c, x)));
        Keep(api, "/alliances/plan/{id:guid}/drop", "Take work out of the plan", (Guid id, DropInput input, DropPlanItem act, HttpContext http, CancellationToken x) =>
            Act(http, input, c => act.Execute(id, input, c, x)));
        Keep(api, "/alliances/{id:guid}/activities", "Record work that was done", (Guid id, ActivityInput input, RecordActivity act, HttpContext http, CancellationToken x) =>
            Act(http, input, c => act.Execute(id, input, c, x)));
    }

    private static void MapAgreements(RouteGroupBuilder api)
    {
        Read<PageOf<AgreementRowView>>(api, "/agreements", "Co-building agreements", (ListAgreements q, CurrentActor who, CancellationToken x, AgreementState? state = null, AgreementDue? due = null, string? place = null, int at = 1) =>
            Show<PageOf<AgreementRowView>>(q.Execute(new(state, due, place), at, who.Required, x)!));
        Read<AgreementView>(api, "/agreements/{id:guid}", "An agreement with its commitments and proofs", (Guid id, ShowAgreement q, CurrentActor who, CancellationToken x) =>
            Show(q.Execute(id, who.Required, x)));

        Agree(api, "/agreements", "Draft an agreement", (AgreementInput input, DraftAgreement act, HttpContext http, CancellationToken x) =>
            Act(http, input, c => act.Execute(input, c, x)));
        Agree(api, "/agreements/{id:guid}", "Change a draft; signatures are taken back", (Guid id, AgreementInput input, ChangeAgreement act, HttpContext http, CancellationToken x) =>
            Act(http, input, c => act.Execute(id, input, c, x)));
        Agree(api, "/agreements/{id:guid}/commitments", "Put a commitment into a draft", (Guid id, CommitmentInput input, AddCommitment act, HttpContext http, CancellationToken x) =>
            Act(http, input, c => act.Execute(id, input, c, x)));
        Agree(api, "/agreements/commitments/{id:guid}/remove", "Take a commitment out of a draft", (Guid id, PlainInput input, RemoveCommitment act, HttpContext http, CancellationToken x) =>
            Act(http, input, c => act.Execute(id, input, c, x)));
        Agree(api, "/agreements/{id:guid}/sign", "Sign for the own side the version that was read", (Guid id, SignatureInput input, SignAgreement act, HttpContext http, CancellationToken x) =>
            Act(http, input, c => act.Execute(id, input, c, x)));
        Agree(api, "/agreements/{id:guid}/close", "Give up a draft, or terminate before the term is over", (Guid id, ClosingInput input, CloseAgreement act, HttpContext http, CancellationToken x) =>
            Act(http, input, c => act.Execute(id, input, c, x)));
        Agree(api, "/agreements/{id:guid}/renew", "Draft the agreement that follows", (Guid id, RenewalInput input, RenewAgreement act, HttpContext http, CancellationToken x) =>
            Act(http, input, c => act.Execute(id, input, c, x)));
        Agree(api, "/agreements/commitments/{id:guid}/proofs", "Show that a commitment was kept", (Guid id, ProofInput input, ProveFulfilment act, HttpContext http, CancellationToken x) =>
            Act(http, input, c => act.Execute(id, input, c, x)));
        Agree(api, "/agreements/proofs/{id:guid}/check", "Accept a proof or send it back", (Guid id, VerdictInput input, CheckFulfilment act, HttpContext http, CancellationToken x) =>
            Act(http, input, c => act.Execute(id, input, c, x)));
    }

    private static void Read<T>(RouteGroupBuilder api, string route, string summary, Delegate handler) =>
        api.Read(route, Permission.ViewRegistry, summary, handler).Produces<T>();

    private static void Keep(RouteGroupBuilder api, string route, string summary, Delegate handler) => api.Change(route, Permission.ManageAlliances, summary, handler);

    // Who may do what is decided by what the actor is to the agreement: a party's secretary, or the community.
    private static void Agree(RouteGroupBuilder api, string route, string summary, Delegate handler) => api.Change(route, Permission.ViewRegistry, summary, handler);
}
