using Linli.Domain.Registry;
using Linli.Web.Platform.Access;
using Linli.Web.Platform.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;

namespace Linli.Web.Platform.SignIn.Pages;

[OpenToAll, EnableRateLimiting(SignInModule.RateLimit)]
internal sealed class PasswordSignInModel(SignInWithPassword signIn, SignInFlow flow) : LinliPage
{
    [BindProperty]
    public SignInForm Input { get; set; } = new();

    [BindProperty(SupportsGet = true, Name = "returnUrl")]
    public string? Return { get; set; }

    public string Next => ReturnUrl.Own(Return);

    /// <summary>A passkey was tried and refused; the other ways stand on this page.</summary>
    [BindProperty(SupportsGet = true, Name = "passkey")]
    public string? Passkey { get; set; }

    public void OnGet()
    {
        if (Passkey == "refused")
        {
            Refuse([new PasskeyDidNotWork()]);
        }
    }

    public async Task<IActionResult> OnPostAsync()
    {
        var phone = PhoneNumber.Parse(Input.PhoneNumber);
        if (phone.IsRefused)
        {
            return Refuse(phone.Refusals);
        }

        var person = await signIn.Check(phone.Value, Input.Password, Cancel);
        return person.IsRefused ? Refuse(person.Refusals) : await flow.EnterPage(HttpContext, person.Value, SignInWay.Password, Next);
    }
}
