using Linli.Domain.Registry;
using Linli.Web.Grid.Members;
using Linli.Web.Platform.Access;
using Microsoft.AspNetCore.Mvc;

namespace Linli.Web.Grid.Pages;

/// <summary>Says why recorded hours are not accepted.</summary>
[Needs(Permission.ManageGrid)]
public sealed class RefuseModel : GridPageModel
{
    [BindProperty]
    public DecisionInput Decision { get; set; } = new();

    public ServiceRow Row { get; private set; } = null!;

    public async Task<IActionResult> OnGet(Guid id) => await Show(id) ? Page() : NotFound();

    public async Task<IActionResult> OnPost(Guid id) => !await Show(id) ? NotFound()
        : After(
            await Get<DecideService>().Execute(id, Decision with { Accept = false }, Context(), Cancel), nameof(Decision), "Decided", $"/grid/members/{Row.RegistrationId}");

    private async Task<bool> Show(Guid id)
    {
        if (await Get<ShowMember>().OneService(id, Actor, Cancel) is not { } found)
        {
            return false;
        }

        Row = found;
        return true;
    }
}
