using Linli.Domain.Registry;
using Linli.Web.Platform.Access;
using Microsoft.AspNetCore.Mvc;

namespace Linli.Web.Registry.Alliances.Pages;

/// <summary>A year's work of an association as a report that also prints: counts by duty, duties without work, plan, activities.</summary>
[Needs(Permission.ViewRegistry)]
public sealed class YearModel : AlliancesPage
{
    public YearView View { get; private set; } = null!;

    public async Task<IActionResult> OnGet(Guid id, int? year)
    {
        if (await Get<ShowYearOfWork>().Execute(id, year, Actor, Cancel) is not { } view)
        {
            return NotFound();
        }

        View = view;
        return Page();
    }
}
