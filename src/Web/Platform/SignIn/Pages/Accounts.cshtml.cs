using Linli.Domain.Registry;
using Linli.Web.Platform.Access;
using Linli.Web.Platform.Http;
using Microsoft.AspNetCore.Mvc;

namespace Linli.Web.Platform.SignIn.Pages;

/// <summary>Finds the account that somebody asks for help with.</summary>
[Needs(Permission.ManageAccounts)]
internal sealed class AccountsModel(FindAccounts accounts) : LinliPage
{
    [BindProperty(SupportsGet = true, Name = "q")]
    public string? Query { get; set; }

    /// <summary>Null while nothing has been asked.</summary>
    public IReadOnlyList<AccountView>? Found { get; private set; }

    public async Task<IActionResult> OnGetAsync()
    {
        var found = await accounts.Execute(Query, Actor, Cancel);
        if (found.IsRefused)
        {
            return Forbid();
        }

        Found = string.IsNullOrWhiteSpace(Query) ? null : found.Value;
        return Page();
    }
}
