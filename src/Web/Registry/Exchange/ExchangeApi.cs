using Linli.Domain.Registry;
using Linli.Web.Platform.Access;
using Linli.Web.Platform.Changes;
using Linli.Web.Platform.Http;
using Linli.Web.Platform.Spreadsheets;
using Linli.Web.Registry.Exchange.Layout;
using Linli.Web.Registry.Exchange.Writing;
using Linli.Web.Registry.Queries;
using Microsoft.Extensions.Localization;

namespace Linli.Web.Registry.Exchange;

/// <summary>Workbooks in and out, for programs.</summary>
internal static class ExchangeApi
{
    /// <summary>What an import did or would do; with faults, nothing.</summary>
    internal sealed record ImportAnswer(bool Imported, IReadOnlyList<SheetAnswer> Sheets, IReadOnlyList<FaultAnswer> Faults, IReadOnlyList<string> PassedOver);

    internal sealed record SheetAnswer(string Sheet, int New, int Changed, int Unchanged);

    internal sealed record FaultAnswer(string Sheet, int Row, string? Column, string Type, string Message);

    public static void MapExchangeApi(this RouteGroupBuilder api)
    {
        api.MapGet("/compounds/{code}/import/template", GetTemplate).Needs(Permission.ManageRegistry)
            .WithSummary("The workbook to fill in for an import (.xlsx)").Produces(200, contentType: WorkbookWriter.MediaType).ProducesProblem(404);
        api.MapPost("/compounds/{code}/import", Import).Needs(Permission.ManageRegistry).DisableAntiforgery()
            .WithSummary("Import a workbook (form field file), everything or nothing; preview=true changes nothing")
            .Produces<ImportAnswer>().Produces<ImportAnswer>(422).ProducesProblem(404).ProducesProblem(409);
    }

    private static async Task<IResult> GetTemplate(string code, FormChoices places, CurrentActor current, IStringLocalizer<ExchangeTexts> texts, CancellationToken cancel) =>
        await places.Place(code, current.Required, cancel) is { Kind: PlaceKind.Compound } place
            ? new SpreadsheetAnswer(texts["GuideTitle", place.Name], (target, _) =>
            {
                Template.Write(target, place.Code, place.Name, SheetLayouts.For(current.Required), texts);
                return Task.CompletedTask;
            })
            : Results.NotFound();

    private static async Task<IResult> Import(
        string code, IFormFile? file, ImportRegistry import, MarkedCopy words, CurrentActor current, TimeProvider clock, HttpContext http, CancellationToken cancel,
        bool preview = false, Guid? requestId = null)
    {
        var read = await WorkbookFile.Read(file, cancel);
        if (!read.Succeeded(out var workbook))
        {
            return Problems.From(http, read.Refusals);
        }

        var context = new ProcessContext { Actor = current.Required, At = clock.GetUtcNow(), RequestId = requestId ?? Guid.NewGuid() };
        var outcome = await import.Execute(code, new() { Content = workbook.Content, PreviewOnly = preview }, context, cancel);
        if (!outcome.Succeeded(out var report))
        {
            return Problems.From(http, outcome.Refusals);
        }

        var answer = new ImportAnswer(
            report.Imported,
            [.. report.Sheets.Select(sheet => new SheetAnswer(SheetLayouts.Of(sheet.Sheet).Name, sheet.New, sheet.Changed, sheet.Unchanged))],
            [.. report.Faults.Select(fault => new FaultAnswer(SheetLayouts.Of(fault.Sheet).Name, fault.Row, Header(fault), $"/problems/{fault.Refusal.Code}", words.Say(fault)))],
            report.PassedOver);
        return report.Faults.Count > 0 ? Results.Json(answer, statusCode: StatusCodes.Status422UnprocessableEntity) : Results.Ok(answer);
    }

    private static string? Header(CellFault fault) =>
        fault.Column is { } key && SheetLayouts.Of(fault.Sheet) is var sheet ? sheet.Columns[sheet.IndexOf(key)].Header : null;
}
