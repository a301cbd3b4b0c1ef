using System.Security.Claims;
using System.Security.Cryptography;
using System.Text;
using System.Text.Encodings.Web;
using Linli.Web.Platform.Access;
using Linli.Web.Platform.Http;
using Microsoft.AspNetCore.Authentication;
using Microsoft.Extensions.Options;

namespace Linli.Web.Platform.SignIn;

/// <summary>The API's way of signing in: "Authorization: Bearer lnl_…". Cookies are not looked at there, so no form on a foreign page can call it.</summary>
internal sealed class TokenAuthentication(
    IOptionsMonitor<AuthenticationSchemeOptions> options, ILoggerFactory logger, UrlEncoder encoder, Actors actors)
    : AuthenticationHandler<AuthenticationSchemeOptions>(options, logger, encoder)
{
    public new const string Scheme = "token";
    public const string Prefix = "lnl_";

    /// <summary>A new token: 256 random bits behind a prefix that secret scanners can find.</summary>
    public static string NewToken() => Prefix + Base64UrlText(RandomNumberGenerator.GetBytes(32));

    /// <summary>What is stored of it. The token is random, so a plain hash is enough.</summary>
    public static byte[] HashOf(string token) => SHA256.HashData(Encoding.UTF8.GetBytes(token));

    protected override async Task<AuthenticateResult> HandleAuthenticateAsync()
    {
        var header = Request.Headers.Authorization.ToString();
        if (!header.StartsWith("Bearer " + Prefix, StringComparison.Ordinal))
        {
            return AuthenticateResult.NoResult();
        }

        if (await actors.OfToken(HashOf(header["Bearer ".Length..])) is not { } actor)
        {
            return AuthenticateResult.Fail("unknown token");
        }

        CurrentActor.Set(Context, actor);
        var identity = new ClaimsIdentity([new(ClaimTypes.NameIdentifier, actor.PersonId.ToString())], Scheme);
        return AuthenticateResult.Success(new AuthenticationTicket(new ClaimsPrincipal(identity), Scheme));
    }

    protected override Task HandleChallengeAsync(AuthenticationProperties properties)
    {
        Response.Headers.WWWAuthenticate = "Bearer";
        return Problems.Write(Context, StatusCodes.Status401Unauthorized, new SignInIsNeeded());
    }

    protected override Task HandleForbiddenAsync(AuthenticationProperties properties) =>
        Problems.Write(Context, StatusCodes.Status403Forbidden, new Changes.NotAllowedInThisCapacity());

    private static string Base64UrlText(byte[] bytes) => Convert.ToBase64String(bytes).TrimEnd('=').Replace('+', '-').Replace('/', '_');
}

/// <summary>The API was called without a valid token.</summary>
public sealed record SignInIsNeeded : Linli.Domain.Kernel.Refusal;
