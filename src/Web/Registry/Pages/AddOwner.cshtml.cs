using Linli.Domain.Registry;
using Linli.Web.Platform.Access;
using Linli.Web.Platform.Store;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;

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
        var db = Get<LinliDb>();
        var found = await db.UnitByCode(code, Actor, Permission.ManageRegistry, Cancel);
        Code = code;
        Title = T["AddOwnerTo", found?.Unit.Label ?? string.Empty];
        // Developers and companies own units; committees and offices do not.
        OrganisationChoices =
        [
            new SelectListItem(T["NoOrganisation"], string.Empty),
            .. await db.Organisations(Actor, Permission.ManageRegistry).Where(o => o.EndedOn == null && o.Kind == OrganisationKind.PropertyCompany)
                .OrderBy(o => o.Name).Take(500).Select(o => new SelectListItem(o.Name, o.Id.ToString())).ToListAsync(Cancel),
        ];
        return found is not null;
    }
}
