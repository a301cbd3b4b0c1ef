using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Linli.Domain.Kernel;
using Linli.Domain.Registry;
using Linli.Web.Platform.Outbox;
using Linli.Web.Platform.Personal;
using Linli.Web.Platform.Store;
using Linli.Web.Registry.Contract;
using Microsoft.EntityFrameworkCore;

namespace Linli.Web.Platform.SignIn;

public sealed record CodeIsWrongOrExpired : Refusal
{
    public override string Field => "Code";
}

public sealed record TooManyCodesRequested(int Minutes) : Refusal
{
    public override string Field => "Phone";
}

/// <summary>
/// One-time codes by SMS. A stored code is a keyed hash, lives five minutes, dies after five tries and is used once.
/// Whether a number is known here is never told: an unknown number gets the same answers.
/// </summary>
internal sealed class SignInCodes(LinliDb db, PersonalCipher cipher, SecretKeys keys, IPeople people, TimeProvider clock)
{
    private static readonly TimeSpan Life = TimeSpan.FromMinutes(5);
    private const int MaxAttempts = 5;
    private const int MaxAnHour = 6;
    private readonly byte[] hashKey = keys.For("sign-in-code");

    public async Task<Outcome<Done>> Send(PhoneNumber phone, CancellationToken cancel)
    {
        var now = clock.GetUtcNow();
        var index = cipher.PhoneIndex(phone.Digits);
        var recent = await db.Set<SignInCode>().CountAsync(c => c.PhoneIndex == index && c.CreatedAt > now.AddHours(-1), cancel);
        if (recent >= MaxAnHour)
        {
            return new TooManyCodesRequested(60);
        }

        var code = RandomNumberGenerator.GetInt32(1_000_000).ToString("D6", CultureInfo.InvariantCulture);
        var id = Guid.CreateVersion7(now);
        db.Add(new SignInCode { Id = id, PhoneIndex = index, CodeHash = Hash(id, code), CreatedAt = now, ExpiresAt = now + Life });
        if (await people.FindByPhone(phone, cancel) is not null)
        {
            db.Add(OutboxMessage.Sms(phone, cipher, JsonSerializer.SerializeToElement(new { kind = "SignInCode", code }), now));
        }

        await db.SaveChangesAsync(cancel);
        return Done.It;
    }

    /// <summary>The person whose number and code these are.</summary>
    public async Task<Outcome<Guid>> Redeem(PhoneNumber phone, string code, CancellationToken cancel)
    {
        var now = clock.GetUtcNow();
        var index = cipher.PhoneIndex(phone.Digits);
        var latest = await db.Set<SignInCode>().AsNoTracking()
            .Where(c => c.PhoneIndex == index && c.UsedAt == null && c.ExpiresAt > now)
            .OrderByDescending(c => c.CreatedAt).FirstOrDefaultAsync(cancel);
        if (latest is null)
        {
            return new CodeIsWrongOrExpired();
        }

        // The count goes up first and in one statement, so parallel guesses cannot share a try.
        var allowed = await db.Set<SignInCode>().Where(c => c.Id == latest.Id && c.UsedAt == null && c.Attempts < MaxAttempts)
            .ExecuteUpdateAsync(c => c.SetProperty(x => x.Attempts, x => x.Attempts + 1), cancel);
        if (allowed == 0 || !CryptographicOperations.FixedTimeEquals(latest.CodeHash, Hash(latest.Id, code.Trim())))
        {
            return new CodeIsWrongOrExpired();
        }

        var used = await db.Set<SignInCode>().Where(c => c.Id == latest.Id && c.UsedAt == null)
            .ExecuteUpdateAsync(c => c.SetProperty(x => x.UsedAt, now), cancel);
        return used == 1 && await people.FindByPhone(phone, cancel) is { } person ? person : new CodeIsWrongOrExpired();
    }

    private byte[] Hash(Guid id, string code) => HMACSHA256.HashData(hashKey, Encoding.UTF8.GetBytes($"{id:N}:{code}"));
}
