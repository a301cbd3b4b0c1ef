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
        : After(await Get<DrawGrid>().Execute(Place.Code, Input, Context(), Cancel), nameof(Input), "GridDrawn", $"/grid/grids?place={Place.Code}");

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

/// <summary>One grid: its parts, split, merge.</summary>
[Needs(Permission.ManageGrid)]
public sealed class GridModel : GridPageModel
{
    [BindProperty]
    public SplitInput Split { get; set; } = new();

    [BindProperty]
    public MergeInput Merge { get; set; } = new();

    public GridView View { get; private set; } = null!;

    public IReadOnlyList<PickOption> Parts { get; private set; } = [];

    public IReadOnlyList<SelectListItem> Siblings { get; private set; } = [];

    public async Task<IActionResult> OnGet(Guid id) => await Show(id) ? Page() : NotFound();

    public async Task<IActionResult> OnPostSplit(Guid id) => !await Show(id) ? NotFound()
        : !ModelState.IsValid ? Page()
        : After(await Get<SplitGrid>().Execute(id, Split, Context(), Cancel), nameof(Split), "GridSplit", $"/grid/grids?place={View.Grid.PlaceCode}");

    public async Task<IActionResult> OnPostMerge(Guid id) => !await Show(id) ? NotFound()
        : !ModelState.IsValid ? Page()
        : After(await Get<MergeGrid>().Execute(id, Merge, Context(), Cancel), nameof(Merge), "GridMerged", $"/grid/grids?place={View.Grid.PlaceCode}");

    private async Task<bool> Show(Guid id)
    {
        if (await Get<ShowGrids>().One(id, Actor, Cancel) is not { } view)
        {
            return false;
        }

        View = view;
        Parts = [.. view.Parts.Select(p => new PickOption(p.Id.ToString(), p.Label, null, T["HouseholdsCount", p.Households]))];
        Siblings = Choices(view.Siblings, g => g.Id.ToString(), g => g.Name);
        return true;
    }
}
