using Linli.Domain.Grid;
using Linli.Domain.Registry;
using Linli.Web.Grid.Coverage;
using Linli.Web.Grid.Leaders;
using Linli.Web.Grid.Members;
using Linli.Web.Platform.Access;
using Linli.Web.Platform.Changes;
using Linli.Web.Platform.Spreadsheets;
using Microsoft.Extensions.Localization;

namespace Linli.Web.Grid;

/// <summary>The lists of this module as workbooks, as they are filtered. Telephone numbers are left out of all of them; that a list of people went out is written down.</summary>
internal sealed class GridExports(
    ShowCoverage coverage, ListGaps gaps, ShowLeaders leaders, ListMembers members, ListUnitReports reports, ListPositions positions, GridPlaces places, Changes changes,
    ListExport export, IStringLocalizer<GridTexts> words)
{
    private const string Process = "ExportLists";

    public async Task<IResult> Coverage(string? place, LeaderRole role, Actor actor, CancellationToken cancel) =>
        Scope.Of(actor, Needed(actor)).IsNothing || await coverage.Execute(place, role, actor, cancel) is not { } view ? Results.NotFound()
        : export.Of<CoverageFigures>($"{view.Place.Name} {words["Coverage"]}", actor,
        [
            new(words["Place"], 24, row => row.Name), new(words["Households"], 10, row => row.Households), new(words["Gap.Covered"], 14, row => row.Covered),
            new(words["Gap.Nobody"], 14, row => row.Nobody), new(words["Gap.Left"], 14, row => row.Left), new(words["Gap.BuildingsWithout"], 18, row => row.BuildingsWithout),
            new(words["Gap.BuildingsShared"], 18, row => row.BuildingsShared),
        ], [view.Total, .. view.Parts]);

    public async Task<IResult> Gaps(string? place, LeaderRole role, GapKind kind, Actor actor, CancellationToken cancel) =>
        Scope.Of(actor, Needed(actor)).IsNothing || await gaps.Execute(place, role, kind, 1, actor, cancel, ListWorkbook.PageSize) is not { } first ? Results.NotFound()
        : export.Of<GapRow>(words[$"Gap.{kind}"], actor, [new(words["Compound"], 24, row => row.CompoundName), new(words["Place"], 28, row => row.Label), new(words["Column.Count"], 10, row => row.Count)],
            async page => page == 1 ? first.Rows : (await gaps.Execute(place, role, kind, page, actor, cancel, ListWorkbook.PageSize))!.Rows);

    public async Task<IResult> Leaders(string code, ProcessContext context, CancellationToken cancel)
    {
        if (Scope.Of(context.Actor, Permission.ManageGrid).IsNothing || await leaders.Execute(code, context.Actor, cancel) is not { } view)
        {
            return Results.NotFound();
        }

        await Record(view.Compound, "leaders", context, cancel);
        return export.Of<LeaderRow>($"{view.Compound.Name} {words["ManageLeaders"]}", context.Actor,
        [
            new(words["Name"], 14, row => row.Name), new(words["Kind"], 14, row => words[$"Role.{row.Role}"].Value), new(words["Organisation"], 30, row => row.Organisation),
            new(words["Column.Since"], 14, row => row.Since), new(words["Column.Until"], 14, row => row.Until), new(words["GridName"], 18, row => row.GridName),
            new(words["Households"], 10, row => row.Households), new(words["Column.Buildings"], 24, row => row.Buildings), new(words["Column.DeputyOf"], 14, row => row.DeputyOfName),
            new(words["State"], 10, row => row.IsHeld ? null : words["Ended"].Value),
        ], view.Leaders);
    }

    public async Task<IResult> Members(string? place, ProcessContext context, CancellationToken cancel)
    {
        var actor = context.Actor;
        if (await places.Find(place, actor, Permission.ManageGrid, cancel) is not { } found)
        {
            return Results.NotFound();
        }

        await Record(found, "registrations", context, cancel);
        return export.Of<MemberRow>($"{found.Name} {words["MemberList"]}", actor,
        [
            new(words["Name"], 14, row => row.Name), new(words["Compound"], 24, row => row.CompoundName), new(words["WorkUnit"], 24, row => row.WorkUnit), new(words["Skills"], 18, row => row.Skills),
            new(words["ServicesOffered"], 18, row => row.Services), new(words["HoursAMonth"], 14, row => row.HoursAMonth), new(words["RegisteredOn"], 14, row => row.RegisteredOn),
            new(words["Column.Minutes"], 16, row => row.ConfirmedMinutes), new(words["State"], 10, row => words[row.EndedOn is null ? "RegisteredState" : "Ended"].Value),
        ], async page => (await members.Execute(found.Code, page, actor, cancel, ListWorkbook.PageSize))!.Rows);
    }

    public async Task<IResult> UnitReports(string code, Actor actor, CancellationToken cancel) =>
        Scope.Of(actor, Permission.ManageGrid).IsNothing || await reports.Execute(code, actor, cancel) is not { } rows ? Results.NotFound()
        : export.Of<UnitReportRow>(words["UnitReports"], actor,
        [
            new(words["UnitName"], 30, row => row.Name), new(words["UnitMembers"], 14, row => row.Members), new(words["RegisteredMembers"], 14, row => row.Registered),
            new(words["ReportedOn"], 14, row => row.ReportedOn),
        ], rows);

    public async Task<IResult> Positions(string code, Actor actor, CancellationToken cancel) =>
        Scope.Of(actor, Permission.ManageGrid).IsNothing || await positions.Execute(code, actor, cancel) is not { } rows ? Results.NotFound()
        : export.Of<PositionRow>(words["Positions"], actor,
        [
            new(words["Positions"], 24, row => row.Title), new(words["Place"], 24, row => row.PlaceText), new(words["SkillsWanted"], 20, row => row.Skills),
            new(words["Capacity"], 10, row => row.Capacity), new(words["Column.Taken"], 10, row => row.Taken), new(words["Organisation"], 30, row => row.KeptBy),
        ], rows);

    private static Permission Needed(Actor actor) => actor.May(Permission.ManageGrid) ? Permission.ManageGrid : Permission.ViewOverview;

    private Task Record(GridPlace place, string what, ProcessContext context, CancellationToken cancel) =>
        changes.Save(context, Process, "Place", place.Id, new { what }, cancel);
}
