using Linli.Domain.Grid;
using Linli.Domain.Registry;
using Linli.Web.Grid.Coverage;
using Linli.Web.Platform.Access;
using Linli.Web.Platform.Changes;
using Linli.Web.Platform.Spreadsheets;

namespace Linli.Web.Grid;

/// <summary>The downloads behind the buttons of the lists, and the same for programs.</summary>
internal static class GridExportRoutes
{
    private const Permission Figures = Permission.ManageGrid | Permission.ViewOverview;

    public static void MapGridExports(this IEndpointRouteBuilder app)
    {
        foreach (var group in new[] { app.MapGroup("/grid").ExcludeFromDescription(), app.MapGroup("/api/v1/grid").WithTags("Grid") })
        {
            Download(group, "/export", Figures, "Who looks after the households of a place, in figures (.xlsx)", (GridExports lists, CurrentActor who, CancellationToken x, string? place = null, LeaderRole role = default) =>
                lists.Coverage(place, role, who.Required, x));
            Download(group, "/gaps/export", Figures, "The list behind a figure of coverage (.xlsx)", (GridExports lists, CurrentActor who, CancellationToken x, string? place = null, LeaderRole role = default, GapKind kind = default) =>
                lists.Gaps(place, role, kind, who.Required, x));
            Download(group, "/compounds/{code}/export", Permission.ManageGrid, "Captains and grid leaders of a compound (.xlsx); the export is recorded", (string code, GridExports lists, CurrentActor who, TimeProvider clock, CancellationToken x) =>
                lists.Leaders(code, Context(who, clock), x));
            Download(group, "/compounds/{code}/hand-overs/export", Permission.ManageGrid, "Hand-overs of a compound's households (.xlsx); the export is recorded", (string code, HandOverExports lists, CurrentActor who, TimeProvider clock, CancellationToken x) =>
                lists.OfCompound(code, Context(who, clock), x));
            Download(group, "/hand-overs/{id:guid}/export", Permission.ManageGrid | Permission.LookAfterHouseholds, "The households of a hand-over list, without who lives there (.xlsx); the export is recorded", (Guid id, HandOverExports lists, CurrentActor who, TimeProvider clock, CancellationToken x) =>
                lists.Lines(id, Context(who, clock), x));
            Download(group, "/members/export", Permission.ManageGrid, "Registered Party members of a place (.xlsx); the export is recorded", (GridExports lists, CurrentActor who, TimeProvider clock, CancellationToken x, string? place = null) =>
                lists.Members(place, Context(who, clock), x));
            Download(group, "/places/{code}/unit-reports/export", Permission.ManageGrid, "Organisations that reported (.xlsx)", (string code, GridExports lists, CurrentActor who, CancellationToken x) =>
                lists.UnitReports(code, who.Required, x));
            Download(group, "/places/{code}/positions/export", Permission.ManageGrid, "Open positions of a place (.xlsx)", (string code, GridExports lists, CurrentActor who, CancellationToken x) =>
                lists.Positions(code, who.Required, x));
        }
    }

    private static void Download(RouteGroupBuilder group, string route, Permission permission, string summary, Delegate handler) =>
        group.MapGet(route, handler).Needs(permission).WithSummary(summary).Produces(200, contentType: WorkbookWriter.MediaType).ProducesProblem(404);

    private static ProcessContext Context(CurrentActor who, TimeProvider clock) => new() { Actor = who.Required, At = clock.GetUtcNow(), RequestId = Guid.NewGuid() };
}
