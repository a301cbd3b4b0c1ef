using Linli.Domain.Registry;
using Linli.Web.Grid.Grids;
using Linli.Web.Platform.Access;
using Linli.Web.Platform.Look;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace Linli.Web.Grid.Pages;

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
        : After(await Get<SplitGrid>().Execute(id, Split, Context(), Cancel), T["GridSplit"], $"/grid/grids?place={View.Grid.PlaceCode}", nameof(Split));

    public async Task<IActionResult> OnPostMerge(Guid id) => !await Show(id) ? NotFound()
        : !ModelState.IsValid ? Page()
        : After(await Get<MergeGrid>().Execute(id, Merge, Context(), Cancel), T["GridMerged"], $"/grid/grids?place={View.Grid.PlaceCode}", nameof(Merge));

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
