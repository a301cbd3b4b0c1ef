using Linli.Domain.Kernel;
using Linli.Domain.Registry;
using Linli.Web.Platform.Access;
using Linli.Web.Platform.Changes;
using Linli.Web.Platform.Http;
using Linli.Web.Platform.Spreadsheets;
using Linli.Web.Registry.Alliances;
using Linli.Web.Registry.Committees;
using Linli.Web.Registry.Exchange.Writing;
using Linli.Web.Registry.Party;

namespace Linli.Web.Registry.Exchange;

/// <summary>The downloads: behind the buttons of the lists, and the same for programs.</summary>
internal static class ExportRoutes
{
    public static void MapExports(this IEndpointRouteBuilder app)
    {
        var pages = app.MapGroup("/registry").ExcludeFromDescription();
        var api = app.MapGroup("/api/v1/registry").WithTags("Registry");
        foreach (var group in new[] { pages, api })
        {
            group.MapAllianceExports();
            Download(group, "/compounds/{code}/units/export", Permission.ViewRegistry, "Units of a compound, filtered as in the list (.xlsx)", (string code, ExportLists lists, CurrentActor who, CancellationToken x, string? place = null) =>
                lists.Units(code, place, who.Required, x));
            Download(group, "/compounds/{code}/people/export", Permission.ViewPeople, "People of a compound, numbers masked (.xlsx); the export is recorded", (string code, ExportLists lists, CurrentActor who, TimeProvider clock, CancellationToken x) =>
                lists.People(code, Context(who, clock), x));
            Download(group, "/compounds/{code}/export", Permission.ViewPeople, "A compound as the workbook of the import, numbers masked (.xlsx); the export is recorded", (string code, ExportCompound export, CompoundWorkbook workbook, CurrentActor who, TimeProvider clock, HttpContext http, CancellationToken x) =>
                Compound(export, workbook, code, null, Context(who, clock), http, x));
            Download(group, "/organisations/export", Permission.ViewRegistry, "Organisations, filtered as in the list (.xlsx)", (ExportLists lists, CurrentActor who, CancellationToken x, OrganisationKind? kind = null) =>
                lists.Organisations(kind, who.Required, x));
            Download(group, "/organisations/{id:guid}/posts/export", Permission.ViewRegistry, "Posts of an organisation (.xlsx)", (Guid id, ExportLists lists, CurrentActor who, CancellationToken x) =>
                lists.Posts(id, who.Required, x));
            Download(group, "/committees/export", Permission.ViewRegistry, "Compounds of a place with their committees, filtered as in the list (.xlsx)", (ExportGovernance lists, CurrentActor who, CancellationToken x, string? place = null, Standing? standing = null) =>
                lists.Committees(place, standing, who.Required, x));
            Download(group, "/party/places/{code}/coverage/{measure}/export", Permission.ViewRegistry, "What Party organisations cover, or do not (.xlsx)", (string code, CoverageMeasure measure, ExportGovernance lists, CurrentActor who, CancellationToken x, bool covered = false) =>
                lists.Coverage(code, measure, covered, who.Required, x));
            Download(group, "/party/places/{code}/seats/export", Permission.ViewRegistry, "Who sits where in a compound or a community (.xlsx); the export is recorded", (string code, ExportSeats seats, CurrentActor who, TimeProvider clock, CancellationToken x) =>
                seats.Execute(code, Context(who, clock), x));
            Download(group, "/compounds/{code}/documents/export", Permission.ViewRegistry, "Governing documents of a compound (.xlsx)", (string code, ExportGovernance lists, CurrentActor who, CancellationToken x) =>
                lists.Documents(code, who.Required, x));
            Download(group, "/places/{code}/compounds/export", Permission.ViewRegistry, "Compounds of a place (.xlsx)", (string code, ExportLists lists, CurrentActor who, CancellationToken x) =>
                lists.Compounds(code, who.Required, x));
        }

        api.MapPost("/compounds/{code}/export", (string code, ExportInput input, ExportCompound export, CompoundWorkbook workbook, CurrentActor who, TimeProvider clock, HttpContext http, CancellationToken x) =>
                Compound(export, workbook, code, input, Context(who, clock) with { RequestId = input.RequestId ?? Guid.NewGuid() }, http, x))
            .Needs(Permission.ExportPersonalData).WithSummary("A compound as the workbook of the import, numbers whole, for a reason; every number is logged (.xlsx)")
            .Produces(200, contentType: WorkbookWriter.MediaType).ProducesProblem(404).ProducesProblem(422);
    }

    private static void Download(RouteGroupBuilder group, string route, Permission permission, string summary, Delegate handler) =>
        group.MapGet(route, handler).Needs(permission).WithSummary(summary).Produces(200, contentType: WorkbookWriter.MediaType).ProducesProblem(404);

    private static async Task<IResult> Compound(
        ExportCompound export, CompoundWorkbook workbook, string code, ExportInput? input, ProcessContext context, HttpContext http, CancellationToken cancel)
    {
        Outcome<ExportedCompound> outcome = await export.Execute(code, input, context, cancel);
        return outcome.Succeeded(out var exported)
            ? new SpreadsheetAnswer(exported.Compound.Name, (target, stop) => workbook.Write(target, exported, context.Actor, stop))
            : Problems.From(http, outcome.Refusals);
    }

    private static ProcessContext Context(CurrentActor who, TimeProvider clock) => new() { Actor = who.Required, At = clock.GetUtcNow(), RequestId = Guid.NewGuid() };
}
