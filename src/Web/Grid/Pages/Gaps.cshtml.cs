using Linli.Domain.Grid;
using Linli.Domain.Registry;
using Linli.Web.Grid.Coverage;
using Linli.Web.Platform.Access;
using Microsoft.AspNetCore.Mvc;

namespace Linli.Web.Grid.Pages;

/// <summary>The list behind a figure.</summary>
[Needs(Permission.ManageGrid | Permission.ViewOverview)]
public sealed class GapsModel : GridPageModel
{
    [BindProperty(SupportsGet = true)]
    public string? Place { get; set; }

    [BindProperty(SupportsGet = true)]
    public LeaderRole Role { get; set; }

    [BindProperty(SupportsGet = true)]
    public GapKind Kind { get; set; }

    [BindProperty(SupportsGet = true), FromQuery(Name = "at")]
    public int At { get; set; } = 1;

    public GridPage<GapRow> Gaps { get; private set; } = null!;

    public bool MayManage => Actor.May(Permission.ManageGrid);

    public async Task<IActionResult> OnGet()
    {
        if (await Get<ListGaps>().Execute(Place, Role, Kind, At, Actor, Cancel) is not { } gaps)
        {
            return NotFound();
        }

        Gaps = gaps;
        return Page();
    }
}
