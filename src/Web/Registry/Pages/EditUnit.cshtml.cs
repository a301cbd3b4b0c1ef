using Linli.Domain.Registry;
using Linli.Web.Platform.Access;
using Linli.Web.Registry.Queries;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace Linli.Web.Registry.Pages;

/// <summary>Registers a unit of a compound, or changes one.</summary>
[Needs(Permission.ManageRegistry)]
public sealed class EditUnitModel : RegistryPage
{
    [BindProperty]
    public UnitInput Input { get; set; } = new();

    public string Code { get; private set; } = string.Empty;

    public string Title { get; private set; } = string.Empty;

    public string Back { get; private set; } = string.Empty;

    public IEnumerable<SelectListItem> PlaceChoices { get; private set; } = [];

    public bool IsNew => HttpContext.Request.Path.StartsWithSegments("/registry/compounds");

    public async Task<IActionResult> OnGet(string code)
    {
        if (!await Show(code))
        {
            return NotFound();
        }

        if (!IsNew && await Get<ShowUnit>().Execute(code, Actor, Cancel) is { } now)
        {
            Input = new()
            {
                Kind = now.Kind, Floor = now.Floor, Delivery = now.Delivery, Version = now.Version,
                RegisteredArea = Words.AreaToType(now.RegisteredArea), SurveyedArea = Words.AreaToType(now.SurveyedArea), ContractArea = Words.AreaToType(now.ContractArea),
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
            var made = await Get<AddUnit>().Execute(code, Input, Context(), Cancel);
            return made.Succeeded(out var id)
                ? Saved(await Get<FormChoices>().CodeOfUnit(id, Actor, Cancel))
                : RefuseOrNotFound(made.Refusals);
        }

        var done = await Get<ChangeUnit>().Execute(code, Input, Context(), Cancel);
        return done.IsRefused ? RefuseOrNotFound(done.Refusals) : Saved(code);
    }

    private RedirectResult Saved(string code)
    {
        Say(T["Saved"]);
        return Redirect($"/registry/units/{code}");
    }

    private async Task<bool> Show(string code)
    {
        Code = code;
        if (!IsNew)
        {
            var label = await Get<FormChoices>().UnitLabel(code, Actor, Cancel);
            Title = T["EditUnit", label ?? string.Empty];
            Back = $"/registry/units/{code}";
            return label is not null;
        }

        if (await Get<ShowCompound>().Execute(code, Actor, Cancel) is not { MayManage: true } compound)
        {
            return false;
        }

        Title = T["AddUnitIn", compound.Name];
        Back = $"/registry/compounds/{code}";
        PlaceChoices =
        [
            ChooseOne,
            .. compound.Buildings.SelectMany(b => b.Entrances.Count == 0
                ? [new SelectListItem(b.Name, b.Code)]
                : b.Entrances.Select(e => new SelectListItem(b.Name + e.Name, e.Code))),
        ];
        return true;
    }
}
