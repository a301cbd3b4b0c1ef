using Linli.Domain.Registry;
using Linli.Web.Platform.Access;
using Linli.Web.Registry.Queries;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace Linli.Web.Registry.Pages;

/// <summary>Records which organisation serves a compound.</summary>
[Needs(Permission.ManageRegistry)]
public sealed class AddServiceModel : RegistryPage
{
    [BindProperty]
    public ServiceInput Input { get; set; } = new();

    public string Code { get; private set; } = string.Empty;

    public string Title { get; private set; } = string.Empty;

    public IReadOnlyList<SelectListItem> OrganisationChoices { get; private set; } = [];

    public async Task<IActionResult> OnGet(string code) => await Show(code) ? Page() : NotFound();

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

        var made = await Get<RecordService>().Execute(code, Input, Context(), Cancel);
        if (made.IsRefused)
        {
            return RefuseOrNotFound(made.Refusals);
        }

        Say(T["Saved"]);
        return Redirect($"/registry/compounds/{code}");
    }

    private async Task<bool> Show(string code)
    {
        var place = await Get<FormChoices>().Place(code, Actor, Cancel);
        Code = code;
        Title = T["AddServiceTo", place?.Name ?? string.Empty];
        OrganisationChoices =
        [
            new SelectListItem(T["ChooseOne"], string.Empty),
            .. (await Get<FormChoices>().Servants(Actor, Cancel)).Select(o => new SelectListItem(o.Name, o.Id.ToString())),
        ];
        return place?.Kind == PlaceKind.Compound;
    }
}
