using Linli.Domain.Registry;
using Linli.Web.Platform.Access;
using Microsoft.AspNetCore.Mvc;

namespace Linli.Web.Registry.Party.Pages;

/// <summary>Records that somebody belongs to a Party organisation.</summary>
[Needs(Permission.ManageParty)]
public sealed class AddMemberModel : PartyPage
{
    public PartyOrganisationView View { get; private set; } = null!;

    [BindProperty]
    public MembershipInput Input { get; set; } = new();

    public async Task<IActionResult> OnGet(Guid id)
    {
        if (!await Show(id))
        {
            return NotFound();
        }

        await TakeBackParkedForm(Input, nameof(Input));
        return Page();
    }

    public async Task<IActionResult> OnPost(Guid id)
    {
        if (!await Show(id))
        {
            return NotFound();
        }

        if (!ModelState.IsValid)
        {
            return Page();
        }

        return After(await Get<AddPartyMember>().Execute(id, Input, Context(), Cancel), T["MemberAdded"], $"/registry/party/organisations/{id}");
    }

    private async Task<bool> Show(Guid id)
    {
        if (await Get<ShowPartyOrganisation>().Execute(id, Actor, Cancel) is not { MayManage: true } view)
        {
            return false;
        }

        View = view;
        return true;
    }
}
