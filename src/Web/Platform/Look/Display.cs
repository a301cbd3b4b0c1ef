using System.Globalization;
using Linli.Web.Platform.Text;

namespace Linli.Web.Platform.Look;

/// <summary>How this browser wants pages shown; kept in cookies so that it holds before signing in.</summary>
internal static class Display
{
    public const string ModeCookie = "linli.mode";
    public const string ThemeCookie = "linli.theme";
    public const string Elder = "elder";
    public const string Dark = "dark";

    public const string LanguageCookie = TextModule.LanguageCookie;

    public static readonly IReadOnlyList<string> Languages = ["zh-Hans", "en"];

    public static bool IsElder(HttpRequest request) => request.Cookies[ModeCookie] == Elder;

    public static bool IsDark(HttpRequest request) => request.Cookies[ThemeCookie] == Dark;

    public static bool IsEnglish => CultureInfo.CurrentUICulture.TwoLetterISOLanguageName == "en";

    /// <summary>Keeps a choice in this browser for a year.</summary>
    public static void Keep(HttpContext http, string cookie, string value) => http.Response.Cookies.Append(cookie, value, Options(http));

    public static void Forget(HttpContext http, string cookie) => http.Response.Cookies.Delete(cookie, Options(http));

    /// <summary>Where a display form returns to: the page it stands on.</summary>
    public static string ReturnUrl(HttpRequest request) => $"{request.PathBase}{request.Path}{request.QueryString}";

    private static CookieOptions Options(HttpContext http) => new()
    {
        MaxAge = TimeSpan.FromDays(365),
        SameSite = SameSiteMode.Lax,
        Secure = http.Request.IsHttps,
        HttpOnly = true,
        IsEssential = true,
        Path = "/",
    };
}
