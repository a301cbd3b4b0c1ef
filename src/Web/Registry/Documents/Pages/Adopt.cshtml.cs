using Linli.Domain.Kernel;
using Linli.Domain.Registry;
using Linli.Web.Platform.Access;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace Linli.Web.Registry.Documents.Pages;

/// <summary>Records the decision on a version with its figures and its paper.</summary>
[Needs(Permission.ManageDocuments)]
public sealed class AdoptDocumentModel : DocumentPage
{
    [BindProperty]
    public AdoptInput Input { get; set; } = new();

    public DocumentDeskView View { get; private set; } = null!;

    public IReadOnlyList<ClauseView> Missing => [.. View.Clauses.Where(clause => clause.Position is null)];

    public bool AsksHeads => View.Adoption.Any(rule => rule.Participation is not null);

    public bool AsksArea => View.Adoption.Any(rule => rule.ByArea);

    public IEnumerable<SelectListItem> Bodies => [new SelectListItem(D["ChooseOne"], string.Empty), .. View.Adoption.Select(rule => new SelectListItem(D[$"AdoptingBody.{rule.Body}"], rule.Body.ToString()))];

    public bool Has(string field) => ErrorOf(field).Length > 0;

    public string ErrorOf(string field) => ModelState.TryGetValue(field, out var entry) ? string.Join(' ', entry.Errors.Select(error => error.ErrorMessage)) : string.Empty;

    public async Task<IActionResult> OnGet(string code, string kind)
    {
        if (!await Show(code, kind))
        {
            return NotFound();
        }

        Input.Version = View.UnderWayVersion;
        Input.DecidedBy = View.Adoption is [var only] ? only.Body : null;
        await TakeBackParkedForm(Input, nameof(Input));
        return Page();
    }

    public async Task<IActionResult> OnPost(string code, string kind, IFormFile? paperFile, IFormFile? scanFile)
    {
        if (!await Show(code, kind))
        {
            return NotFound();
        }

        // A chosen file is taken in at once, so that an error elsewhere in the form loses none.
        var refusals = new List<Refusal>();
        Input.Paper = await Get<DocumentPapers>().TakeIn(nameof(Input.Paper), paperFile, Input.Paper, Actor, refusals, Cancel);
        Input.Scan = await Get<DocumentPapers>().TakeIn(nameof(Input.Scan), scanFile, Input.Scan, Actor, refusals, Cancel);
        if (refusals.Count > 0 || !ModelState.IsValid)
        {
            return Refuse(refusals);
        }

        return After(await Get<AdoptDocument>().Execute(code, kind, Input, Context(), Cancel), D["AdoptionRecorded"], $"/registry/compounds/{code}/documents/{kind}");
    }

    private async Task<bool> Show(string code, string kind)
    {
        if (await Get<ShowDocumentDesk>().Execute(code, kind, Actor, Cancel) is not { MayManage: true } view)
        {
            return false;
        }

        View = view;
        return true;
    }
}
