using System.Globalization;
using Microsoft.AspNetCore.Localization;

namespace Linli.Web.Platform.Look;

/// <summary>How this browser wants pages shown; kept in cookies so that it holds before signing in.</summary>
internal static class Display
{
    public const string ModeCookie = "linli.mode";
    public const string ThemeCookie = "linli.theme";
    public const string Elder = "elder";
    public const string Dark = "dark";

    public static readonly string LanguageCookie = CookieRequestCultureProvider.DefaultCookieName;

    public static readonly IReadOnlyList<string> Languages = ["zh-Hans", "en"];

    public static bool IsElder(HttpRequest request) => request.Cookies[ModeCookie] == Elder;

    public static bool IsDark(HttpRequest request) => request.Cookies[ThemeCookie] == Dark;

    public static bool IsEnglish => CultureInfo.CurrentUICulture.TwoLetterISOLanguageName == "en";

    /// <summary>Where a display form returns to: the page it stands on.</summary>
    public static string ReturnUrl(HttpRequest request) => $"{request.PathBase}{request.Path}{request.QueryString}";
}
