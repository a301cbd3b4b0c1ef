using Linli.Domain.Registry;
using Linli.Web.Platform.Access;
using Linli.Web.Registry.Queries;
using Microsoft.AspNetCore.Mvc;

namespace Linli.Web.Registry.Pages;

/// <summary>Registers an organisation.</summary>
[Needs(Permission.ManageRegistry)]
public sealed class AddOrganisationModel : RegistryPage
{
    [BindProperty]
    public OrganisationInput Input { get; set; } = new();

    public async Task OnGet()
    {
        // Mostly it is the place one works for; nobody knows its code by heart.
        Input = new() { PlaceCode = (await Get<BrowsePlace>().Execute(null, 1, Actor, Cancel))?.Place.Code };
        await TakeBackParkedForm(Input, nameof(Input));
    }

    public async Task<IActionResult> OnPost()
    {
        if (!ModelState.IsValid)
        {
            return Page();
        }

        var made = await Get<AddOrganisation>().Execute(Input, Context(), Cancel);
        if (!made.Succeeded(out var id))
        {
            return RefuseOrNotFound(made.Refusals);
        }

        Say(T["Saved"]);
        return Redirect($"/registry/organisations/{id}");
    }
}
