using Linli.Domain.Registry;
using Linli.Web.Platform.Access;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace Linli.Web.Registry.Alliances.Pages;

/// <summary>Drafts an agreement, or changes a draft. Who may is decided by what the actor is to the parties.</summary>
[Needs(Permission.ViewRegistry)]
public sealed class EditAgreementModel : AlliancesPage
{
    [BindProperty]
    public AgreementInput Input { get; set; } = new();

    public Guid? Id { get; private set; }

    public string Title { get; private set; } = string.Empty;

    public string Back => Id is { } id ? AgreementDesk.LinkTo(id) : "/registry/agreements";

    public IReadOnlyList<SelectListItem> Parties { get; private set; } = [];

    public async Task<IActionResult> OnGet(Guid? id)
    {
        Title = T["DraftAgreement"];
        if (id is { } known)
        {
            if (await Get<ShowAgreement>().Execute(known, Actor, Cancel) is not { } view)
            {
                return NotFound();
            }

            if (!view.MayChange)
            {
                return Redirect(AgreementDesk.LinkTo(known));
            }

            (Id, Title) = (known, T["ChangeAgreement", view.Title]);
            Input = new AgreementInput { Title = view.Title, FirstDay = view.FirstDay, LastDay = view.LastDay, Purpose = view.Purpose, Version = view.Version };
        }
        else
        {
            await ShowParties();
        }

        await TakeBackParkedForm(Input, nameof(Input));
        return Page();
    }

    public async Task<IActionResult> OnPost(Guid? id)
    {
        Title = T["DraftAgreement"];
        if (id is { } known)
        {
            if (await Get<ShowAgreement>().Execute(known, Actor, Cancel) is not { } view)
            {
                return NotFound();
            }

            (Id, Title) = (known, T["ChangeAgreement", view.Title]);
            var done = ModelState.IsValid ? await Get<ChangeAgreement>().Execute(known, Input, Context(), Cancel) : null;
            return done is null ? Page() : done.IsRefused ? RefuseOrNotFound(done.Refusals) : Saved(known);
        }

        await ShowParties();
        var made = ModelState.IsValid ? await Get<DraftAgreement>().Execute(Input, Context(), Cancel) : null;
        return made is null ? Page() : made.Succeeded(out var created) ? Saved(created) : RefuseOrNotFound(made.Refusals);
    }

    private RedirectResult Saved(Guid id)
    {
        Say(T["Saved"]);
        return Redirect(AgreementDesk.LinkTo(id));
    }

    private async Task ShowParties()
    {
        var choices = await Get<PartyChoices>().Execute(Actor, Cancel);
        Parties = choices.Count == 0 ? [] : [ChooseOne, .. choices.Select(c => new SelectListItem(c.Name, c.Id.ToString()))];
    }
}
