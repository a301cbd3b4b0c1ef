using Linli.Domain.Registry;
using Linli.Web.Platform.Access;
using Microsoft.AspNetCore.Mvc;

namespace Linli.Web.Registry.Documents.Pages;

/// <summary>The governing documents of a compound, for those who keep them.</summary>
[Needs(Permission.ViewRegistry)]
public sealed class DocumentDesksModel : DocumentPage
{
    public DocumentsView View { get; private set; } = null!;

    public async Task<IActionResult> OnGet(string code)
    {
        if (await Get<ListDocuments>().ForDesk(code, Actor, Cancel) is not { } view)
        {
            return NotFound();
        }

        View = view;
        return Page();
    }
}
