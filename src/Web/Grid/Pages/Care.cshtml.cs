using Linli.Domain.Grid;
using Linli.Domain.Registry;
using Linli.Web.Grid.Care;
using Linli.Web.Platform.Access;
using Microsoft.AspNetCore.Mvc;

namespace Linli.Web.Grid.Pages;

/// <summary>关心帮扶: marked households of the area.</summary>
[Needs(Permission.KeepCareMarks)]
public sealed class CareModel : GridPageModel
{
    [BindProperty(SupportsGet = true)]
    public string? Text { get; set; }

    [BindProperty(SupportsGet = true)]
    public CareNeed? Need { get; set; }

    [BindProperty(SupportsGet = true), FromQuery(Name = "at")]
    public int At { get; set; } = 1;

    public GridPage<CareRow> View { get; private set; } = null!;

    public async Task<IActionResult> OnGet()
    {
        if (await Get<ShowCare>().Execute(Text, Need is { } need && Enum.IsDefined(need) ? need : null, At, Actor, Cancel) is not { } view)
        {
            return NotFound();
        }

        View = view;
        return Page();
    }
}
