using Microsoft.AspNetCore.Http.HttpResults;

namespace Linli.Web.Platform.SignIn;

/// <summary>Where a person goes after signing in: the page that was asked for, if it is one of this site.</summary>
internal static class ReturnUrl
{
    private const int MaxLength = 2000;

    /// <summary>The address if it is a page of this site that makes sense after signing in, else the home page.</summary>
    public static string Own(string? url) =>
        url is { Length: > 0 and <= MaxLength } && RedirectHttpResult.IsLocalUrl(url) && url.All(IsOfAddress) && !LeadsBack(url) ? url : "/";

    /// <summary>The sign-in page or the choice of a capacity, with the way on.</summary>
    public static string Via(string page, string url) => url == "/" ? page : page + QueryString.Create("returnUrl", url);

    // An address in a header is ASCII; whoever means another letter writes it as %E7….
    private static bool IsOfAddress(char letter) => letter is >= ' ' and <= '~';

    private static bool LeadsBack(string url) =>
        url.StartsWith("/sign-", StringComparison.OrdinalIgnoreCase) || url.StartsWith("/capacity", StringComparison.OrdinalIgnoreCase);
}
