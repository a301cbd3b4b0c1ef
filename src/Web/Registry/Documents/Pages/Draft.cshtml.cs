using Linli.Domain.Registry;
using Linli.Domain.Registry.Documents;
using Linli.Web.Platform.Access;
using Linli.Web.Platform.Look;
using Microsoft.AspNetCore.Mvc;

namespace Linli.Web.Registry.Documents.Pages;

/// <summary>The text of a draft, typed or pasted; how it is split into articles is shown before it is saved.</summary>
[Needs(Permission.ManageDocuments)]
public sealed class DraftDocumentModel : DocumentPage
{
    [BindProperty]
    public DraftInput Input { get; set; } = new();

    public DocumentDeskView View { get; private set; } = null!;

    public IReadOnlyList<DocumentBlock>? Preview { get; private set; }

    public async Task<IActionResult> OnGet(string code, string kind)
    {
        if (!await Show(code, kind))
        {
            return NotFound();
        }

        // The next version begins with the words of the one in force.
        (Input.Text, Input.Version) = (View.Text, View.UnderWayVersion);
        await TakeBackParkedForm(Input, nameof(Input));
        return Page();
    }

    public async Task<IActionResult> OnPostPreview(string code, string kind)
    {
        if (!await Show(code, kind))
        {
            return NotFound();
        }

        var split = DocumentText.Split(Input.Text);
        if (!split.Succeeded(out var blocks))
        {
            return Refuse(split.Refusals);
        }

        Preview = blocks;
        return Page();
    }

    public async Task<IActionResult> OnPost(string code, string kind)
    {
        if (!await Show(code, kind))
        {
            return NotFound();
        }

        if (!ModelState.IsValid)
        {
            return Page();
        }

        var made = await Get<DraftDocument>().Execute(code, kind, Input, Context(), Cancel);
        if (made.IsRefused)
        {
            return RefuseOrNotFound(made.Refusals);
        }

        Say(D["DraftSaved"]);
        TempData[PageNotes.DraftDone] = $"document-draft-{code}-{kind}";
        return Redirect($"/registry/compounds/{code}/documents/{kind}");
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
