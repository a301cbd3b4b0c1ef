using Linli.Domain.Registry;
using Linli.Web.Platform.Access;
using Microsoft.AspNetCore.Mvc;

namespace Linli.Web.Registry.Party.Pages;

/// <summary>The list behind a figure of coverage.</summary>
[Needs(Permission.ViewRegistry)]
public sealed class CoverageListModel : PartyPage
{
    public CoverageList View { get; private set; } = null!;

    [BindProperty(SupportsGet = true)]
    public bool Covered { get; set; }

    [BindProperty(SupportsGet = true), FromQuery(Name = "page")]
    public int At { get; set; } = 1;

    public async Task<IActionResult> OnGet(string code, string measure)
    {
        if (!Enum.TryParse<CoverageMeasure>(measure, out var known)
            || await Get<ListCoverage>().Execute(code, known, Covered, At, Actor, Cancel) is not { } view)
        {
            return NotFound();
        }

        View = view;
        return Page();
    }
}
