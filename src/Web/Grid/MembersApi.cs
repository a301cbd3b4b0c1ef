using Linli.Domain.Registry;
using Linli.Web.Grid.Members;
using Linli.Web.Platform.Access;
using Linli.Web.Platform.Changes;
using static Linli.Web.Platform.Http.ApiRoutes;

namespace Linli.Web.Grid;

/// <summary>双报到 for programs.</summary>
internal static class MembersApi
{
    private const Permission Figures = Permission.ManageGrid | Permission.ViewOverview;
    private const Permission Own = Permission.ReportTickets;

    public static void MapMembersApi(this RouteGroupBuilder api)
    {
        MapReads(api);
        api.Change("/my-registration", Own, "Register as a Party member in the compound of your household", (MemberInput input, RegisterMember act, HttpContext http, CancellationToken x) =>
            Act(http, input, c => act.Execute(null, input, c, x)));
        api.Change("/compounds/{code}/registrations", Permission.ManageGrid, "Register a Party member who has a household in the compound", (string code, MemberInput input, RegisterMember act, HttpContext http, CancellationToken x) =>
            Act(http, input, c => act.Execute(code, input, c, x)));
        api.Change("/registrations/{id:guid}/end", Own | Permission.ManageGrid, "End a registration", (Guid id, PlainInput input, EndRegistration act, HttpContext http, CancellationToken x) =>
            Act(http, input, c => act.Execute(id, c, x)));
        api.Change("/registrations/{id:guid}/services", Own | Permission.ManageGrid, "Record hours served", (Guid id, ServiceInput input, RecordServiceHours act, HttpContext http, CancellationToken x) =>
            Act(http, input, c => act.Execute(id, input, c, x)));
        api.Change("/registrations/{id:guid}/letters", Permission.ManageGrid, "Issue a letter to the member's unit", (Guid id, LetterInput input, IssueLetter act, HttpContext http, CancellationToken x) =>
            Act(http, input, c => act.Execute(id, input, c, x)));
        api.Change("/services/{id:guid}/decide", Own | Permission.ManageGrid, "Confirm or refuse recorded hours; never one's own", (Guid id, DecisionInput input, DecideService act, HttpContext http, CancellationToken x) =>
            Act(http, input, c => act.Execute(id, input, c, x)));
        api.Change("/services/{id:guid}/correct", Own | Permission.ManageGrid, "Correct recorded hours with a reason; they wait for confirmation anew", (Guid id, ServiceInput input, CorrectServiceHours act, HttpContext http, CancellationToken x) =>
            Act(http, input, c => act.Execute(id, input, c, x)));
        api.Change("/places/{code}/positions", Permission.ManageGrid, "Offer a position", (string code, PositionInput input, OpenPosition act, HttpContext http, CancellationToken x) =>
            Act(http, input, c => act.Execute(code, input, c, x)));
        api.Change("/positions/{id:guid}/close", Permission.ManageGrid, "Close a position", (Guid id, PlainInput input, ClosePosition act, HttpContext http, CancellationToken x) =>
            Act(http, input, c => act.Execute(id, c, x)));
        api.Change("/positions/{id:guid}/claim", Own, "Take a position", (Guid id, PlainInput input, ClaimPosition act, HttpContext http, CancellationToken x) =>
            Act(http, input, c => act.Execute(id, c, x)));
        api.Change("/claims/{id:guid}/leave", Own | Permission.ManageGrid, "Give a position back", (Guid id, PlainInput input, LeavePosition act, HttpContext http, CancellationToken x) =>
            Act(http, input, c => act.Execute(id, c, x)));
        api.Change("/communities/{code}/unit-reports", Permission.ManageGrid, "Record that an organisation reported to the community", (string code, UnitReportInput input, ReportUnit act, HttpContext http, CancellationToken x) =>
            Act(http, input, c => act.Execute(code, input, c, x)));
    }

    private static void MapReads(RouteGroupBuilder api)
    {
        api.Read("/members/totals", Figures, "Figures of registered Party members in a place", (MemberFigures q, CurrentActor who, CancellationToken x, string? place = null) =>
            Show(q.Execute(place, who.Required, x))).Produces<MemberOverview>();
        api.Read("/places/{code}/registrations", Permission.ManageGrid, "Registered Party members of a place", (string code, ListMembers q, CurrentActor who, CancellationToken x, int page = 1) =>
            Show(q.Execute(code, page, who.Required, x))).Produces<GridPage<MemberRow>>();
        api.Read("/places/{code}/waiting-services", Permission.ManageGrid, "Recorded hours that wait for confirmation", (string code, ListWaitingServices q, CurrentActor who, CancellationToken x, int page = 1) =>
            Show(q.Execute(code, page, who.Required, x))).Produces<GridPage<ServiceRow>>();
        api.Read("/places/{code}/positions", Permission.ManageGrid, "Open positions of a place", (string code, ListPositions q, CurrentActor who, CancellationToken x) =>
            Show(q.Execute(code, who.Required, x))).Produces<IReadOnlyList<PositionRow>>();
        api.Read("/places/{code}/unit-reports", Permission.ManageGrid, "Organisations that reported", (string code, ListUnitReports q, CurrentActor who, CancellationToken x) =>
            Show(q.Execute(code, who.Required, x))).Produces<IReadOnlyList<UnitReportRow>>();
        api.Read("/my-positions", Own, "Positions that you may take in the compound of your household", (ListPositions q, CurrentActor who, CancellationToken x) =>
            Show<IReadOnlyList<PositionRow>>(q.ForHousehold(who.Required, x)!)).Produces<IReadOnlyList<PositionRow>>();
        api.Read("/registrations/{id:guid}", Permission.ManageGrid, "A registration with positions, hours and letters", (Guid id, ShowMember q, CurrentActor who, CancellationToken x) =>
            Show(q.Execute(id, who.Required, x))).Produces<MemberView>();
        api.MapGet("/my-registration", async (ShowMember q, CurrentActor who, CancellationToken x) =>
                await q.Mine(who.Required, x) is { } mine ? Results.Ok(mine) : Results.NoContent())
            .Needs(Own).WithSummary("Your own registration in the compound of your household").Produces<MemberView>().Produces(204);
        api.Read("/letters/{id:guid}", Permission.ManageGrid, "A letter to a member's unit", (Guid id, ShowMember q, CurrentActor who, CancellationToken x) =>
            Show(q.Letter(id, who.Required, x))).Produces<LetterView>();
    }
}
