using Linli.Domain.Kernel;
using Linli.Domain.Registry;
using Linli.Domain.Tickets.Mediation;
using Linli.Web.Platform.Access;
using Linli.Web.Platform.Changes;
using Microsoft.AspNetCore.Mvc;

namespace Linli.Web.Tickets.Mediation.Pages;

/// <summary>A mediation as the party sees it: invitation, dates, agreement.</summary>
[Needs(Permission.ViewOwnTickets)]
public sealed class MyMediationModel : MediationPage
{
    public MyMediationView Case { get; private set; } = null!;

    /// <summary>The version of the case that was seen.</summary>
    [BindProperty]
    public uint? Version { get; set; }

    /// <summary>Why the application is taken back.</summary>
    [BindProperty]
    public string? Reason { get; set; }

    public bool TriedToWithdraw { get; private set; }

    public async Task<IActionResult> OnGet(Guid id)
    {
        if (!await Show(id))
        {
            return NotFound();
        }

        Version = Case.Version;
        return Page();
    }

    public Task<IActionResult> OnPostConsent(Guid id) =>
        Do(id, MediationAct.Consent, context => Get<GiveConsent>().Execute(id, new() { Version = Version }, context, Cancel));

    public Task<IActionResult> OnPostStop(Guid id) =>
        Do(id, MediationAct.RefuseConsent, context => Get<RefuseConsent>().Execute(id, new() { Version = Version }, context, Cancel));

    public Task<IActionResult> OnPostSign(Guid id) =>
        Do(id, MediationAct.Sign, context => Get<SignMediatedAgreement>().Execute(id, new() { Version = Version }, context, Cancel));

    public Task<IActionResult> OnPostWithdraw(Guid id)
    {
        TriedToWithdraw = true;
        return Do(id, MediationAct.Withdraw, context => Get<EndCase>().Execute(id, MediationAct.Withdraw, new() { Version = Version, Reason = Reason }, context, Cancel));
    }

    private async Task<IActionResult> Do(Guid id, MediationAct act, Func<ProcessContext, Task<Outcome<Saved>>> execute)
    {
        if (!await Show(id))
        {
            return NotFound();
        }

        var saved = ModelState.IsValid ? await execute(Context()) : null;
        if (saved is { IsRefused: false })
        {
            Say(M["Said." + act]);
            return Redirect(MediationLinks.OfParty(id));
        }

        if (!await Show(id))
        {
            return NotFound();
        }

        // The page shows how the case stands now, and so the form carries that version.
        Version = Case.Version;
        ModelState.Remove(nameof(Version));
        return Refuse(saved?.Refusals ?? [], string.Empty);
    }

    private async Task<bool> Show(Guid id)
    {
        if (await Get<FindMyMediation>().Execute(id, Actor, Cancel) is not { } found)
        {
            return false;
        }

        Case = found;
        return true;
    }
}
