using Linli.Domain.Registry;
using Linli.Web.Platform.Access;
using Microsoft.AspNetCore.Mvc;

namespace Linli.Web.Registry.Party.Pages;

/// <summary>What the Party's organisations cover: part, whole, and the way to what they do not.</summary>
[Needs(Permission.ViewRegistry)]
public sealed class CoverageModel : PartyPage
{
    public CoverageView View { get; private set; } = null!;

    public bool SeesMembers => Actor.May(Permission.ViewPartyMembers);

    public async Task<IActionResult> OnGet(string? code)
    {
        if (await Get<ShowCoverage>().Execute(code, Actor, Cancel) is not { } view)
        {
            return NotFound();
        }

        View = view;
        return Page();
    }
}
