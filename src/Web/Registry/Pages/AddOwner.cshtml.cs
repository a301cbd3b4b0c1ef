using Linli.Domain.Registry;
using Linli.Web.Platform.Access;
using Linli.Web.Registry.Queries;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace Linli.Web.Registry.Pages;

/// <summary>Records an owner of a unit.</summary>
[Needs(Permission.ManageRegistry)]
public sealed class AddOwnerModel : RegistryPage
{
    [BindProperty]
    public OwnershipInput Input { get; set; } = new();

    public string Code { get; private set; } = string.Empty;

    public string Title { get; private set; } = string.Empty;

    public IReadOnlyList<SelectListItem> OrganisationChoices { get; private set; } = [];

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

        var made = await Get<RecordOwnership>().Execute(code, Input, Context(), Cancel);
        if (made.IsRefused)
        {
            return RefuseOrNotFound(made.Refusals);
        }

        Say(T["OwnerAdded"]);
        return Redirect($"/registry/units/{code}");
    }

    private async Task<bool> Show(string code)
    {
        var label = await Get<FormChoices>().UnitLabel(code, Actor, Cancel);
        Code = code;
        Title = T["AddOwnerTo", label ?? string.Empty];
        OrganisationChoices =
        [
            new SelectListItem(T["NoOrganisation"], string.Empty),
            .. (await Get<FormChoices>().Owners(Actor, Cancel)).Select(o => new SelectListItem(o.Name, o.Id.ToString())),
        ];
        return label is not null;
    }
}
