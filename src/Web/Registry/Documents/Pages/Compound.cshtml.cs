using Linli.Web.Platform.Access;
using Microsoft.AspNetCore.Mvc;

namespace Linli.Web.Registry.Documents.Pages;

/// <summary>The governing documents of a compound, for everybody.</summary>
[OpenToAll]
public sealed class CompoundDocumentsModel : DocumentPage
{
    public DocumentsView View { get; private set; } = null!;

    public async Task<IActionResult> OnGet(string code)
    {
        if (await Get<ListDocuments>().Execute(code, Reader, Cancel) is not { } view)
        {
            return NotFound();
        }

        View = view;
        return Page();
    }
}
