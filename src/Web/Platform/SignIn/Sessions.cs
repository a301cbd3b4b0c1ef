using System.Security.Claims;
using Linli.Web.Platform.Access;
using Linli.Web.Platform.Changes;
using Linli.Web.Platform.Store;
using Microsoft.AspNetCore.Authentication;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Query;

namespace Linli.Web.Platform.SignIn;

/// <summary>Starts, lists and ends sessions. A session lives thirty days from its last sign-in and ends at once when told to.</summary>
internal sealed class Sessions(LinliDb db, Capacities capacities, CurrentActor current, DisplayChoices display, AccessTokens tokens, Changes.Changes changes, TimeProvider clock)
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
        if (current.Actor is { SessionId: { } before } earlier)
        {
            await End(earlier, before, cancel);
        }

        db.Add(session);
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
        var chosen = (await capacities.HeldBy(actor.PersonId, cancel)).FirstOrDefault(c => c.Kind == kind && c.Id == capacityId);
        return chosen is not null && actor.SessionId is { } session && await Written(
            db.Set<Session>().Where(s => s.Id == session && s.EndedAt == null), s => s.SetProperty(x => x.CapacityKind, kind).SetProperty(x => x.CapacityId, capacityId),
            "ChooseCapacity", actor with { Capacity = chosen }, session, cancel) == 1;
    }

    public Task<List<Session>> OpenOnesOf(Guid personId, CancellationToken cancel)
    {
        var now = clock.GetUtcNow();
        return db.Set<Session>().AsNoTracking().Where(s => s.PersonId == personId && s.EndedAt == null && s.ExpiresAt > now)
            .OrderByDescending(s => s.LastSeenAt).ToListAsync(cancel);
    }

    /// <summary>Ends all sessions of the actor but the one that asks, and with <paramref name="withTokens"/> all access tokens; how many there were of each.</summary>
    public async Task<(int Sessions, int Tokens)> EndOthers(Actor actor, bool withTokens, CancellationToken cancel)
    {
        var now = clock.GetUtcNow();
        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        var ended = await EndAllOf(actor.PersonId, actor.SessionId, now, cancel);
        var revoked = withTokens ? await tokens.RevokeAllOf(actor.PersonId, now, cancel) : 0;
        await changes.Save(Context(actor, now), "EndOtherSessions", nameof(Account), actor.PersonId, new { sessions = ended, tokens = revoked }, cancel);
        await transaction.CommitAsync(cancel);
        return (ended, revoked);
    }

    /// <summary>Ends all sessions of a person but the one named; the caller writes it down.</summary>
    public Task<int> EndAllOf(Guid personId, Guid? but, DateTimeOffset now, CancellationToken cancel) =>
        db.Set<Session>().Where(s => s.PersonId == personId && s.Id != but && s.EndedAt == null && s.ExpiresAt > now)
            .ExecuteUpdateAsync(s => s.SetProperty(x => x.EndedAt, now), cancel);

    /// <summary>Ends the session of this browser.</summary>
    public async Task SignOut(HttpContext http, CancellationToken cancel)
    {
        if (current.Actor is { SessionId: { } session } actor)
        {
            await End(actor, session, cancel);
        }

        await http.SignOutAsync(Scheme);
    }

    /// <summary>Ends an own session; another person's is not touched.</summary>
    public async Task<bool> End(Actor actor, Guid sessionId, CancellationToken cancel)
    {
        var now = clock.GetUtcNow();
        return await Written(
            db.Set<Session>().Where(s => s.Id == sessionId && s.PersonId == actor.PersonId && s.EndedAt == null), s => s.SetProperty(x => x.EndedAt, now),
            "EndSession", actor, sessionId, cancel) == 1;
    }

    // The change and its audit entry together, or neither.
    private async Task<int> Written(
        IQueryable<Session> sessions, Action<UpdateSettersBuilder<Session>> change, string process, Actor actor, Guid sessionId, CancellationToken cancel)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        var changed = await sessions.ExecuteUpdateAsync(change, cancel);
        if (changed > 0)
        {
            await changes.Save(Context(actor, clock.GetUtcNow()), process, nameof(Session), sessionId, new { }, cancel);
            await transaction.CommitAsync(cancel);
        }

        return changed;
    }

    private static ProcessContext Context(Actor actor, DateTimeOffset now) => new() { Actor = actor, At = now, RequestId = Guid.NewGuid() };
}
