using Linli.Domain.Registry;
using Linli.Web.Grid.Households;
using Linli.Web.Grid.Leaders;
using Linli.Web.Platform.Access;
using Microsoft.AspNetCore.Mvc;

namespace Linli.Web.Grid.Pages;

/// <summary>我联系的住户.</summary>
[Needs(Permission.LookAfterHouseholds)]
public sealed class MyHouseholdsModel : GridPageModel
{
    [BindProperty(SupportsGet = true)]
    public string? Text { get; set; }

    [BindProperty(SupportsGet = true), FromQuery(Name = "at")]
    public int At { get; set; } = 1;

    [BindProperty]
    public OwnContactInput Contact { get; set; } = new() { ContactPhone = null };

    public MyHouseholdsView View { get; private set; } = null!;

    public async Task<IActionResult> OnGet()
    {
        if (!await Show())
        {
            return NotFound();
        }

        Contact = new OwnContactInput { ContactPhone = View.ContactPhone };
        return Page();
    }

    public async Task<IActionResult> OnPostContact() => !await Show() ? NotFound()
        : !ModelState.IsValid ? Page()
        : After(await Get<ChangeOwnContact>().Execute(Contact, Context(), Cancel), T["ContactChanged"], "/grid/households", nameof(Contact));

    private async Task<bool> Show()
    {
        if (await Get<MyHouseholds>().Execute(Text, At, Actor, Cancel) is not { } view)
        {
            return false;
        }

        View = view;
        return true;
    }
}
