using Linli.Domain.Registry;
using Linli.Web.Platform.Access;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.Extensions.Localization;

namespace Linli.Web.Registry.Party.Pages;

/// <summary>Founds a Party organisation; what the number of members suggests is shown as an advice.</summary>
[Needs(Permission.ManageParty)]
public sealed class FoundModel : PartyPage
{
    public FoundingView View { get; private set; } = null!;

    /// <summary>Code of the place at which to found.</summary>
    [BindProperty(SupportsGet = true)]
    public string? At { get; set; }

    [BindProperty]
    public FoundingInput Input { get; set; } = new();

    private IStringLocalizer<RegistryTexts> Names => Get<IStringLocalizer<RegistryTexts>>();

    public IEnumerable<SelectListItem> Kinds =>
    [
        ChooseOne, .. OrganisationKinds.OfTheParty.Select(kind => new SelectListItem(Names[$"OrganisationKind.{kind}"], kind.ToString())),
    ];

    public IEnumerable<SelectListItem> Parents =>
    [
        new(T["NoneYet"], string.Empty),
        .. View.Parents.Select(p => new SelectListItem($"{p.Name} · {Names[$"OrganisationKind.{p.Kind}"]}", p.Id.ToString())),
    ];

    public IEnumerable<SelectListItem> Bodies => [new(T["WithoutBody"], string.Empty), .. View.Bodies.Select(b => new SelectListItem(b.Name, b.Id.ToString()))];

    public async Task<IActionResult> OnGet()
    {
        if (!await Show())
        {
            return NotFound();
        }

        Input = new() { PlaceCode = View.Place.Code };
        await TakeBackParkedForm(Input, nameof(Input));
        return Page();
    }

    public async Task<IActionResult> OnPost()
    {
        if (!await Show())
        {
            return NotFound();
        }

        if (!ModelState.IsValid)
        {
            return Page();
        }

        var made = await Get<FoundPartyOrganisation>().Execute(Input, Context(), Cancel);
        if (!made.Succeeded(out var id))
        {
            return RefuseOrNotFound(made.Refusals);
        }

        Say(T["Founded"]);
        return Redirect($"/registry/party/organisations/{id}");
    }

    private async Task<bool> Show()
    {
        if (await Get<FoundingChoices>().Execute(string.IsNullOrEmpty(At) ? null : At, Actor, Cancel) is not { } view)
        {
            return false;
        }

        View = view;
        return true;
    }
}
