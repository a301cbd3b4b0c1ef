using Linli.Domain.Registry;
using Linli.Web.Platform.Access;
using Linli.Web.Registry.Committees;
using Microsoft.AspNetCore.Mvc;

namespace Linli.Web.Registry.Pages.Committees;

/// <summary>The committee of the own compound, for its owners and residents.</summary>
[Needs(Permission.ViewOwnTickets)]
public sealed class MyCommitteeModel : CommitteePage
{
    public MyCommitteeView View { get; private set; } = null!;

    public async Task<IActionResult> OnGet()
    {
        if (await Get<ShowMyCommittee>().Execute(Actor, Cancel) is not { } view)
        {
            return Redirect("/capacity");
        }

        View = view;
        return Page();
    }
}
