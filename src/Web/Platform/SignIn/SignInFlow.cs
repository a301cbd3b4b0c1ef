using Microsoft.AspNetCore.Mvc;

namespace Linli.Web.Platform.SignIn;

/// <summary>The last step of every way of signing in: a session, then the page that was asked for or the choice of a capacity.</summary>
internal sealed class SignInFlow(Sessions sessions)
{
    public async Task<string> Enter(HttpContext http, Guid personId, SignInWay way, string? returnUrl)
    {
        var next = ReturnUrl.Own(returnUrl);
        return await sessions.Start(http, personId, way, http.RequestAborted) ? next : ReturnUrl.Via("/capacity", next);
    }

    public async Task<IActionResult> EnterPage(HttpContext http, Guid personId, SignInWay way, string? returnUrl) =>
        new LocalRedirectResult(await Enter(http, personId, way, returnUrl));
}
