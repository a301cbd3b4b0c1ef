using Linli.Domain.Registry;
using Linli.Web.Platform.Access;
using Microsoft.AspNetCore.Mvc;

namespace Linli.Web.Registry.Documents.Pages;

/// <summary>The way of a household to the governing documents of its own compound.</summary>
[Needs(Permission.ViewOwnTickets)]
public sealed class MyDocumentsModel : DocumentPage
{
    public async Task<IActionResult> OnGet() => await Get<ListDocuments>().CodeOfOwn(Actor, Cancel) is { } code
        ? Redirect($"/compounds/{code}/documents")
        : Redirect("/capacity");
}
