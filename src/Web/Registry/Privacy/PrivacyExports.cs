using Linli.Domain.Registry;
using Linli.Web.Platform.Access;
using Linli.Web.Platform.Changes;
using Linli.Web.Platform.Spreadsheets;
using Linli.Web.Platform.Text;
using Linli.Web.Registry.Privacy.Pages;
using Linli.Web.Registry.Privacy.Register;
using Linli.Web.Registry.Privacy.Requests;
using Microsoft.Extensions.Localization;

namespace Linli.Web.Registry.Privacy;

/// <summary>The register of purposes and the requests about personal data as workbooks, filtered as they are shown.</summary>
internal sealed class PrivacyExports(Purposes purposes, OpenRequests requests, Changes changes, ListExport export, IStringLocalizer<PrivacyTexts> words)
{
    private const string Process = "ExportLists";

    public async Task<IResult> Purposes(PurposeFilter filter, Actor actor, CancellationToken cancel) =>
        Scope.Of(actor, Permission.ViewPurposes).IsNothing || await purposes.Execute(filter, actor, cancel) is not { } register ? Results.NotFound()
        : export.Of<PurposeRow>(words["Purposes"], actor,
        [
            new(words["Module"], 14, row => row.Schema), new(words["Table"], 24, row => row.Table), new(words["Column"], 24, row => row.Column), new(words["Type"], 20, row => row.Type),
            new(words["Purpose"], 40, row => words["Purpose." + row.Purpose].Value), new(words["Basis"], 30, row => words["Basis." + row.Basis].Value),
            new(words["Retention"], 40, row => words["Retention." + row.Retention].Value), new(words["Sensitivity"], 12, row => words[row.Sensitive ? "Sensitive" : "Ordinary"].Value),
        ], register.Rows);

    /// <summary>Who asked for what, by when it must be answered. What was asked to be written instead stays inside; that the list went out is written down.</summary>
    public async Task<IResult> Requests(bool decided, ProcessContext context, CancellationToken cancel)
    {
        var actor = context.Actor;
        if (Scope.Of(actor, Permission.HandlePersonalDataRequests).IsNothing
            || (await changes.Save(context, Process, "Place", actor.Capacity!.PlaceId, new { what = "requests", decided }, cancel)).IsRefused)
        {
            return Results.NotFound();
        }

        return export.Of<RightsRequestView>(words["Clerk"], actor,
        [
            new(words["What"], 30, row => RequestNames.Of(row, words)), new(words["Person"], 14, row => row.PersonName), new(words["Place"], 24, row => row.PlaceName),
            new(words["AskedAt"], 20, row => Moments.Full(row.AskedAt)), new(words["DueAt"], 20, row => Moments.Full(row.DueAt)),
            new(words["State"], 12, row => words[$"RequestState.{row.State}"].Value), new(words["DecidedAt"], 20, row => row.DecidedAt is { } at ? Moments.Full(at) : null),
        ], async page => (await requests.Execute(decided, page, actor, cancel, ListWorkbook.PageSize)).Requests);
    }
}

/// <summary>The downloads behind the buttons of the lists, and the same for programs.</summary>
internal static class PrivacyExportRoutes
{
    public static void MapPrivacyExports(this IEndpointRouteBuilder app)
    {
        foreach (var group in new[] { app.MapGroup("/privacy").ExcludeFromDescription(), app.MapGroup("/api/v1/privacy").WithTags("Personal data") })
        {
            Download(group, "/purposes/export", Permission.ViewPurposes, "The register of purposes, filtered as in the list (.xlsx)", ([AsParameters] PrivacyApi.PurposeQuery filter, PrivacyExports lists, CurrentActor who, CancellationToken x) =>
                lists.Purposes(filter.Filter, who.Required, x));
            Download(group, "/requests/export", Permission.HandlePersonalDataRequests, "Requests to correct or delete, open or decided (.xlsx); the export is recorded", (PrivacyExports lists, CurrentActor who, TimeProvider clock, CancellationToken x, bool decided = false) =>
                lists.Requests(decided, new() { Actor = who.Required, At = clock.GetUtcNow(), RequestId = Guid.NewGuid() }, x));
        }
    }

    private static void Download(RouteGroupBuilder group, string route, Permission permission, string summary, Delegate handler) =>
        group.MapGet(route, handler).Needs(permission).WithSummary(summary).Produces(200, contentType: WorkbookWriter.MediaType).ProducesProblem(404);
}
