using Linli.Domain.Registry;
using Linli.Web.Grid.Members;
using Linli.Web.Platform.Access;
using Microsoft.AspNetCore.Mvc;

namespace Linli.Web.Grid.Pages;

/// <summary>A branch registers a member who has a household in the compound.</summary>
[Needs(Permission.ManageGrid)]
public sealed class RegisterForModel : GridPageModel
{
    [BindProperty]
    public MemberInput Input { get; set; } = new();

    public GridPlace Compound { get; private set; } = null!;

    public async Task<IActionResult> OnGet(string code)
    {
        if (!await Show(code))
        {
            return NotFound();
        }

        await TakeBackParkedForm(Input, nameof(Input));
        return Page();
    }

    public async Task<IActionResult> OnPost(string code) => !await Show(code) ? NotFound()
        : !ModelState.IsValid ? Page()
        : After(await Get<RegisterMember>().Execute(code, Input, Context(), Cancel), T["RegisteredNow"], $"/grid/members?place={code}");

    private async Task<bool> Show(string code)
    {
        if (await Get<GridPlaces>().Compound(code, Actor, Permission.ManageGrid, Cancel) is not { } compound)
        {
            return false;
        }

        Compound = compound;
        return true;
    }
}
