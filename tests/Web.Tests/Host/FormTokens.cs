using System.Security.Claims;
using Linli.Web.Platform.SignIn;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace Linli.Web.Tests.Host;

/// <summary>The pair of tokens that a shown form would carry, for posts that are sent without opening a page first.</summary>
internal static class FormTokens
{
    public static (string Cookie, string Field) For(TestApp app, Guid? personId)
    {
        var http = new DefaultHttpContext { RequestServices = app.Services };
        if (personId is { } person)
        {
            http.User = new ClaimsPrincipal(new ClaimsIdentity([new Claim(ClaimTypes.NameIdentifier, person.ToString())], Sessions.Scheme));
        }

        var tokens = app.Services.GetRequiredService<IAntiforgery>().GetTokens(http);
        return (tokens.CookieToken!, tokens.RequestToken!);
    }
}
