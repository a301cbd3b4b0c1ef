using Linli.Domain.Registry;
using Linli.Web.Platform.Access;
using Linli.Web.Registry.Queries;
using Microsoft.AspNetCore.Mvc;

namespace Linli.Web.Registry.Pages;

/// <summary>Registers a building with its entrances.</summary>
[Needs(Permission.ManageRegistry)]
public sealed class AddBuildingModel : RegistryPage
{
    [BindProperty]
    public BuildingInput Input { get; set; } = new();

    public string Code { get; private set; } = string.Empty;

    public string Title { get; private set; } = string.Empty;

    public async Task<IActionResult> OnGet(string code)
    {
        if (!await Show(code))
        {
            return NotFound();
        }

        await TakeBackParkedForm(Input, nameof(Input));
        return Page();
    }

    public async Task<IActionResult> OnPost(string code)
    {
        if (!await Show(code))
        {
            return NotFound();
        }

        if (!ModelState.IsValid)
        {
            return Page();
        }

        var made = await Get<AddBuilding>().Execute(code, Input, Context(), Cancel);
        if (made.IsRefused)
        {
            return RefuseOrNotFound(made.Refusals);
        }

        Say(T["BuildingAdded"]);
        return Redirect($"/registry/compounds/{code}");
    }

    private async Task<bool> Show(string code)
    {
        var place = await Get<FormChoices>().Place(code, Actor, Cancel);
        Code = code;
        Title = T["AddBuildingIn", place?.Name ?? string.Empty];
        return place?.Kind == PlaceKind.Compound;
    }
}
