using System.Globalization;
using Linli.Domain.Kernel;
using Linli.Domain.Registry;
using Linli.Domain.Registry.Documents;
using Linli.Web.Platform.Access;
using Linli.Web.Platform.Changes;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace Linli.Web.Registry.Documents.Pages;

/// <summary>A kind of document on the desk of those who keep it: what is on its way, what it lacks, what people say of it.</summary>
[Needs(Permission.ViewRegistry)]
public sealed class DocumentDeskModel : DocumentPage
{
    [BindProperty]
    public PublishInput Publish { get; set; } = new();

    [BindProperty]
    public MarksInput Marks { get; set; } = new();

    [BindProperty]
    public AnswerInput Answer { get; set; } = new();

    [BindProperty]
    public WithdrawInput Withdraw { get; set; } = new();

    [BindProperty]
    public RepealInput Repeal { get; set; } = new();

    [BindProperty]
    public ScanInput Scan { get; set; } = new();

    public DocumentDeskView View { get; private set; } = null!;

    public int Missing => View.Clauses.Count(clause => clause.Position is null);

    public bool MayMark => View.MayManage && View.UnderWay is { } version && DocumentFlow.IsOpen(version.State, DocumentAct.MarkClauses);

    public IEnumerable<SelectListItem> ScanChoices =>
        View.WithoutScan.Select(number => new SelectListItem(D["Version", number], number.ToString(CultureInfo.InvariantCulture)));

    public static string Begin(string text) => text.Length > 16 ? text[..(char.IsHighSurrogate(text[15]) ? 15 : 16)] + "…" : text;

    /// <summary>Whether the form of that name was refused, and is shown open.</summary>
    public bool IsRefused(string form) => ModelState.Any(entry => entry.Key.StartsWith(form + ".", StringComparison.Ordinal) && entry.Value!.Errors.Count > 0);

    public string SourceOf(ClauseView clause) => clause.NotFoundIn.Count > 0
        ? D["NotFoundIn", string.Join(D["Comma"], clause.NotFoundIn), SourceNote(clause.Source, clause.Verification)]
        : SourceNote(clause.Source, clause.Verification);

    public async Task<IActionResult> OnGet(string code, string kind)
    {
        if (!await Show(code, kind))
        {
            return NotFound();
        }

        Publish.CommentUntil ??= View.Today.AddDays(View.CommentDays);
        return Page();
    }

    public Task<IActionResult> OnPostPublish(string code, string kind) => Do(
        code, kind, "Publish", "Published", () => Get<PublishDocument>().Execute(code, kind, Publish, Context(), Cancel));

    public Task<IActionResult> OnPostMarks(string code, string kind) => Do(
        code, kind, "Marks", "MarksSaved", () => Get<MarkClauses>().Execute(code, kind, Marks, Context(), Cancel));

    /// <summary>Takes the suggested article where nobody has pointed to one yet.</summary>
    public Task<IActionResult> OnPostSuggest(string code, string kind) => Do(code, kind, "Marks", "MarksSaved", () =>
    {
        var suggested = View.Clauses.ToDictionary(clause => clause.Clause, clause => clause.Suggested);
        Marks.Marks = [.. Marks.Marks.Select(mark => mark with { Position = mark.Position ?? (mark.Clause is { } clause ? suggested.GetValueOrDefault(clause) : null) })];
        return Get<MarkClauses>().Execute(code, kind, Marks, Context(), Cancel);
    });

    public Task<IActionResult> OnPostAnswer(string code, string kind) => Do(
        code, kind, "Answer", "Answered", () => Get<AnswerComment>().Execute(code, kind, Answer, Context(), Cancel));

    public Task<IActionResult> OnPostWithdraw(string code, string kind) => Do(
        code, kind, "Withdraw", "WithdrawDone", () => Get<WithdrawDocument>().Execute(code, kind, Withdraw, Context(), Cancel));

    public Task<IActionResult> OnPostRepeal(string code, string kind) => Do(
        code, kind, "Repeal", "RepealDone", () => Get<RepealDocument>().Execute(code, kind, Repeal, Context(), Cancel));

    public Task<IActionResult> OnPostScan(string code, string kind, IFormFile? scanFile) => Do(code, kind, "Scan", "ScanAdded", async () =>
    {
        var refusals = new List<Refusal>();
        Scan.Scan = await Get<DocumentPapers>().TakeIn(nameof(Scan.Scan), scanFile, null, Actor, refusals, Cancel);
        return refusals.Count > 0 ? Outcome<Guid>.Refused(refusals) : await Get<AttachScan>().Execute(code, kind, Scan, Context(), Cancel);
    });

    private async Task<IActionResult> Do(string code, string kind, string form, string done, Func<Task<Outcome<Guid>>> act)
    {
        if (!await Show(code, kind))
        {
            return NotFound();
        }

        if (!View.MayManage)
        {
            return Refuse([new NotAllowedInThisCapacity()]);
        }

        if (!ModelState.IsValid)
        {
            return Page();
        }

        return After(await act(), D[done], $"/registry/compounds/{code}/documents/{kind}", form);
    }

    private async Task<bool> Show(string code, string kind)
    {
        if (await Get<ShowDocumentDesk>().Execute(code, kind, Actor, Cancel) is not { } view)
        {
            return false;
        }

        View = view;
        return true;
    }
}
