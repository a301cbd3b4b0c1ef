using Linli.Domain.Registry;
using Linli.Web.Platform.Access;
using Linli.Web.Registry.Queries;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace Linli.Web.Registry.Pages;

/// <summary>A compound: facts, who serves it, its units.</summary>
[Needs(Permission.ViewRegistry)]
public sealed class CompoundModel : RegistryPage
{
    public CompoundView View { get; private set; } = null!;

    public PageOf<UnitRow> Units { get; private set; } = null!;

    public int AllUnits { get; private set; }

    /// <summary>Code of the building or entrance to which the list is narrowed.</summary>
    [BindProperty(SupportsGet = true)]
    public string? Place { get; set; }

    [BindProperty(SupportsGet = true), FromQuery(Name = "page")]
    public int At { get; set; } = 1;

    /// <summary>The service to be ended, and its last day.</summary>
    [BindProperty]
    public EndServiceInput Input { get; set; } = new();

    public IEnumerable<SelectListItem> Serving =>
        [ChooseOne, .. View.Organisations.Where(o => o.ServesSince is not null).Select(o => new SelectListItem(o.Name, o.Id.ToString()))];

    public async Task<IActionResult> OnPostEndService(string code)
    {
        if (await OnGet(code) is NotFoundResult missing)
        {
            return missing;
        }

        if (!ModelState.IsValid)
        {
            return Page();
        }

        return After(await Get<EndService>().Execute(code, Input, Context(), Cancel), T["Ended"], $"/registry/compounds/{code}");
    }

    public async Task<IActionResult> OnGet(string code)
    {
        if (await Get<ShowCompound>().Execute(code, Actor, Cancel) is not { } view
            || await Get<ListUnits>().Execute(code, Place, At, Actor, Cancel) is not { } units)
        {
            return NotFound();
        }

        View = view;
        Units = units;
        AllUnits = string.IsNullOrEmpty(Place) ? units.Total : (await Get<ListUnits>().Execute(code, null, 1, Actor, Cancel))!.Total;
        return Page();
    }
}
