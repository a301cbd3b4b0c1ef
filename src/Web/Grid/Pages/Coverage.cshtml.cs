using Linli.Domain.Grid;
using Linli.Domain.Registry;
using Linli.Web.Grid.Coverage;
using Linli.Web.Platform.Access;
using Microsoft.AspNetCore.Mvc;

namespace Linli.Web.Grid.Pages;

/// <summary>网格与楼栋长: how far households are looked after, each figure with its list.</summary>
[Needs(Permission.ManageGrid | Permission.ViewOverview)]
public sealed class CoverageModel : GridPageModel
{
    [BindProperty(SupportsGet = true)]
    public string? Place { get; set; }

    [BindProperty(SupportsGet = true)]
    public LeaderRole Role { get; set; }

    public CoverageView View { get; private set; } = null!;

    public bool MayKeepCare => Actor.May(Permission.KeepCareMarks);

    public async Task<IActionResult> OnGet()
    {
        if (await Get<ShowCoverage>().Execute(Place, Role, Actor, Cancel) is not { } view)
        {
            return NotFound();
        }

        View = view;
        return Page();
    }
}
