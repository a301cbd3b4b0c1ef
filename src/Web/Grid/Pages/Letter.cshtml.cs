using Linli.Domain.Registry;
using Linli.Web.Grid.Members;
using Linli.Web.Platform.Access;
using Microsoft.AspNetCore.Mvc;

namespace Linli.Web.Grid.Pages;

/// <summary>A letter to a member's unit, made to be printed.</summary>
[Needs(Permission.ManageGrid)]
public sealed class LetterModel : GridPageModel
{
    public LetterView View { get; private set; } = null!;

    public async Task<IActionResult> OnGet(Guid id)
    {
        if (await Get<ShowMember>().Letter(id, Actor, Cancel) is not { } view)
        {
            return NotFound();
        }

        View = view;
        return Page();
    }
}
