using System.Globalization;
using Linli.Domain.Registry;
using Linli.Domain.Registry.Documents;
using Linli.Web.Platform.Access;
using Linli.Web.Platform.Look;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace Linli.Web.Registry.Documents.Pages;

/// <summary>An owner or resident comments on an article of the version that is out for comments.</summary>
[Needs(Permission.ViewOwnTickets)]
public sealed class CommentModel : DocumentPage
{
    [BindProperty]
    public CommentInput Input { get; set; } = new();

    public DocumentView View { get; private set; } = null!;

    public BlockView? Quoted => View.Blocks.FirstOrDefault(block => block.Position == Input.Position && block.Kind == BlockKind.Article);

    public IEnumerable<SelectListItem> Articles =>
    [
        new SelectListItem(D["TheWhole"], string.Empty),
        .. View.Blocks.Where(block => block.Kind == BlockKind.Article)
            .Select(block => new SelectListItem($"{block.Label} {Begin(block.Text)}", block.Position.ToString(CultureInfo.InvariantCulture))),
    ];

    public async Task<IActionResult> OnGet(string code, string kind, int? article)
    {
        if (!await Show(code, kind))
        {
            return NotFound();
        }

        Input.Position = article;
        await TakeBackParkedForm(Input, nameof(Input));
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

        var made = await Get<CommentOnDocument>().Execute(code, kind, Input, Context(), Cancel);
        if (made.IsRefused)
        {
            return RefuseOrNotFound(made.Refusals);
        }

        Say(D["CommentSent"]);
        TempData[PageNotes.DraftDone] = "document-comment";
        return Redirect($"/compounds/{code}/documents/{kind}?version={View.Shown?.Number}");
    }

    private static string Begin(string text) => text.Length > 20 ? text[..(char.IsHighSurrogate(text[19]) ? 19 : 20)] + "…" : text;

    // What is out for comments, wherever something else is in force.
    private async Task<bool> Show(string code, string kind)
    {
        if (await Get<DocumentDesk>().Open(code, kind, Permission.ViewOwnTickets, Context(), Cancel) is null
            || await Get<ReadDocument>().Execute(code, kind, null, Actor, Cancel) is not { } first)
        {
            return false;
        }

        var open = first.Versions.FirstOrDefault(version => version.State == DocumentState.PublishedForComment)?.Number;
        View = (open is null ? first : await Get<ReadDocument>().Execute(code, kind, open, Actor, Cancel))!;
        return true;
    }
}
