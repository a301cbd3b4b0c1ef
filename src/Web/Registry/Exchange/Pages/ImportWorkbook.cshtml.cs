using Linli.Domain.Registry;
using Linli.Web.Platform.Access;
using Linli.Web.Platform.Http;
using Linli.Web.Platform.Spreadsheets;
using Linli.Web.Registry.Exchange.Layout;
using Linli.Web.Registry.Exchange.Writing;
using Linli.Web.Registry.Queries;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;

namespace Linli.Web.Registry.Exchange.Pages;

/// <summary>Enters a compound from a workbook: downloaded, filled in, sent, looked over, confirmed.</summary>
[Needs(Permission.ManageRegistry)]
[RequestSizeLimit(MostBytes), RequestFormLimits(MultipartBodyLengthLimit = MostBytes)]
internal sealed class ImportWorkbookModel(
    ImportRegistry import, ExchangeUploads uploads, MarkedCopy marked, FormChoices places, IStringLocalizer<ExchangeTexts> texts) : LinliPage
{
    public const int MostFaults = 50;

    // Whoever sends a file that is too large is told so by the page.
    private const long MostBytes = 160L * 1024 * 1024;

    public FormPlace Place { get; private set; } = null!;

    public ImportReport? Preview { get; private set; }

    /// <summary>The workbook that the preview speaks of.</summary>
    public Guid Upload { get; private set; }

    /// <summary>The register changed between preview and confirmation.</summary>
    public bool ChangedMeanwhile { get; private set; }

    public string Say(CellFault fault) => marked.Say(fault);

    public string Column(CellFault fault) => fault.Column is { } key && SheetLayouts.Of(fault.Sheet) is var sheet ? sheet.Columns[sheet.IndexOf(key)].Header : "—";

    public async Task<IActionResult> OnGetAsync(string code, CancellationToken cancel) => await Find(code, cancel) ? Page() : NotFound();

    public async Task<IActionResult> OnGetTemplateAsync(string code, CancellationToken cancel) => await Find(code, cancel)
        ? new SpreadsheetAnswer(texts["GuideTitle", Place.Name], (target, _) =>
        {
            Template.Write(target, Place.Code, Place.Name, SheetLayouts.For(Actor), texts);
            return Task.CompletedTask;
        })
        : NotFound();

    public async Task<IActionResult> OnPostAsync(string code, IFormFile? file, CancellationToken cancel)
    {
        if (!await Find(code, cancel))
        {
            return NotFound();
        }

        var read = await WorkbookFile.Read(file, cancel);
        if (!read.Succeeded(out var workbook))
        {
            return Refuse(read.Refusals, string.Empty);
        }

        var outcome = await import.Execute(code, new() { Content = workbook.Content, PreviewOnly = true }, Context(), cancel);
        if (!outcome.Succeeded(out var report))
        {
            return RefuseOrNotFound(outcome.Refusals, string.Empty);
        }

        Upload = await uploads.Keep(code, workbook, Actor, cancel);
        return Show(report);
    }

    public async Task<IActionResult> OnPostConfirmAsync(string code, Guid upload, string? seen, CancellationToken cancel)
    {
        if (!await Find(code, cancel))
        {
            return NotFound();
        }

        if (await uploads.Read(upload, code, Actor, cancel) is not { } workbook)
        {
            return Refuse([new UploadIsGone()], string.Empty);
        }

        var outcome = await import.Execute(code, new() { Content = workbook.Content, Seen = seen ?? string.Empty }, Context(), cancel);
        if (!outcome.Succeeded(out var report))
        {
            return RefuseOrNotFound(outcome.Refusals, string.Empty);
        }

        if (!report.Imported)
        {
            (Upload, ChangedMeanwhile) = (upload, true);
            return Show(report);
        }

        await uploads.Remove(upload, Actor, cancel);
        Say(texts["Imported", report.Sheets.Sum(sheet => sheet.New), report.Sheets.Sum(sheet => sheet.Changed)]);
        return Redirect($"/registry/compounds/{code}");
    }

    public async Task<IActionResult> OnPostMarkedAsync(string code, Guid upload, CancellationToken cancel)
    {
        if (!await Find(code, cancel))
        {
            return NotFound();
        }

        if (await uploads.Read(upload, code, Actor, cancel) is not { } workbook)
        {
            return Refuse([new UploadIsGone()], string.Empty);
        }

        var outcome = await import.Execute(code, new() { Content = workbook.Content, PreviewOnly = true }, Context(), cancel);
        return outcome.Succeeded(out var report)
            ? new SpreadsheetAnswer(texts["FaultList"], (target, _) =>
            {
                marked.Write(target, new MemoryStream(workbook.Content), report);
                return Task.CompletedTask;
            })
            : RefuseOrNotFound(outcome.Refusals, string.Empty);
    }

    private async Task<bool> Find(string code, CancellationToken cancel)
    {
        var place = await places.Place(code, Actor, cancel);
        Place = place!;
        return place?.Kind == PlaceKind.Compound;
    }

    private PageResult Show(ImportReport report)
    {
        Preview = report;
        // The confirmation is another act than the preview.
        RequestId = Guid.Empty;
        ModelState.Clear();
        return Page();
    }
}
