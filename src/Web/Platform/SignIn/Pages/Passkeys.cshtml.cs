using Linli.Domain.Registry;
using Linli.Web.Platform.Access;
using Linli.Web.Platform.Http;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;

namespace Linli.Web.Platform.SignIn.Pages;

[Needs(Permission.None)]
internal sealed class PasskeysModel(Passkeys passkeys, IStringLocalizer<SignInTexts> texts) : LinliPage
{
    [BindProperty]
    public PasskeyForm Input { get; set; } = new();

    public IReadOnlyList<UserPasskeyInfo> Kept { get; private set; } = [];

    public Task OnGetAsync() => Show();

    public async Task<IActionResult> OnPostAsync(string? credential)
    {
        var added = await passkeys.Add(credential, Input.Name, Context(), Cancel);
        if (added.IsRefused)
        {
            await Show();
            return Refuse(added.Refusals);
        }

        Say(texts["PasskeyAdded"]);
        return RedirectToPage();
    }

    public async Task<IActionResult> OnPostRemoveAsync(string? id)
    {
        var removed = await passkeys.Remove(id, Context(), Cancel);
        if (removed.IsRefused)
        {
            await Show();
            return RefuseOrNotFound(removed.Refusals);
        }

        Say(texts["PasskeyRemoved"]);
        return RedirectToPage();
    }

    private async Task Show() => Kept = await passkeys.Of(Actor, Cancel);
}

/// <summary>What a new passkey is called.</summary>
internal sealed class PasskeyForm
{
    public string? Name { get; set; }
}
