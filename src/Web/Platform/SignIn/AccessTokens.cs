using Linli.Domain.Kernel;
using Linli.Web.Platform.Access;
using Linli.Web.Platform.Store;
using Microsoft.EntityFrameworkCore;

namespace Linli.Web.Platform.SignIn;

public sealed record TokenNameIsMissing : Refusal
{
    public override string Field => "Name";
}

/// <summary>Personal access tokens: shown once, stored as a hash, bound to the capacity in which they were made, ninety days long.</summary>
internal sealed class AccessTokens(LinliDb db, TimeProvider clock)
{
    private static readonly TimeSpan Life = TimeSpan.FromDays(90);

    public async Task<Outcome<(AccessToken Token, string Secret)>> Make(Actor actor, string? name, CancellationToken cancel)
    {
        if (actor.Capacity is not { } capacity)
        {
            return new Changes.NotAllowedInThisCapacity();
        }

        if (string.IsNullOrWhiteSpace(name) || name.Length > 50)
        {
            return new TokenNameIsMissing();
        }

        var secret = TokenAuthentication.NewToken();
        var now = clock.GetUtcNow();
        var token = new AccessToken
        {
            Id = Guid.CreateVersion7(now),
            PersonId = actor.PersonId,
            Name = name.Trim(),
            TokenHash = TokenAuthentication.HashOf(secret),
            CapacityKind = capacity.Kind,
            CapacityId = capacity.Id,
            CreatedAt = now,
            ExpiresAt = now + Life,
        };
        db.Add(token);
        await db.SaveChangesAsync(cancel);
        return (token, secret);
    }

    public Task<List<AccessToken>> OpenOnesOf(Guid personId, CancellationToken cancel)
    {
        var now = clock.GetUtcNow();
        return db.Set<AccessToken>().AsNoTracking().Where(t => t.PersonId == personId && t.RevokedAt == null && t.ExpiresAt > now)
            .OrderByDescending(t => t.CreatedAt).ToListAsync(cancel);
    }

    public async Task<bool> Revoke(Guid personId, Guid tokenId, CancellationToken cancel)
    {
        var now = clock.GetUtcNow();
        return await db.Set<AccessToken>().Where(t => t.Id == tokenId && t.PersonId == personId && t.RevokedAt == null)
            .ExecuteUpdateAsync(t => t.SetProperty(x => x.RevokedAt, now), cancel) == 1;
    }
}
