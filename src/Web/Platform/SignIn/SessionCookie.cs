using Linli.Web.Platform.Access;
using Microsoft.AspNetCore.Authentication.Cookies;

namespace Linli.Web.Platform.SignIn;

/// <summary>The cookie names a session; whether it still stands, and what its person may do, is asked of the database each time.</summary>
internal sealed class SessionCookie(Capacities capacities, ParkedForms parkedForms) : CookieAuthenticationEvents
{
    public override async Task ValidatePrincipal(CookieValidatePrincipalContext context)
    {
        var actor = Guid.TryParse(context.Principal?.FindFirst(Sessions.SessionClaim)?.Value, out var id)
            ? await capacities.ActorOfSession(id, context.HttpContext.RequestAborted)
            : null;
        if (actor is null)
        {
            context.RejectPrincipal();
            return;
        }

        CurrentActor.Set(context.HttpContext, actor);
    }

    /// <summary>Signed out in the middle of a form: what was typed is kept and given back after signing in.</summary>
    public override async Task RedirectToLogin(Microsoft.AspNetCore.Authentication.RedirectContext<CookieAuthenticationOptions> context)
    {
        var request = context.Request;
        var returnUrl = request.PathBase + request.Path + request.QueryString;
        if (HttpMethods.IsPost(request.Method) && request.HasFormContentType)
        {
            returnUrl = await parkedForms.Park(context.HttpContext);
        }
        else if (!HttpMethods.IsGet(request.Method))
        {
            returnUrl = "/";
        }

        context.Response.Redirect($"/sign-in{QueryString.Create("returnUrl", returnUrl)}");
    }

    /// <summary>Signed in, but not in this capacity.</summary>
    public override Task RedirectToAccessDenied(Microsoft.AspNetCore.Authentication.RedirectContext<CookieAuthenticationOptions> context)
    {
        context.Response.StatusCode = StatusCodes.Status403Forbidden;
        return Task.CompletedTask;
    }
}
