using Linli.Web.Platform.Access;
using Linli.Web.Platform.SignIn;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Linli.Web.Platform.Look;

/// <summary>Large text, dark colours and language: plain forms, so that they work without script.</summary>
internal static class DisplayEndpoints
{
    public static IEndpointRouteBuilder MapDisplay(this IEndpointRouteBuilder routes)
    {
        var display = routes.MapGroup("/display").ExcludeFromDescription().OpenToAll();
        display.MapPost("/large-text", (HttpContext http, IAntiforgery forgery) => Choose(http, forgery, async value =>
        {
            Set(http, Display.ModeCookie, value == "on" ? Display.Elder : null);
            await (Choices(http)?.KeepLargeText(value == "on", http.RequestAborted) ?? Task.CompletedTask);
        }));
        display.MapPost("/theme", (HttpContext http, IAntiforgery forgery) => Choose(http, forgery, value =>
        {
            Set(http, Display.ThemeCookie, value == Display.Dark ? Display.Dark : null);
            return Task.CompletedTask;
        }));
        display.MapPost("/language", (HttpContext http, IAntiforgery forgery) => Choose(http, forgery, async value =>
        {
            if (Display.Languages.Contains(value))
            {
                Set(http, Display.LanguageCookie, value);
                await (Choices(http)?.KeepLanguage(value, http.RequestAborted) ?? Task.CompletedTask);
            }
        }));
        return routes;
    }

    // The look also stands alone, without accounts to keep a choice in.
    private static DisplayChoices? Choices(HttpContext http) => http.RequestServices.GetService<DisplayChoices>();

    private static async Task<IResult> Choose(HttpContext http, IAntiforgery forgery, Func<string, Task> keep)
    {
        if (!http.Request.HasFormContentType || !await forgery.IsRequestValidAsync(http))
        {
            return Results.BadRequest();
        }
        var form = await http.Request.ReadFormAsync();
        await keep(form["value"].ToString());
        return Results.LocalRedirect(OwnPage(form["returnUrl"].ToString()));
    }

    private static void Set(HttpContext http, string cookie, string? value)
    {
        if (value is null)
        {
            Display.Forget(http, cookie);
        }
        else
        {
            Display.Keep(http, cookie, value);
        }
    }

    // A link to another site, however it is disguised, must not leave from here; and a header holds ASCII only.
    private static string OwnPage(string returnUrl) => RedirectHttpResult.IsLocalUrl(returnUrl) && returnUrl.All(letter => letter is >= ' ' and <= '~') ? returnUrl : "/";
}
