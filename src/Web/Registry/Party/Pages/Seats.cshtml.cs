using Linli.Domain.Registry;
using Linli.Web.Platform.Access;
using Microsoft.AspNetCore.Mvc;

namespace Linli.Web.Registry.Party.Pages;

/// <summary>Who sits where in a compound or a community: organisations as columns, people as rows.</summary>
[Needs(Permission.ViewRegistry)]
public sealed class SeatsModel : PartyPage
{
    public SeatsView View { get; private set; } = null!;

    public async Task<IActionResult> OnGet(string code)
    {
        if (await Get<ShowSeats>().Execute(code, Actor, Cancel) is not { } view)
        {
            return NotFound();
        }

        View = view;
        return Page();
    }
}
