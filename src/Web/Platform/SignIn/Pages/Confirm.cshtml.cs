using Linli.Domain.Registry;
using Linli.Web.Platform.Access;
using Linli.Web.Platform.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.Extensions.Localization;

namespace Linli.Web.Platform.SignIn.Pages;

/// <summary>A code to the own number, before something that a borrowed phone must not be able to do.</summary>
[Needs(Permission.None), EnableRateLimiting(SignInModule.RateLimit)]
internal sealed class ConfirmModel(ConfirmItIsMe confirm, IStringLocalizer<SignInTexts> texts) : LinliPage
{
    [BindProperty]
    public SignInForm Input { get; set; } = new();

    [BindProperty(SupportsGet = true, Name = "returnUrl")]
    public string? Return { get; set; }

    /// <summary>The own number, masked, once a code was sent to it.</summary>
    [BindProperty(Name = "sentTo")]
    public string? SentTo { get; set; }

    public string Next => ReturnUrl.Own(Return);

    public void OnGet()
    {
    }

    public async Task<IActionResult> OnPostAsync()
    {
        var sent = await confirm.Send(Actor, Cancel);
        if (!sent.Succeeded(out var number))
        {
            return Refuse([.. sent.Refusals]);
        }

        SentTo = number;
        return Page();
    }

    public async Task<IActionResult> OnPostCodeAsync()
    {
        var confirmed = await confirm.Confirm(Actor, Input.Code, Cancel);
        if (confirmed.IsRefused)
        {
            return Refuse(confirmed.Refusals);
        }

        Say(texts["Confirmed"]);
        return LocalRedirect(Next);
    }
}
