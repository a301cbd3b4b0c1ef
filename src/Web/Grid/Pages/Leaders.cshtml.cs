using Linli.Domain.Registry;
using Linli.Web.Grid.Leaders;
using Linli.Web.Platform.Access;
using Microsoft.AspNetCore.Mvc;

namespace Linli.Web.Grid.Pages;

/// <summary>Captains, grid leaders and hand-overs of a compound.</summary>
[Needs(Permission.ManageGrid)]
public sealed class LeadersModel : GridPageModel
{
    public CompoundLeaders View { get; private set; } = null!;

    public async Task<IActionResult> OnGet(string code)
    {
        if (await Get<ShowLeaders>().Execute(code, Actor, Cancel) is not { } view)
        {
            return NotFound();
        }

        View = view;
        return Page();
    }
}
