using System.Security.Claims;
using Linli.Web.Platform.Access;
using Linli.Web.Platform.SignIn;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace Linli.Web.Tests.Host;

/// <summary>Makes the cookie that signing in would make, so that a test need not walk through the sign-in page each time.</summary>
internal static class SessionCookies
{
    public static async Task<string> Make(TestApp app, Guid personId, Capacity? capacity)
    {
        var session = new Session
        {
            Id = Guid.NewGuid(),
            PersonId = personId,
            CapacityKind = capacity?.Kind,
            CapacityId = capacity?.Id,
            Device = "test",
            CreatedAt = app.Clock.Now,
            LastSeenAt = app.Clock.Now,
            ExpiresAt = app.Clock.Now.AddDays(30),
        };
        await app.WithDb(async db =>
        {
            db.Add(session);
            return await db.SaveChangesAsync();
        });
        var identity = new ClaimsIdentity(
            [new(ClaimTypes.NameIdentifier, personId.ToString()), new(Sessions.SessionClaim, session.Id.ToString())], Sessions.Scheme);
        var properties = new AuthenticationProperties { IsPersistent = true, IssuedUtc = session.CreatedAt, ExpiresUtc = session.ExpiresAt };
        var options = app.Services.GetRequiredService<IOptionsMonitor<CookieAuthenticationOptions>>().Get(Sessions.Scheme);
        return options.TicketDataFormat.Protect(new AuthenticationTicket(new ClaimsPrincipal(identity), properties, Sessions.Scheme));
    }
}
