using System.Security.Claims;
using Linli.Web.Platform.Access;
using Linli.Web.Platform.Changes;
using Linli.Web.Platform.Store;
using Microsoft.AspNetCore.Authentication;
using Microsoft.EntityFrameworkCore;

namespace Linli.Web.Platform.SignIn;

/// <summary>Starts, lists and ends sessions. A session lives thirty days from its last sign-in and ends at once when told to.</summary>
internal sealed class Sessions(LinliDb db, Capacities capacities, CurrentActor current, DisplayChoices display, Changes.Changes changes, TimeProvider clock)
{
    public const string Scheme = "session";
    public const string SessionClaim = "sid";
    private static readonly TimeSpan Life = TimeSpan.FromDays(30);
    private static readonly TimeSpan FreshFor = TimeSpan.FromMinutes(10);

    /// <summary>
    /// Signs the browser in under a new session, whatever session it had before. With a single capacity there is nothing to
    /// choose; otherwise the one last used is taken up again. False when a capacity is still to be chosen.
    /// </summary>
    public async Task<bool> Start(HttpContext http, Guid personId, SignInWay way, CancellationToken cancel)
    {
        var now = clock.GetUtcNow();
        var held = await capacities.HeldBy(personId, cancel);
        var last = await db.Set<Session>().AsNoTracking().Where(s => s.PersonId == personId && s.CapacityId != null)
            .OrderByDescending(s => s.LastSeenAt).Select(s => s.CapacityId).FirstOrDefaultAsync(cancel);
        var chosen = held.Count == 1 ? held[0] : held.FirstOrDefault(c => c.Id == last);
        var session = new Session
        {
            Id = Guid.NewGuid(),
            PersonId = personId,
            CapacityKind = chosen?.Kind,
            CapacityId = chosen?.Id,
            Way = way,
            Device = DeviceName.From(http.Request.Headers.UserAgent),
            CreatedAt = now,
            LastSeenAt = now,
            ExpiresAt = now + Life,
        };
        db.Add(session);
        if (current.Actor is { SessionId: { } before } earlier)
        {
            await End(earlier.PersonId, before, cancel);
        }

        var context = new ProcessContext { Actor = new Actor { PersonId = personId, Name = string.Empty, Capacity = chosen }, At = now, RequestId = session.Id };
        var saved = await changes.Save(context, "SignIn", nameof(Session), session.Id, new { way = way.ToString(), session.Device }, cancel);
        if (saved.IsRefused)
        {
            throw new InvalidOperationException("A session under a fresh id was refused.");
        }

        await display.Apply(http, personId, cancel);
        var identity = new ClaimsIdentity([new(ClaimTypes.NameIdentifier, personId.ToString()), new(SessionClaim, session.Id.ToString())], Scheme);
        await http.SignInAsync(Scheme, new ClaimsPrincipal(identity), new AuthenticationProperties { IsPersistent = true, ExpiresUtc = session.ExpiresAt });
        return chosen is not null;
    }

    /// <summary>Whether the session was signed in or confirmed by a code a few minutes ago: that proves as much as a password.</summary>
    public Task<bool> HasFreshCode(Actor actor, CancellationToken cancel)
    {
        var since = clock.GetUtcNow() - FreshFor;
        return db.Set<Session>().AnyAsync(s => s.Id == actor.SessionId && ((s.Way == SignInWay.Code && s.CreatedAt > since) || s.ConfirmedAt > since), cancel);
    }

    /// <summary>Takes up another capacity; false when the person does not hold it now.</summary>
    public async Task<bool> Choose(Actor actor, CapacityKind kind, Guid capacityId, CancellationToken cancel)
    {
        var held = await capacities.HeldBy(actor.PersonId, cancel);
        return held.Any(c => c.Kind == kind && c.Id == capacityId)
            && await db.Set<Session>().Where(s => s.Id == actor.SessionId && s.EndedAt == null).ExecuteUpdateAsync(
                s => s.SetProperty(x => x.CapacityKind, kind).SetProperty(x => x.CapacityId, capacityId), cancel) == 1;
    }

    public Task<List<Session>> OpenOnesOf(Guid personId, CancellationToken cancel)
    {
        var now = clock.GetUtcNow();
        return db.Set<Session>().AsNoTracking().Where(s => s.PersonId == personId && s.EndedAt == null && s.ExpiresAt > now)
            .OrderByDescending(s => s.LastSeenAt).ToListAsync(cancel);
    }

    /// <summary>Ends all sessions of the actor but the one that asks; how many there were.</summary>
    public Task<int> EndOthers(Actor actor, CancellationToken cancel)
    {
        var now = clock.GetUtcNow();
        return db.Set<Session>().Where(s => s.PersonId == actor.PersonId && s.Id != actor.SessionId && s.EndedAt == null)
            .ExecuteUpdateAsync(s => s.SetProperty(x => x.EndedAt, now), cancel);
    }

    /// <summary>Ends the session of this browser.</summary>
    public async Task SignOut(HttpContext http, CancellationToken cancel)
    {
        if (current.Actor is { SessionId: { } session } actor)
        {
            await End(actor.PersonId, session, cancel);
        }

        await http.SignOutAsync(Scheme);
    }

    /// <summary>Ends a session of the person; another person's is not touched.</summary>
    public async Task<bool> End(Guid personId, Guid sessionId, CancellationToken cancel)
    {
        var now = clock.GetUtcNow();
        return await db.Set<Session>().Where(s => s.Id == sessionId && s.PersonId == personId && s.EndedAt == null)
            .ExecuteUpdateAsync(s => s.SetProperty(x => x.EndedAt, now), cancel) == 1;
    }
}
