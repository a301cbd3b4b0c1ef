using System.Buffers.Binary;
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

public sealed record CodeWasSentJustNow(int Seconds) : Refusal
{
    public override string Field => "PhoneNumber";
}

public sealed record TooManyCodesRequested(int Minutes) : Refusal
{
    public override string Field => "PhoneNumber";
}

/// <summary>What a code is for; one for one thing opens no other.</summary>
internal enum CodeUse
{
    SignIn,

    /// <summary>To prove anew that it is the person who is signed in.</summary>
    Confirm,

    /// <summary>To prove that a new number is the person's.</summary>
    NewNumber,
}

/// <summary>
/// One-time codes by SMS. A stored code is a keyed hash, lives five minutes, dies after five tries and is used once; a
/// number gets one a minute and six an hour. Whether a number is known here is never told: an unknown one gets the same answers.
/// </summary>
internal sealed class SignInCodes(LinliDb db, PersonalCipher cipher, SecretKeys keys, IPeople people, TimeProvider clock)
{
    public static readonly TimeSpan Life = TimeSpan.FromMinutes(5);
    public static readonly TimeSpan Pause = TimeSpan.FromMinutes(1);
    private const int MaxAttempts = 5;
    private const int MaxAnHour = 6;
    private readonly byte[] hashKey = keys.For("sign-in-code");

    public Task<Outcome<Done>> Send(PhoneNumber phone, CancellationToken cancel) => Send(phone, CodeUse.SignIn, cancel);

    public async Task<Outcome<Done>> Send(PhoneNumber phone, CodeUse use, CancellationToken cancel)
    {
        var now = clock.GetUtcNow();
        var index = cipher.PhoneIndex(phone.Digits);
        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        // Requests for one number pass one after the other, or several at once would all count as the first.
        var turn = BinaryPrimitives.ReadInt64LittleEndian(index);
        await db.Database.ExecuteSqlAsync($"select pg_advisory_xact_lock({turn})", cancel);
        var recent = await db.Set<SignInCode>().Where(c => c.PhoneIndex == index && c.CreatedAt > now.AddHours(-1))
            .OrderByDescending(c => c.CreatedAt).Select(c => c.CreatedAt).ToListAsync(cancel);
        if (recent.Count >= MaxAnHour)
        {
            return new TooManyCodesRequested((int)Math.Ceiling((recent[^1].AddHours(1) - now).TotalMinutes));
        }

        if (recent is [var last, ..] && last + Pause > now)
        {
            return new CodeWasSentJustNow((int)Math.Ceiling((last + Pause - now).TotalSeconds));
        }

        var code = RandomNumberGenerator.GetInt32(1_000_000).ToString("D6", CultureInfo.InvariantCulture);
        var id = Guid.CreateVersion7(now);
        db.Add(new SignInCode { Id = id, PhoneIndex = index, CodeHash = Hash(id, use, code), CreatedAt = now, ExpiresAt = now + Life });
        if (use == CodeUse.NewNumber || await people.FindByPhone(phone, cancel) is not null)
        {
            db.Add(OutboxMessage.Sms(phone, cipher, JsonSerializer.SerializeToElement(new { kind = use + "Code", code }), now));
        }

        await db.SaveChangesAsync(cancel);
        await transaction.CommitAsync(cancel);
        return Done.It;
    }

    /// <summary>The person whose number and code these are.</summary>
    public async Task<Outcome<Guid>> Redeem(PhoneNumber phone, string? typed, CancellationToken cancel) =>
        !(await Check(phone, CodeUse.SignIn, typed, cancel)).IsRefused && await people.FindByPhone(phone, cancel) is { } person
            ? person : new CodeIsWrongOrExpired();

    /// <summary>Uses the code up; refused when it is not the one that was sent to the number for this.</summary>
    public async Task<Outcome<Done>> Check(PhoneNumber phone, CodeUse use, string? typed, CancellationToken cancel)
    {
        var now = clock.GetUtcNow();
        var index = cipher.PhoneIndex(phone.Digits);
        var latest = await db.Set<SignInCode>().AsNoTracking()
            .Where(c => c.PhoneIndex == index && c.UsedAt == null && c.ExpiresAt > now)
            .OrderByDescending(c => c.CreatedAt).FirstOrDefaultAsync(cancel);
        if (latest is null || DigitsOf(typed) is not { } code)
        {
            return new CodeIsWrongOrExpired();
        }

        // The count goes up first and in one statement, so parallel guesses cannot share a try.
        var allowed = await db.Set<SignInCode>().Where(c => c.Id == latest.Id && c.UsedAt == null && c.Attempts < MaxAttempts)
            .ExecuteUpdateAsync(c => c.SetProperty(x => x.Attempts, x => x.Attempts + 1), cancel);
        if (allowed == 0 || !CryptographicOperations.FixedTimeEquals(latest.CodeHash, Hash(latest.Id, use, code)))
        {
            return new CodeIsWrongOrExpired();
        }

        var used = await db.Set<SignInCode>().Where(c => c.Id == latest.Id && c.UsedAt == null)
            .ExecuteUpdateAsync(c => c.SetProperty(x => x.UsedAt, now), cancel);
        return used == 1 ? Done.It : new CodeIsWrongOrExpired();
    }

    // Spaces and full-width digits are forgiven; anything that is not six digits costs no try.
    private static string? DigitsOf(string? typed)
    {
        var code = typed is { Length: <= 40 } ? PlainText.HalfWidth(typed).Replace(" ", string.Empty, StringComparison.Ordinal) : string.Empty;
        return code.Length == 6 && code.All(char.IsAsciiDigit) ? code : null;
    }

    private byte[] Hash(Guid id, CodeUse use, string code) => HMACSHA256.HashData(hashKey, Encoding.UTF8.GetBytes($"{id:N}:{use}:{code}"));
}
