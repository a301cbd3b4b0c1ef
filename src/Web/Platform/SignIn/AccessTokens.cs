using Linli.Domain.Kernel;
using Linli.Web.Platform.Access;
using Linli.Web.Platform.Changes;
using Linli.Web.Platform.Store;
using Microsoft.EntityFrameworkCore;

namespace Linli.Web.Platform.SignIn;

public sealed record TokenNameIsMissing : Refusal
{
    public override string Field => "Name";
}

public sealed record TokenNameIsTooLong(int Length) : Refusal
{
    public override string Field => "Name";
}

/// <summary>Too many tokens are open; one that is not needed any more is revoked first.</summary>
public sealed record TooManyTokens(int Count) : Refusal;

/// <summary>A request that was itself made with a token makes none: what a leaked token made would outlive its revocation.</summary>
public sealed record TokensAreMadeBySignedInPeople : Refusal;

/// <summary>The same form has made its token before; a token is shown once only.</summary>
public sealed record TokenWasMadeBefore : Refusal;

internal sealed record TokenMade(Guid Id, string Secret, DateTimeOffset ExpiresAt, Guid CapacityId);

/// <summary>Personal access tokens: shown once, stored as a hash, bound to the capacity in which they were made, ninety days long.</summary>
internal sealed class AccessTokens(LinliDb db, Changes.Changes changes)
{
    public const int MaxNameLength = 50;
    private const int MaxOpen = 20;
    private static readonly TimeSpan Life = TimeSpan.FromDays(90);

    /// <summary>Why a token may not be called so.</summary>
    public static Refusal? RefusalOf(string? name) =>
        !PlainText.TryClean(name, severalLines: false, out var clean) || clean.Length == 0 ? new TokenNameIsMissing()
        : clean.Length > MaxNameLength ? new TokenNameIsTooLong(MaxNameLength)
        : null;

    public async Task<Outcome<TokenMade>> Make(string? name, ProcessContext context, CancellationToken cancel)
    {
        if (context.Actor.Capacity is not { } capacity)
        {
            return new NotAllowedInThisCapacity();
        }

        if (context.Actor.TokenId is not null)
        {
            return new TokensAreMadeBySignedInPeople();
        }

        if (RefusalOf(name) is { } refusal)
        {
            return refusal;
        }

        if ((await OpenOnes(context.Actor, context.At, cancel)).Count >= MaxOpen)
        {
            return new TooManyTokens(MaxOpen);
        }

        PlainText.TryClean(name, severalLines: false, out var clean);
        var secret = TokenAuthentication.NewToken();
        var token = new AccessToken
        {
            Id = context.RequestId,
            PersonId = context.Actor.PersonId,
            Name = clean,
            TokenHash = TokenAuthentication.HashOf(secret),
            CapacityKind = capacity.Kind,
            CapacityId = capacity.Id,
            CreatedAt = context.At,
            ExpiresAt = context.At + Life,
        };
        db.Add(token);
        var saved = await changes.Save(context, "MakeToken", nameof(AccessToken), token.Id, new { token.CapacityId }, cancel);
        return saved.IsRefused ? Outcome<TokenMade>.Refused(saved.Refusals)
            : saved.Value.Before ? new TokenWasMadeBefore()
            : new TokenMade(token.Id, secret, token.ExpiresAt, capacity.Id);
    }

    public Task<List<AccessToken>> OpenOnes(Actor actor, DateTimeOffset now, CancellationToken cancel) =>
        db.Set<AccessToken>().AsNoTracking().Where(t => t.PersonId == actor.PersonId && t.RevokedAt == null && t.ExpiresAt > now)
            .OrderByDescending(t => t.CreatedAt).ToListAsync(cancel);

    /// <summary>Revokes every token of the person; how many there were. The caller writes it down.</summary>
    public Task<int> RevokeAllOf(Guid personId, DateTimeOffset now, CancellationToken cancel) =>
        db.Set<AccessToken>().Where(t => t.PersonId == personId && t.RevokedAt == null)
            .ExecuteUpdateAsync(t => t.SetProperty(x => x.RevokedAt, now), cancel);

    /// <summary>Revokes an own token; one that is not there, or not one's own, is not found.</summary>
    public async Task<Outcome<Saved>> Revoke(Guid tokenId, ProcessContext context, CancellationToken cancel)
    {
        var token = await db.Set<AccessToken>().SingleOrDefaultAsync(t => t.Id == tokenId && t.PersonId == context.Actor.PersonId, cancel);
        if (token is null)
        {
            return new NotFound();
        }

        if (token.RevokedAt is not null)
        {
            return new Saved(tokenId, Before: true);
        }

        token.RevokedAt = context.At;
        return await changes.Save(context, "RevokeToken", nameof(AccessToken), tokenId, new { }, cancel);
    }
}
