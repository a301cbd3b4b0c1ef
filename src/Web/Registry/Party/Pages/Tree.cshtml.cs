using Linli.Domain.Registry;
using Linli.Web.Platform.Access;
using Microsoft.AspNetCore.Mvc;

namespace Linli.Web.Registry.Party.Pages;

/// <summary>The Party organisations of a place, as a tree.</summary>
[Needs(Permission.ViewRegistry)]
public sealed class TreeModel : PartyPage
{
    public PartyTreeView View { get; private set; } = null!;

    /// <summary>A place chosen below; the page has an address of its own for it.</summary>
    [BindProperty(SupportsGet = true)]
    public string? At { get; set; }

    public async Task<IActionResult> OnGet(string? code)
    {
        if (!string.IsNullOrEmpty(At))
        {
            return Redirect($"/registry/party/places/{Uri.EscapeDataString(At)}");
        }

        if (await Get<ShowPartyTree>().Execute(code, Actor, Cancel) is not { } view)
        {
            return NotFound();
        }

        View = view;
        return Page();
    }
}
