using Linli.Domain.Registry;
using Linli.Web.Platform.Access;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace Linli.Web.Registry.Party.Pages;

/// <summary>One member's memberships; transfers the formal one, ends any.</summary>
[Needs(Permission.ViewPartyMembers)]
public sealed class MembershipModel : PartyPage
{
    public PartyMembershipView View { get; private set; } = null!;

    [BindProperty]
    public TransferInput Transfer { get; set; } = new();

    [BindProperty]
    public EndMembershipInput End { get; set; } = new();

    [BindProperty]
    public ConfirmationInput Confirm { get; set; } = new();

    public IReadOnlyList<SelectListItem> Targets { get; private set; } = [];

    public async Task<IActionResult> OnGet(Guid id) => await Show(id) ? Page() : NotFound();

    public async Task<IActionResult> OnPostTransfer(Guid id)
    {
        if (!await Show(id))
        {
            return NotFound();
        }

        if (!ModelState.IsValid)
        {
            return Page();
        }

        var made = await Get<TransferPartyMember>().Execute(id, Transfer, Context(), Cancel);
        return made.Succeeded(out var membership)
            ? Told("Transferred", $"/registry/party/memberships/{membership}")
            : RefuseOrNotFound(made.Refusals, nameof(Transfer));
    }

    public async Task<IActionResult> OnPostConfirm(Guid id)
    {
        if (!await Show(id))
        {
            return NotFound();
        }

        if (!ModelState.IsValid)
        {
            return Page();
        }

        var done = await Get<ConfirmPartyMember>().Execute(id, Confirm, Context(), Cancel);
        return done.IsRefused ? RefuseOrNotFound(done.Refusals, nameof(Confirm)) : Told("Confirmed", $"/registry/party/memberships/{id}");
    }

    public async Task<IActionResult> OnPostEnd(Guid id)
    {
        if (!await Show(id))
        {
            return NotFound();
        }

        if (!ModelState.IsValid)
        {
            return Page();
        }

        var done = await Get<EndPartyMembership>().Execute(id, End, Context(), Cancel);
        return done.IsRefused
            ? RefuseOrNotFound(done.Refusals, nameof(End))
            : Told("MembershipEnded", $"/registry/party/organisations/{View.OrganisationId}");
    }

    private RedirectResult Told(string key, string to)
    {
        Say(T[key]);
        return Redirect(to);
    }

    private async Task<bool> Show(Guid id)
    {
        if (await Get<ShowPartyMember>().Execute(id, Actor, Cancel) is not { } view)
        {
            return false;
        }

        View = view;
        Targets = [ChooseOne, .. view.Targets.Select(t => new SelectListItem(t.Name, t.Id.ToString()))];
        return true;
    }
}
