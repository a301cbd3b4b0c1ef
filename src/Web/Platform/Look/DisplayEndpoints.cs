using Linli.Web.Platform.Access;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Localization;

namespace Linli.Web.Platform.Look;

/// <summary>Large text, dark colours and language: plain forms, so that they work without script.</summary>
internal static class DisplayEndpoints
{
    public static IEndpointRouteBuilder MapDisplay(this IEndpointRouteBuilder routes)
    {
        var display = routes.MapGroup("/display").ExcludeFromDescription().OpenToAll();
        display.MapPost("/large-text", (HttpContext http, IAntiforgery forgery) =>
            Set(http, forgery, Display.ModeCookie, value => value == "on" ? Display.Elder : null));
        display.MapPost("/theme", (HttpContext http, IAntiforgery forgery) =>
            Set(http, forgery, Display.ThemeCookie, value => value == Display.Dark ? Display.Dark : null));
        display.MapPost("/language", (HttpContext http, IAntiforgery forgery) =>
            Set(http, forgery, Display.LanguageCookie, value => Display.Languages.Contains(value)
                ? CookieRequestCultureProvider.MakeCookieValue(new RequestCulture(value))
                : null));
        return routes;
    }

    private static async Task<IResult> Set(HttpContext http, IAntiforgery forgery, string cookie, Func<string, string?> choose)
    {
        if (!http.Request.HasFormContentType || !await forgery.IsRequestValidAsync(http))
        {
            return Results.BadRequest();
        }
        var form = await http.Request.ReadFormAsync();
        if (choose(form["value"].ToString()) is { } kept)
        {
            http.Response.Cookies.Append(cookie, kept, Keeping(http));
        }
        else
        {
            http.Response.Cookies.Delete(cookie, Keeping(http));
        }
        return Results.LocalRedirect(OwnPage(form["returnUrl"].ToString()));
    }

    private static CookieOptions Keeping(HttpContext http) => new()
    {
        MaxAge = TimeSpan.FromDays(365),
        SameSite = SameSiteMode.Lax,
        Secure = http.Request.IsHttps,
        HttpOnly = true,
        IsEssential = true,
        Path = "/",
    };

    // A link to another site, however it is disguised, must not leave from here.
    private static string OwnPage(string returnUrl) => RedirectHttpResult.IsLocalUrl(returnUrl) ? returnUrl : "/";
}
