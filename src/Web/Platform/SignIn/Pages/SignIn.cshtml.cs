using System.Globalization;
using Linli.Domain.Registry;
using Linli.Web.Demo.Contract;
using Linli.Web.Platform.Access;
using Linli.Web.Platform.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;

namespace Linli.Web.Platform.SignIn.Pages;

/// <summary>Phone number, then code. The number is kept between the two in a protected cookie, so that a reload loses nothing.</summary>
[OpenToAll, EnableRateLimiting(SignInModule.RateLimit)]
internal sealed class SignInModel(SignInCodes codes, SignInFlow flow, IDemoPersons demo, CurrentActor current, TimeProvider clock) : LinliPage
{
    private const string NumberNote = "SignIn.Number";
    private const string SentNote = "SignIn.Sent";

    [BindProperty]
    public SignInForm Input { get; set; } = new();

    [BindProperty(SupportsGet = true, Name = "returnUrl")]
    public string? Return { get; set; }

    public string Next => ReturnUrl.Own(Return);

    /// <summary>The number that a code was sent to, masked; null while the number is still asked for.</summary>
    public string? SentTo { get; private set; }

    /// <summary>Seconds until another code may be asked for.</summary>
    public int Wait { get; private set; }

    public string? SignedInAs => current.Actor?.Name;

    public IReadOnlyList<DemoPerson> DemoPersons { get; private set; } = [];

    public async Task OnGetAsync(bool again)
    {
        if (again)
        {
            Forget();
        }

        await Show();
    }

    /// <summary>Sends a code to the number typed, or once more to the number kept.</summary>
    public async Task<IActionResult> OnPostAsync()
    {
        var phone = PhoneNumber.Parse(Input.PhoneNumber ?? TempData.Peek(NumberNote) as string);
        var sent = phone.IsRefused ? phone.Refusals : (await codes.Send(phone.Value, Cancel)).Refusals;
        if (sent is [] || (sent is [CodeWasSentJustNow] && IsKept(phone.Value)))
        {
            if (sent is [])
            {
                TempData[NumberNote] = phone.Value.Digits;
                TempData[SentNote] = clock.GetUtcNow().ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);
            }

            return LocalRedirect(ReturnUrl.Via("/sign-in", Next));
        }

        await Show();
        return Refuse(sent);
    }

    public async Task<IActionResult> OnPostCodeAsync()
    {
        var phone = PhoneNumber.Parse(TempData.Peek(NumberNote) as string);
        if (phone.IsRefused)
        {
            // The cookie is gone, for example after the browser was closed: the number is asked for again.
            return LocalRedirect(ReturnUrl.Via("/sign-in", Next));
        }

        var person = await codes.Redeem(phone.Value, Input.Code, Cancel);
        if (person.IsRefused)
        {
            await Show();
            return Refuse(person.Refusals);
        }

        Forget();
        return await flow.EnterPage(HttpContext, person.Value, SignInWay.Code, Next);
    }

    private bool IsKept(PhoneNumber phone) => TempData.Peek(NumberNote) as string == phone.Digits;

    private void Forget()
    {
        TempData.Remove(NumberNote);
        TempData.Remove(SentNote);
    }

    private async Task Show()
    {
        if (PhoneNumber.TryParse(TempData.Peek(NumberNote) as string, out var phone)
            && long.TryParse(TempData.Peek(SentNote) as string, NumberStyles.None, CultureInfo.InvariantCulture, out var seconds))
        {
            var since = clock.GetUtcNow() - DateTimeOffset.FromUnixTimeSeconds(seconds);
            SentTo = since < SignInCodes.Life ? phone.Masked : null;
            Wait = Math.Max(0, (int)Math.Ceiling((SignInCodes.Pause - since).TotalSeconds));
        }

        DemoPersons = SentTo is null ? await demo.List(Cancel) : [];
    }
}

/// <summary>What is typed on the sign-in pages.</summary>
internal sealed class SignInForm
{
    public string? PhoneNumber { get; set; }

    public string? Code { get; set; }

    public string? Password { get; set; }
}
