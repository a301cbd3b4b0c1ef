using Linli.Domain.Registry;
using Linli.Web.Platform.Access;
using Linli.Web.Platform.Http;
using Linli.Web.Platform.Spreadsheets;
using Linli.Web.Platform.Text;
using Linli.Web.Registry.Contract;
using Linli.Web.Tickets.Intake.Hotline;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Linli.Web.Tickets.Intake.Pages;

/// <summary>Takes over a list of the 12345 hotline: handed out, filled in, sent, looked over, confirmed.</summary>
[Needs(Permission.TakeReports)]
[RequestSizeLimit(MostBytes), RequestFormLimits(MultipartBodyLengthLimit = MostBytes)]
internal sealed class HotlineModel(ImportHotline import, HotlineUploads uploads, IListWorkbooks workbooks, RefusalTexts refusals) : PageWithTexts<IntakeWords>
{
    public const int MostFaults = 50;

    // Whoever sends a file that is too large is told so by the page.
    private const long MostBytes = 160L * 1024 * 1024;

    public HotlineImport? Preview { get; private set; }

    /// <summary>The list that the preview speaks of.</summary>
    public Guid Upload { get; private set; }

    /// <summary>Something came in between preview and confirmation.</summary>
    public bool ChangedMeanwhile { get; private set; }

    public string Say(ListFault fault) => refusals.Of(fault.Refusal);

    public string Column(ListFault fault) => fault.Column is { } key ? workbooks.HeaderOf(HotlineSheet.Layout, key) : "—";

    public void OnGet()
    {
    }

    public IActionResult OnGetTemplate() => HotlineAnswers.Template(workbooks, T);

    public async Task<IActionResult> OnPostAsync(IFormFile? file, CancellationToken cancel)
    {
        var read = await HotlineAnswers.Read(file, cancel);
        if (!read.Succeeded(out var list))
        {
            return Refuse(read.Refusals, string.Empty);
        }

        var outcome = await import.Execute(new() { Content = list.Content, PreviewOnly = true }, Context(), cancel);
        if (!outcome.Succeeded(out var report))
        {
            return RefuseOrNotFound(outcome.Refusals, string.Empty);
        }

        Upload = await uploads.Keep(list, Actor, cancel);
        return Show(report);
    }

    public Task<IActionResult> OnPostConfirmAsync(Guid upload, string? seen, CancellationToken cancel) => Sent(upload, async list =>
    {
        var outcome = await import.Execute(new() { Content = list.Content, Seen = seen ?? string.Empty }, Context(), cancel);
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
        Say(T["Hotline.Done", report.New, report.Changed]);
        return Redirect(TicketLinks.Work);
    }, cancel);

    public Task<IActionResult> OnPostMarkedAsync(Guid upload, CancellationToken cancel) => Sent(upload, async list =>
    {
        var outcome = await import.Execute(new() { Content = list.Content, PreviewOnly = true }, Context(), cancel);
        return outcome.Succeeded(out var report)
            ? new SpreadsheetAnswer(T["Hotline.FaultList"], (target, _) =>
            {
                workbooks.WriteMarked(target, list.Content, HotlineSheet.Layout, report.Faults);
                return Task.CompletedTask;
            })
            : RefuseOrNotFound(outcome.Refusals, string.Empty);
    }, cancel);

    private async Task<IActionResult> Sent(Guid upload, Func<HotlineList, Task<IActionResult>> then, CancellationToken cancel) =>
        await uploads.Read(upload, Actor, cancel) is { } list ? await then(list) : Refuse([new HotlineListIsGone()], string.Empty);

    private PageResult Show(HotlineImport report)
    {
        Preview = report;
        // The confirmation is another act than the preview.
        RequestId = Guid.Empty;
        ModelState.Clear();
        return Page();
    }
}
