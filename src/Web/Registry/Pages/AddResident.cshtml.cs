using Linli.Domain.Registry;
using Linli.Web.Platform.Access;
using Linli.Web.Registry.Queries;
using Microsoft.AspNetCore.Mvc;

namespace Linli.Web.Registry.Pages;

/// <summary>Records who lives in a unit.</summary>
[Needs(Permission.ManageRegistry)]
public sealed class AddResidentModel : RegistryPage
{
    [BindProperty]
    public ResidencyInput Input { get; set; } = new();

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

        var made = await Get<RecordResidency>().Execute(code, Input, Context(), Cancel);
        if (made.IsRefused)
        {
            return RefuseOrNotFound(made.Refusals);
        }

        Say(T["ResidentAdded"]);
        return Redirect($"/registry/units/{code}");
    }

    private async Task<bool> Show(string code)
    {
        var label = await Get<FormChoices>().UnitLabel(code, Actor, Cancel);
        Code = code;
        Title = T["AddResidentTo", label ?? string.Empty];
        return label is not null;
    }
}
