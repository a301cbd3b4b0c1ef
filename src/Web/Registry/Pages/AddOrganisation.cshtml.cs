using Linli.Domain.Registry;
using Linli.Web.Platform.Access;
using Microsoft.AspNetCore.Mvc;

namespace Linli.Web.Registry.Pages;

/// <summary>Registers an organisation.</summary>
[Needs(Permission.ManageRegistry)]
public sealed class AddOrganisationModel : RegistryPage
{
    [BindProperty]
    public OrganisationInput Input { get; set; } = new();

    public Task OnGet() => TakeBackParkedForm(Input, nameof(Input));

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
