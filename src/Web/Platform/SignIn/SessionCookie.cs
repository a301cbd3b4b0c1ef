using System.Security.Claims;
using Linli.Web.Platform.Access;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;

namespace Linli.Web.Platform.SignIn;

/// <summary>The cookie names a session; whether it still stands, and what its person may do, is asked of the database each time.</summary>
internal sealed class SessionCookie(Actors actors, CurrentActor current, ParkedForms parkedForms) : CookieAuthenticationEvents
{
    private static readonly object EndedFor = new();

    public override async Task ValidatePrincipal(CookieValidatePrincipalContext context)
    {
        var actor = Guid.TryParse(context.Principal?.FindFirst(Sessions.SessionClaim)?.Value, out var id)
            ? await actors.OfSession(id, context.HttpContext.RequestAborted)
            : null;
        if (actor is null)
        {
            context.HttpContext.Items[EndedFor] = context.Principal?.FindFirst(ClaimTypes.NameIdentifier)?.Value;
            context.RejectPrincipal();
            return;
        }

        CurrentActor.Set(context.HttpContext, actor);
    }

    /// <summary>Signed out in the middle of a form: what was typed is kept and given back after signing in.</summary>
    public override async Task RedirectToLogin(RedirectContext<CookieAuthenticationOptions> context)
    {
        var owner = Guid.TryParse(context.HttpContext.Items[EndedFor] as string, out var person) ? person : (Guid?)null;
        context.Response.Redirect(ReturnUrl.Via("/sign-in", await WayBack(context.HttpContext, owner)));
    }

    /// <summary>Signed in, but not in this capacity; in none at all, one is to be chosen first.</summary>
    public override async Task RedirectToAccessDenied(RedirectContext<CookieAuthenticationOptions> context)
    {
        if (current.Actor is { Capacity: null } actor)
        {
            context.Response.Redirect(ReturnUrl.Via("/capacity", await WayBack(context.HttpContext, actor.PersonId)));
            return;
        }

        context.Response.StatusCode = StatusCodes.Status403Forbidden;
    }

    private async Task<string> WayBack(HttpContext http, Guid? owner)
    {
        var request = http.Request;
        if (HttpMethods.IsPost(request.Method) && request.HasFormContentType)
        {
            return await parkedForms.Park(http, owner);
        }

        return HttpMethods.IsGet(request.Method) ? request.PathBase + request.Path + request.QueryString : "/";
    }
}
