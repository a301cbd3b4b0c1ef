using Linli.Domain.Registry;
using Linli.Web.Platform.Access;
using Linli.Web.Platform.Http;
using Linli.Web.Platform.SignIn;
using Linli.Web.Registry.Privacy.MyData;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.Extensions.Localization;

namespace Linli.Web.Registry.Privacy.Pages;

/// <summary>Changing the own number: the old one proves who asks, a code to the new one that it is the person's.</summary>
[Needs(Permission.None), EnableRateLimiting(SignInModule.RateLimit)]
internal sealed class PhoneModel(ChangeOwnPhone change, ConfirmItIsMe confirm, MyAccount account, IStringLocalizer<PrivacyTexts> texts) : LinliPage
{
    [BindProperty]
    public PhoneForm Input { get; set; } = new();

    /// <summary>The new number, masked, once a code was sent to it.</summary>
    [BindProperty(Name = "sentTo")]
    public string? SentTo { get; set; }

    /// <summary>Whether the session was confirmed just now, or there is no number yet to confirm it with.</summary>
    public bool MayChange { get; private set; }

    public Task OnGetAsync() => Show();

    public async Task<IActionResult> OnPostAsync()
    {
        await Show();
        if (!ModelState.IsValid)
        {
            return Page();
        }

        var sent = MayChange ? await change.SendCode(new NewNumberInput { PhoneNumber = Input.PhoneNumber }, Context(), Cancel) : new ConfirmFirst();
        if (!sent.Succeeded(out var number))
        {
            return Refuse(sent.Refusals);
        }

        SentTo = number;
        return Page();
    }

    public async Task<IActionResult> OnPostCodeAsync()
    {
        if (!ModelState.IsValid)
        {
            await Show();
            return Page();
        }

        var changed = await change.Execute(new OwnPhoneInput { PhoneNumber = Input.PhoneNumber, Code = Input.Code }, Context(), Cancel);
        if (changed.IsRefused)
        {
            await Show();
            return Refuse(changed.Refusals);
        }

        Say(texts["Phone.Changed"]);
        return LocalRedirect("/me/privacy");
    }

    private async Task Show() => MayChange = (await account.Of(Actor, Cancel)).PhoneMasked is null || await confirm.IsFresh(Actor, Cancel);
}

/// <summary>What is typed to change the own number.</summary>
internal sealed class PhoneForm
{
    public string? PhoneNumber { get; set; }

    public string? Code { get; set; }
}
