using Linli.Domain.Registry;
using Linli.Web.Platform.Access;
using Linli.Web.Platform.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;

namespace Linli.Web.Platform.SignIn.Pages;

[Needs(Permission.None)]
internal sealed class PasswordModel(ChangePassword change, Sessions sessions, MyAccount account, IStringLocalizer<SignInTexts> texts) : LinliPage
{
    [BindProperty]
    public PasswordForm Input { get; set; } = new();

    public bool HasPassword { get; private set; }

    /// <summary>Whether the current password is asked for; a code just received does instead, for those who forgot it.</summary>
    public bool AsksCurrent { get; private set; }

    public Task OnGetAsync() => Show();

    public async Task<IActionResult> OnPostAsync()
    {
        var input = new ChangePassword.Input { Current = Input.Current, Password = Input.Password };
        var changed = await change.Execute(input, Context(), Cancel);
        if (changed.IsRefused)
        {
            await Show();
            return Refuse(changed.Refusals);
        }

        Say(texts["PasswordIsSet"]);
        return LocalRedirect("/me");
    }

    private async Task Show()
    {
        HasPassword = (await account.Of(Actor, Cancel)).HasPassword;
        AsksCurrent = HasPassword && !await sessions.HasFreshCode(Actor, Cancel);
    }
}

/// <summary>What is typed to set or change a password.</summary>
internal sealed class PasswordForm
{
    public string? Current { get; set; }

    public string? Password { get; set; }
}
