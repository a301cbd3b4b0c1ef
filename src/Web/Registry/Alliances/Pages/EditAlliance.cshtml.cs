using Linli.Domain.Registry;
using Linli.Domain.Registry.Alliances;
using Linli.Web.Platform.Access;
using Linli.Web.Registry.Queries;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.Extensions.Localization;

namespace Linli.Web.Registry.Alliances.Pages;

/// <summary>Registers an association or alliance, or changes what is told of it.</summary>
[Needs(Permission.ManageAlliances)]
public sealed class EditAllianceModel : AlliancesPage
{
    [BindProperty]
    public AssociationInput Input { get; set; } = new();

    public Guid? Id { get; private set; }

    public string Title { get; private set; } = string.Empty;

    public string Back => Id is { } id ? $"/registry/alliances/{id}" : "/registry/alliances";

    public IReadOnlyList<SelectListItem> Kinds { get; private set; } = [];

    public async Task<IActionResult> OnGet(Guid? id)
    {
        if (!await Show(id, fill: true))
        {
            return NotFound();
        }

        await TakeBackParkedForm(Input, nameof(Input));
        return Page();
    }

    public async Task<IActionResult> OnPost(Guid? id)
    {
        if (!await Show(id, fill: false))
        {
            return NotFound();
        }

        if (!ModelState.IsValid)
        {
            return Page();
        }

        if (id is { } known)
        {
            var done = await Get<ChangeAssociation>().Execute(known, Input, Context(), Cancel);
            return done.IsRefused ? RefuseOrNotFound(done.Refusals) : Saved(known);
        }

        var made = await Get<RegisterAssociation>().Execute(Input, Context(), Cancel);
        return made.Succeeded(out var created) ? Saved(created) : RefuseOrNotFound(made.Refusals);
    }

    private RedirectResult Saved(Guid id)
    {
        Say(T["Saved"]);
        return Redirect($"/registry/alliances/{id}");
    }

    private async Task<bool> Show(Guid? id, bool fill)
    {
        var names = Get<IStringLocalizer<RegistryTexts>>();
        Kinds = [ChooseOne, .. AssociationDuties.Kinds.Select(kind => new SelectListItem(names[$"OrganisationKind.{kind}"], kind.ToString()))];
        Title = T["AddAlliance"];
        if (id is not { } known)
        {
            // Mostly it is the place one works for; nobody knows its code by heart.
            Input = fill ? new() { PlaceCode = (await Get<BrowsePlace>().Execute(null, 1, Actor, Cancel))?.Place.Code } : Input;
            return true;
        }

        if (await Get<ShowAssociation>().Execute(known, Actor, Cancel) is not { MayKeep: true } view)
        {
            return false;
        }

        (Id, Title) = (known, T["EditAlliance", view.ShortName]);
        Input = fill
            ? new AssociationInput { Name = view.Name, ShortName = view.ShortName, FoundedOn = view.FoundedOn, Purpose = view.Purpose, Version = view.Version }
            : Input;
        return true;
    }
}
