using Linli.Domain.Registry;
using Linli.Domain.Registry.Privacy;
using Linli.Web.Platform.Access;
using Linli.Web.Platform.Personal;
using Linli.Web.Platform.Store;
using Linli.Web.Registry.Store;
using Microsoft.EntityFrameworkCore;

namespace Linli.Web.Registry.Privacy.Requests;

/// <summary>The actor's own requests, newest first.</summary>
internal sealed class MyRequests(LinliDb db, PersonalCipher cipher, TimeProvider clock)
{
    private const int Most = 100;

    public async Task<IReadOnlyList<RightsRequestView>> Execute(Actor actor, CancellationToken cancel)
    {
        var now = clock.GetUtcNow();
        var rows = await db.Set<RightsRequest>().AsNoTracking().Where(r => r.PersonId == actor.PersonId).OrderByDescending(r => r.AskedAt).Take(Most).ToListAsync(cancel);
        return [.. rows.Select(row => View(row, cipher, now))];
    }

    public async Task<RightsRequestView?> Find(Guid id, Actor actor, CancellationToken cancel) =>
        await db.Set<RightsRequest>().AsNoTracking().SingleOrDefaultAsync(r => r.Id == id && r.PersonId == actor.PersonId, cancel) is { } row
            ? View(row, cipher, clock.GetUtcNow())
            : null;

    internal static RightsRequestView View(RightsRequest row, PersonalCipher cipher, DateTimeOffset now) => new()
    {
        Id = row.Id,
        Kind = row.Kind,
        Field = row.Field,
        Scope = row.Scope,
        State = row.State,
        AskedAt = row.AskedAt,
        DueAt = row.DueAt,
        IsLate = row.State == RightsRequestState.Open && row.DueAt < now,
        DecidedAt = row.DecidedAt,
        DecidedAs = row.DecidedAs,
        Ground = row.Ground,
        Answer = row.Answer,
        Explanation = row.Explanation,
        Proposed = row.ProposedCipher is { } value ? Shown(row.Field, cipher.Decrypt(value)) : null,
        Version = row.Version,
    };

    private static string Shown(CorrectionField? field, string value) =>
        field == CorrectionField.IdentityNumber && IdentityNumber.TryParse(value, out var number) ? number.Masked : value;
}
