using Linli.Domain.Registry;
using Linli.Web.Platform.Access;
using Linli.Web.Registry.Queries;
using Microsoft.AspNetCore.Mvc;

namespace Linli.Web.Registry.Pages;

/// <summary>A person as the registry knows the person; a number is shown whole once, in the answer to the form, and never in an address.</summary>
[Needs(Permission.ViewPeople)]
public sealed class PersonModel : RegistryPage
{
    public PersonView View { get; private set; } = null!;

    [BindProperty]
    public UnmaskInput Input { get; set; } = new();

    /// <summary>The number, in the one answer that shows it.</summary>
    public string? Shown { get; private set; }

    public async Task<IActionResult> OnGet(Guid id) => await Show(id) ? Page() : NotFound();

    public async Task<IActionResult> OnPost(Guid id)
    {
        if (!await Show(id))
        {
            return NotFound();
        }

        if (!ModelState.IsValid)
        {
            return Page();
        }

        var seen = await Get<Unmask>().Execute(id, Input, Context(), Cancel);
        if (!seen.Succeeded(out var number))
        {
            return RefuseOrNotFound(seen.Refusals);
        }

        Shown = number;
        // The next look is another one, with its own reason.
        RequestId = Guid.Empty;
        var field = Input.Field;
        ModelState.Clear();
        Input = new() { Field = field };
        return Page();
    }

    [BindProperty]
    public CorrectionInput Correction { get; set; } = new();

    public async Task<IActionResult> OnPostCorrect(Guid id)
    {
        if (!await Show(id))
        {
            return NotFound();
        }

        if (!ModelState.IsValid)
        {
            return Page();
        }

        return After(await Get<CorrectPerson>().Execute(id, Correction, Context(), Cancel), T["Saved"], $"/registry/people/{id}", nameof(Correction));
    }

    private async Task<bool> Show(Guid id)
    {
        if (await Get<ShowPerson>().Execute(id, Actor, Cancel) is not { } view)
        {
            return false;
        }

        View = view;
        return true;
    }
}
