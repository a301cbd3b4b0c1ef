using Linli.Domain.Registry;
using Linli.Web.Grid.Members;
using Linli.Web.Platform.Access;
using Microsoft.AspNetCore.Mvc;

namespace Linli.Web.Grid.Pages;

/// <summary>Organisations that reported to a community.</summary>
[Needs(Permission.ManageGrid)]
public sealed class UnitReportsModel : GridPageModel
{
    [BindProperty]
    public UnitReportInput Input { get; set; } = new();

    public GridPlace Place { get; private set; } = null!;

    public IReadOnlyList<UnitReportRow> Rows { get; private set; } = [];

    public async Task<IActionResult> OnGet(string code) => await Show(code) ? Page() : NotFound();

    public async Task<IActionResult> OnPost(string code) => !await Show(code) ? NotFound()
        : !ModelState.IsValid ? Page()
        : After(await Get<ReportUnit>().Execute(code, Input, Context(), Cancel), T["UnitReported"], $"/grid/places/{code}/unit-reports");

    private async Task<bool> Show(string code)
    {
        if (await Get<GridPlaces>().Find(code, Actor, Permission.ManageGrid, Cancel) is not { } place)
        {
            return false;
        }

        (Place, Rows) = (place, await Get<ListUnitReports>().Execute(code, Actor, Cancel) ?? []);
        return true;
    }
}
