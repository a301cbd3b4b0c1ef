using Linli.Domain.Registry;
using Linli.Web.Grid.Members;
using Linli.Web.Platform.Access;
using Microsoft.AspNetCore.Mvc;

namespace Linli.Web.Grid.Pages;

/// <summary>The positions that a community or a compound's branch keeps.</summary>
[Needs(Permission.ManageGrid)]
public sealed class PositionsModel : GridPageModel
{
    [BindProperty]
    public PositionInput Input { get; set; } = new();

    public GridPlace Place { get; private set; } = null!;

    public IReadOnlyList<PositionRow> Rows { get; private set; } = [];

    public async Task<IActionResult> OnGet(string code) => await Show(code) ? Page() : NotFound();

    public async Task<IActionResult> OnPostOpen(string code) => !await Show(code) ? NotFound()
        : !ModelState.IsValid ? Page()
        : After(await Get<OpenPosition>().Execute(code, Input, Context(), Cancel), T["PositionOpened"], $"/grid/places/{code}/positions");

    public async Task<IActionResult> OnPostClose(string code, Guid position) => !await Show(code) ? NotFound()
        : After(await Get<ClosePosition>().Execute(position, Context(), Cancel), T["PositionClosed"], $"/grid/places/{code}/positions");

    private async Task<bool> Show(string code)
    {
        if (await Get<GridPlaces>().Find(code, Actor, Permission.ManageGrid, Cancel) is not { } place)
        {
            return false;
        }

        (Place, Rows) = (place, await Get<ListPositions>().Execute(code, Actor, Cancel) ?? []);
        return true;
    }
}
