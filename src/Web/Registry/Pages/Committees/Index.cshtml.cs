using Linli.Domain.Kernel;
using Linli.Domain.Registry;
using Linli.Web.Platform.Access;
using Linli.Web.Registry.Committees;
using Microsoft.AspNetCore.Mvc;

namespace Linli.Web.Registry.Pages.Committees;

/// <summary>Coverage of a place with committees, and what is next in each compound.</summary>
[Needs(Permission.ViewRegistry)]
public sealed class CommitteesModel : CommitteePage
{
    [BindProperty(SupportsGet = true)]
    public string? Place { get; set; }

    [BindProperty(SupportsGet = true)]
    public Standing? Standing { get; set; }

    [BindProperty(SupportsGet = true), FromQuery(Name = "at")]
    public int At { get; set; } = 1;

    public CoverageView View { get; private set; } = null!;

    /// <summary>The profile that holds at the place.</summary>
    public string ProfileId { get; private set; } = string.Empty;

    public async Task<IActionResult> OnGet()
    {
        if (await Get<ShowCoverage>().Execute(Place, Standing, At, Actor, Cancel) is not { } view)
        {
            return NotFound();
        }

        View = view;
        ProfileId = Get<ListRules>().At(view.Place.Code, ChinaTime.DayOf(Get<TimeProvider>().GetUtcNow())).Id;
        return Page();
    }
}
