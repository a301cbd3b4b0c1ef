using Linli.Domain.Kernel;
using Linli.Domain.Registry;
using Linli.Web.Platform.Access;
using Linli.Web.Platform.Changes;
using Linli.Web.Platform.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;

namespace Linli.Web.Platform.SignIn.Pages;

/// <summary>Somebody's account: what is open, and the two things that may be done about it, each with its reason.</summary>
[Needs(Permission.ManageAccounts)]
internal sealed class AccountModel(FindAccounts accounts, IStringLocalizer<SignInTexts> texts) : LinliPage
{
    public AccountView View { get; private set; } = null!;

    [BindProperty]
    public AccountForm Input { get; set; } = new();

    public async Task<IActionResult> OnGetAsync(Guid id) => await Show(id) ? Page() : NotFound();

    public Task<IActionResult> OnPostUnlockAsync(Guid id, [FromServices] UnlockAccount act) =>
        Do(id, "AccountUnlocked", (input, context) => act.Execute(id, input, context, Cancel));

    public Task<IActionResult> OnPostEndAsync(Guid id, [FromServices] EndAccess act) =>
        Do(id, "AccessEnded", (input, context) => act.Execute(id, input, context, Cancel));

    private async Task<IActionResult> Do(Guid id, string said, Func<AccountActInput, ProcessContext, Task<Outcome<Done>>> act)
    {
        if (!await Show(id))
        {
            return NotFound();
        }

        return After(await act(new AccountActInput { Reason = Input.Reason }, Context()), texts[said, View.Name], $"/accounts/{id}");
    }

    private async Task<bool> Show(Guid id)
    {
        if (!(await accounts.One(id, Actor, Cancel)).Succeeded(out var view))
        {
            return false;
        }

        View = view;
        return true;
    }
}

/// <summary>Why the account is touched.</summary>
internal sealed class AccountForm
{
    public string? Reason { get; set; }
}
