using Linli.Domain.Registry;
using Linli.Web.Platform.Access;
using Linli.Web.Registry.Queries;
using Microsoft.AspNetCore.Mvc;

namespace Linli.Web.Registry.Pages;

/// <summary>Registers a compound in a community, or changes one.</summary>
[Needs(Permission.ManageRegistry)]
public sealed class EditCompoundModel : RegistryPage
{
    [BindProperty]
    public CompoundInput Input { get; set; } = new();

    public string Code { get; private set; } = string.Empty;

    public string Title { get; private set; } = string.Empty;

    public string Back { get; private set; } = string.Empty;

    public IReadOnlyList<PlaceLink> Above { get; private set; } = [];

    private bool IsNew => HttpContext.Request.Path.StartsWithSegments("/registry/places");

    public async Task<IActionResult> OnGet(string code)
    {
        if (!await Show(code))
        {
            return NotFound();
        }

        if (!IsNew && await Get<ShowCompound>().Execute(code, Actor, Cancel) is { } now)
        {
            Input = new()
            {
                Name = now.Name, Type = now.Type, Initials = now.Initials, Households = now.Households, Residents = now.Residents,
                FiguresFrom = now.FiguresFrom, DeliveredOn = now.DeliveredOn, ServicePhone = now.ServicePhone, Version = now.Version,
            };
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

        if (IsNew)
        {
            var made = await Get<AddCompound>().Execute(code, Input, Context(), Cancel);
            return made.Succeeded(out var id) ? Saved(await Get<FormChoices>().CodeOfPlace(id, Actor, Cancel)) : RefuseOrNotFound(made.Refusals);
        }

        var done = await Get<ChangeCompound>().Execute(code, Input, Context(), Cancel);
        return done.IsRefused ? RefuseOrNotFound(done.Refusals) : Saved(code);
    }

    private RedirectResult Saved(string code)
    {
        Say(T["Saved"]);
        return Redirect($"/registry/compounds/{code}");
    }

    private async Task<bool> Show(string code)
    {
        if (await Get<FormChoices>().Place(code, Actor, Cancel) is not { } place
            || place.Kind != (IsNew ? PlaceKind.Community : PlaceKind.Compound))
        {
            return false;
        }

        Code = code;
        Title = IsNew ? T["AddCompoundIn", place.Name] : T["EditCompound", place.Name];
        Back = IsNew ? $"/registry/places/{code}" : $"/registry/compounds/{code}";
        Above = [.. place.Above, .. IsNew ? [new PlaceLink(place.Code, place.Name, place.Kind, true)] : Array.Empty<PlaceLink>()];
        return true;
    }
}
