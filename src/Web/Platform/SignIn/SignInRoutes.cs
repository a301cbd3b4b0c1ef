using Linli.Domain.Registry;
using Linli.Web.Platform.Access;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Mvc;

namespace Linli.Web.Platform.SignIn;

/// <summary>What the sign-in pages send besides their own forms: signing out, and the two halves of a passkey.</summary>
internal static class SignInRoutes
{
    public static void MapSignInRoutes(this IEndpointRouteBuilder app)
    {
        var routes = app.MapGroup(string.Empty).ExcludeFromDescription();
        routes.MapPost("/sign-out", SignOut).OpenToAll();
        routes.MapPost("/sign-in/passkey/options", OptionsToSignIn).OpenToAll().RequireRateLimiting(SignInModule.RateLimit);
        routes.MapPost("/sign-in/passkey", SignInByPasskey).OpenToAll().RequireRateLimiting(SignInModule.RateLimit);
        routes.MapPost("/me/passkeys/options", OptionsToMake).Needs(Permission.None);
    }

    private static async Task<IResult> SignOut(HttpContext http, IAntiforgery forgery, Sessions sessions, CurrentActor current)
    {
        // A form that outlived its session has nothing left to sign out.
        if (current.Actor is not null)
        {
            if (!await forgery.IsRequestValidAsync(http))
            {
                return Results.BadRequest();
            }

            await sessions.SignOut(http, http.RequestAborted);
        }

        return Results.LocalRedirect("/sign-in");
    }

    private static async Task<IResult> OptionsToSignIn(HttpContext http, IAntiforgery forgery, Passkeys passkeys) =>
        await forgery.IsRequestValidAsync(http) ? Results.Content(await passkeys.OptionsToSignIn(), "application/json") : Results.BadRequest();

    private static async Task<IResult> SignInByPasskey(
        [FromForm] string? credential, [FromForm] string? returnUrl, HttpContext http, Passkeys passkeys, SignInFlow flow)
    {
        var person = await passkeys.SignedBy(credential);
        return Results.LocalRedirect(person.IsRefused
            ? $"/sign-in/password{QueryString.Create("passkey", "refused").Add("returnUrl", ReturnUrl.Own(returnUrl))}"
            : await flow.Enter(http, person.Value, SignInWay.Passkey, returnUrl));
    }

    private static async Task<IResult> OptionsToMake(HttpContext http, IAntiforgery forgery, Passkeys passkeys, MyAccount account, CurrentActor current)
    {
        if (!await forgery.IsRequestValidAsync(http))
        {
            return Results.BadRequest();
        }

        var actor = current.Required;
        var phone = (await account.Of(actor, http.RequestAborted)).PhoneMasked;
        return Results.Content(await passkeys.OptionsToMake(actor, phone ?? actor.Name, http.RequestAborted), "application/json");
    }
}
