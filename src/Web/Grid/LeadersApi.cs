using Linli.Domain.Grid;
using Linli.Domain.Registry;
using Linli.Web.Grid.Coverage;
using Linli.Web.Grid.Grids;
using Linli.Web.Grid.Households;
using Linli.Web.Grid.Leaders;
using Linli.Web.Platform.Access;
using Linli.Web.Platform.Changes;
using static Linli.Web.Platform.Http.ApiRoutes;

namespace Linli.Web.Grid;

/// <summary>Captains, grid leaders, grids and hand-overs for programs.</summary>
internal static class LeadersApi
{
    private const Permission Figures = Permission.ManageGrid | Permission.ViewOverview;
    private const Permission Lists = Permission.ManageGrid | Permission.LookAfterHouseholds;

    public static void MapLeadersApi(this RouteGroupBuilder api)
    {
        MapReads(api);
        MapHouseholds(api);
        api.Change("/compounds/{code}/leaders", Permission.ManageGrid, "Appoint a building captain, a micro-grid leader or a deputy", (string code, LeaderInput input, AppointLeader act, HttpContext http, CancellationToken x) =>
            Act(http, input, c => act.Execute(code, input, c, x)));
        api.Change("/leaders/{id:guid}/households", Permission.ManageGrid, "Give households without anybody to a captain or leader", (Guid id, AssignInput input, AssignHouseholds act, HttpContext http, CancellationToken x) =>
            Act(http, input, c => act.Execute(id, input, c, x)));
        api.Change("/leaders/{id:guid}/hand-overs", Permission.ManageGrid, "Make a hand-over list of all or some households", (Guid id, HandOverInput input, BeginHandOver act, HttpContext http, CancellationToken x) =>
            Act(http, input, c => act.Execute(id, input, c, x)));
        api.Change("/leaders/{id:guid}/end", Permission.ManageGrid, "End the post; households left behind become a gap that is told", (Guid id, LastDayInput input, EndLeader act, HttpContext http, CancellationToken x) =>
            Act(http, input, c => act.Execute(id, input, c, x)));
        api.Change("/leaders/{id:guid}/change", Permission.ManageGrid, "Change the published number or the term of a captain or leader in post", (Guid id, LeaderChangeInput input, ChangeLeader act, HttpContext http, CancellationToken x) =>
            Act(http, input, c => act.Execute(id, input, c, x)));
        api.Change("/my-contact", Permission.LookAfterHouseholds, "Change the number that your own households are told", (OwnContactInput input, ChangeOwnContact act, HttpContext http, CancellationToken x) =>
            Act(http, input, c => act.Execute(input, c, x)));
        api.Change("/hand-overs/{id:guid}/sign-off", Lists, "Sign households off as their new captain or leader", (Guid id, SignOffInput input, SignOffHandOver act, HttpContext http, CancellationToken x) =>
            Act(http, input, c => act.Execute(id, input, c, x)));
        api.Change("/hand-overs/{id:guid}/cancel", Permission.ManageGrid, "Give a hand-over list up", (Guid id, ReasonInput input, CancelHandOver act, HttpContext http, CancellationToken x) =>
            Act(http, input, c => act.Execute(id, input, c, x)));
        api.Change("/places/{code}/grids", Permission.ManageGrid, "Draw a grid", (string code, DrawInput input, DrawGrid act, HttpContext http, CancellationToken x) =>
            Act(http, input, c => act.Execute(code, input, c, x)));
        api.Change("/grids/{id:guid}/split", Permission.ManageGrid, "Split a grid", (Guid id, SplitInput input, SplitGrid act, HttpContext http, CancellationToken x) =>
            Act(http, input, c => act.Execute(id, input, c, x)));
        api.Change("/grids/{id:guid}/merge", Permission.ManageGrid, "Merge a grid into another", (Guid id, MergeInput input, MergeGrid act, HttpContext http, CancellationToken x) =>
            Act(http, input, c => act.Execute(id, input, c, x)));
    }

    private static void MapReads(RouteGroupBuilder api)
    {
        api.Read("/coverage", Figures, "How far households are looked after in a place and its parts", (ShowCoverage q, CurrentActor who, CancellationToken x, string? place = null, LeaderRole role = LeaderRole.Captain) =>
            Show(q.Execute(place, role, who.Required, x))).Produces<CoverageView>();
        api.Read("/gaps", Figures, "The list behind a figure of coverage", (ListGaps q, CurrentActor who, CancellationToken x, string? place = null, LeaderRole role = LeaderRole.Captain, GapKind kind = GapKind.Nobody, int page = 1) =>
            Show(q.Execute(place, role, kind, page, who.Required, x))).Produces<GridPage<GapRow>>();
        api.Read("/compounds/{code}/leaders", Permission.ManageGrid, "Captains, leaders and hand-overs of a compound", (string code, ShowLeaders q, CurrentActor who, CancellationToken x) =>
            Show(q.Execute(code, who.Required, x))).Produces<CompoundLeaders>();
        api.Read("/leaders/{id:guid}", Permission.ManageGrid, "A captain or leader with the households", (Guid id, ShowLeaders q, CurrentActor who, CancellationToken x) =>
            Show(q.One(id, who.Required, x))).Produces<LeaderView>();
        api.Read("/hand-overs/{id:guid}", Lists, "A hand-over list", (Guid id, ShowHandOver q, CurrentActor who, CancellationToken x) =>
            Show(q.Execute(id, who.Required, x))).Produces<HandOverView>();
        api.Read("/places/{code}/grids", Permission.ManageGrid, "Grids of a place", async (string code, ShowGrids q, CurrentActor who, CancellationToken x) =>
            await q.Execute(code, who.Required, x) is { } found ? Results.Ok(found.Rows) : Results.NotFound()).Produces<IReadOnlyList<GridRow>>();
        api.Read("/grids/{id:guid}", Permission.ManageGrid, "A grid with its parts", (Guid id, ShowGrids q, CurrentActor who, CancellationToken x) =>
            Show(q.One(id, who.Required, x))).Produces<GridView>();
    }

    private static void MapHouseholds(RouteGroupBuilder api)
    {
        api.Read("/my-households", Permission.LookAfterHouseholds, "The households that you look after", (MyHouseholds q, CurrentActor who, CancellationToken x, string? text = null, int page = 1) =>
            Show(q.Execute(text, page, who.Required, x))).Produces<MyHouseholdsView>();
        api.Read("/my-households/{code}", Permission.LookAfterHouseholds, "One household that you look after", (string code, ShowHousehold q, CurrentActor who, CancellationToken x) =>
            Show(q.Execute(code, who.Required, x))).Produces<HouseholdView>();
        api.Change("/my-households/{code}/notes", Permission.LookAfterHouseholds, "Keep a note for one of the four purposes", (string code, NoteInput input, WriteNote act, HttpContext http, CancellationToken x) =>
            Act(http, input, c => act.Execute(code, input, c, x)));
        api.Change("/my-households/{code}/notes/{note:guid}/remove", Permission.LookAfterHouseholds, "Remove a note", (string code, Guid note, PlainInput input, RemoveNote act, HttpContext http, CancellationToken x) =>
            Act(http, input, c => act.Execute(code, note, c, x)));
        api.Change("/my-households/{code}/phone", Permission.LookAfterHouseholds, "See the number of somebody who agrees to it; the look is logged with its reason", (string code, PhoneInput input, ShowHouseholdPhone act, HttpContext http, CancellationToken x) =>
            Act(http, input, c => act.Execute(code, input, c, x)));
    }
}
