using Linli.Domain.Registry;
using Linli.Web.Platform.Access;
using Microsoft.AspNetCore.Mvc;

namespace Linli.Web.Registry.Party.Pages;

/// <summary>A Party organisation: where it stands, who belongs to it, who holds its posts.</summary>
[Needs(Permission.ViewRegistry)]
public sealed class PartyOrganisationModel : PartyPage
{
    public PartyOrganisationView View { get; private set; } = null!;

    public async Task<IActionResult> OnGet(Guid id)
    {
        if (await Get<ShowPartyOrganisation>().Execute(id, Actor, Cancel) is not { } view)
        {
            return NotFound();
        }

        View = view;
        return Page();
    }
}
