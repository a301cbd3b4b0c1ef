using Linli.Domain.Kernel;
using Linli.Domain.Registry;
using Linli.Web.Platform.Access;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace Linli.Web.Registry.Party.Pages;

/// <summary>Hangs a Party organisation below another one, or dissolves it.</summary>
[Needs(Permission.ManageParty)]
public sealed class ChangeModel : PartyPage
{
    public PartyOrganisationView View { get; private set; } = null!;

    [BindProperty]
    public MoveInput Move { get; set; } = new();

    [BindProperty]
    public DissolveInput Dissolve { get; set; } = new();

    public IReadOnlyList<SelectListItem> Parents { get; private set; } = [];

    public async Task<IActionResult> OnGet(Guid id)
    {
        if (!await Show(id))
        {
            return NotFound();
        }

        Move = new() { ParentId = View.Above?.Id };
        return Page();
    }

    public async Task<IActionResult> OnPostMove(Guid id) => !await Show(id) ? NotFound()
        : !ModelState.IsValid ? Page()
        : After(await Get<MovePartyOrganisation>().Execute(id, Move, Context(), Cancel), "Moved", nameof(Move), id);

    public async Task<IActionResult> OnPostDissolve(Guid id) => !await Show(id) ? NotFound()
        : !ModelState.IsValid ? Page()
        : After(await Get<DissolvePartyOrganisation>().Execute(id, Dissolve, Context(), Cancel), "Dissolved", nameof(Dissolve), id);

    private IActionResult After(Outcome<Done> outcome, string said, string prefix, Guid id)
    {
        if (outcome.IsRefused)
        {
            return RefuseOrNotFound(outcome.Refusals, prefix);
        }

        Say(T[said]);
        return Redirect($"/registry/party/organisations/{id}");
    }

    private async Task<bool> Show(Guid id)
    {
        if (await Get<ShowPartyOrganisation>().Execute(id, Actor, Cancel) is not { MayManage: true } view
            || await Get<FoundingChoices>().ParentsFor(id, Actor, Cancel) is not { } parents)
        {
            return false;
        }

        View = view;
        Parents = [new SelectListItem(T["NoneYet"], string.Empty), .. parents.Select(p => new SelectListItem(p.Name, p.Id.ToString()))];
        return true;
    }
}
