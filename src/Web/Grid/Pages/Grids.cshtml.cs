using Linli.Domain.Grid;
using Linli.Domain.Registry;
using Linli.Web.Grid.Grids;
using Linli.Web.Grid.Leaders;
using Linli.Web.Platform.Access;
using Linli.Web.Platform.Look;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace Linli.Web.Grid.Pages;

/// <summary>The grids of a place, and a new one.</summary>
[Needs(Permission.ManageGrid)]
public sealed class GridsModel : GridPageModel
{
    [BindProperty(SupportsGet = true, Name = "place")]
    public string? PlaceCode { get; set; }

    [BindProperty]
    public DrawInput Input { get; set; } = new();

    public GridPlace Place { get; private set; } = null!;

    public IReadOnlyList<GridRow> Rows { get; private set; } = [];

    public IReadOnlyList<SelectListItem> Kinds { get; private set; } = [];

    public IReadOnlyList<SelectListItem> Parents { get; private set; } = [];

    /// <summary>Buildings and entrances of a compound.</summary>
    public IReadOnlyList<PickOption> Parts { get; private set; } = [];

    public async Task<IActionResult> OnGet() => await Show() ? Page() : NotFound();

    public async Task<IActionResult> OnPost() => !await Show() ? NotFound()
        : !ModelState.IsValid ? Page()
        : After(await Get<DrawGrid>().Execute(Place.Code, Input, Context(), Cancel), T["GridDrawn"], $"/grid/grids?place={Place.Code}");

    private async Task<bool> Show()
    {
        if (await Get<ShowGrids>().Execute(PlaceCode, Actor, Cancel) is not { } found)
        {
            return false;
        }

        (Place, Rows) = found;
        Kinds = Choices(Enum.GetValues<GridKind>(), k => k.ToString(), k => T[$"GridKind.{k}"]);
        Parents = Choices(found.Rows.Where(g => g.Kind is GridKind.General or GridKind.Standard && !g.HasEnded), g => g.Id.ToString(), g => g.Name);
        Parts = Place.Kind == PlaceKind.Compound && await Get<ShowLeaders>().Execute(Place.Code, Actor, Cancel) is { } compound
            ? [.. compound.Buildings.Select(b => new PickOption(b.Code, b.Name, null, T["HouseholdsCount", b.Households]))] : [];
        return true;
    }
}
