using Linli.Domain.Registry;
using Linli.Web.Platform.Access;
using Linli.Web.Registry.Queries;
using Linli.Web.Registry.Store;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace Linli.Web.Registry.Pages;

/// <summary>A unit: areas, owners, residents; ends what no longer holds.</summary>
[Needs(Permission.ViewRegistry)]
public sealed class UnitModel : RegistryPage
{
    public UnitView View { get; private set; } = null!;

    /// <summary>It is a household of the actor's area, whose consents and care marks the actor may keep.</summary>
    public bool MayKeepCare => Actor.May(Permission.KeepCareMarks) && View is { Kind: UnitKind.Dwelling, Delivery: Delivery.Delivered };

    /// <summary>What is ended: "owner:" or "resident:" and the id of the record.</summary>
    [BindProperty]
    public string? Ending { get; set; }

    [BindProperty]
    public EndInput Input { get; set; } = new();

    /// <summary>What still holds and may be ended.</summary>
    public IReadOnlyList<SelectListItem> Endable { get; private set; } = [];

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

        var parts = (Ending ?? string.Empty).Split(':');
        if (parts.Length != 2 || !Guid.TryParse(parts[1], out var id))
        {
            return Refuse([new ChoiceIsMissing(nameof(Ending))], prefix: string.Empty);
        }

        var done = parts[0] == "owner"
            ? await Get<EndOwnership>().Execute(id, Input, Context(), Cancel)
            : await Get<EndResidency>().Execute(id, Input, Context(), Cancel);
        if (done.IsRefused)
        {
            return RefuseOrNotFound(done.Refusals);
        }

        Say(T["Ended"]);
        return Redirect($"/registry/units/{code}");
    }

    private async Task<bool> Show(string code)
    {
        if (await Get<ShowUnit>().Execute(code, Actor, Cancel) is not { } view)
        {
            return false;
        }

        View = view;
        Endable =
        [
            .. (view.Owners ?? []).Where(o => !o.IsPast).Select(o => new SelectListItem(T["OwnerNamed", o.Name ?? T["OnlyStored"].Value], $"owner:{o.Id}")),
            .. (view.Residents ?? []).Where(r => !r.IsPast).Select(r => new SelectListItem(T["ResidentNamed", r.Name ?? T["OnlyStored"].Value], $"resident:{r.Id}")),
        ];
        return true;
    }
}
