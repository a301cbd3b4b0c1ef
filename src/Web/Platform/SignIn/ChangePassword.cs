using Linli.Domain.Kernel;
using Linli.Web.Platform.Changes;
using Linli.Web.Platform.Store;
using Microsoft.AspNetCore.Identity;

namespace Linli.Web.Platform.SignIn;

public sealed record PasswordIsTooShort(int Length) : Refusal
{
    public override string Field => "Password";
}

public sealed record PasswordIsTooLong(int Length) : Refusal
{
    public override string Field => "Password";
}

public sealed record PasswordIsTooSimple : Refusal
{
    public override string Field => "Password";
}

public sealed record CurrentPasswordIsWrong : Refusal
{
    public override string Field => "Current";
}

public sealed record CurrentPasswordIsLocked(int Minutes) : Refusal
{
    public override string Field => "Current";
}

/// <summary>
/// Sets the own password, or changes it: then the current one (or a code just received) is asked for. Either way all other sessions and
/// all access tokens end, so that nobody who got in before stays in.
/// </summary>
internal sealed class ChangePassword(LinliDb db, Accounts accounts, Sessions sessions, AccessTokens tokens, IPasswordHasher<Account> hasher, PasswordTries tries, Changes.Changes changes)
{
    public const int MinLength = 10;
    public const int MaxLength = 128;
    private const int MinDistinct = 4;

    public sealed record Input
    {
        public required string? Current { get; init; }

        public required string? Password { get; init; }
    }

    public async Task<Outcome<Saved>> Execute(Input input, ProcessContext context, CancellationToken cancel)
    {
        if (RefusalOf(input.Password) is { } refusal)
        {
            return refusal;
        }

        var person = context.Actor.PersonId;
        var account = await accounts.Of(person, cancel);
        var changed = account.PasswordHash is not null;
        if (changed && !await sessions.HasFreshCode(context.Actor, cancel) && await CheckCurrent(account, input.Current, cancel) is { } wrong)
        {
            // The same form a second time finds its own new password in place.
            return await changes.HandledBefore(context, nameof(ChangePassword), cancel) is { } subject ? new Saved(subject, Before: true) : wrong;
        }

        account.PasswordHash = hasher.HashPassword(account, input.Password!);
        account.SecurityStamp = Guid.NewGuid().ToString("N");
        account.ConcurrencyStamp = Guid.NewGuid().ToString();
        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        var sessionsEnded = await sessions.EndAllOf(person, context.Actor.SessionId, context.At, cancel);
        var tokensEnded = await tokens.RevokeAllOf(person, context.At, cancel);
        var saved = await changes.Save(context, nameof(ChangePassword), nameof(Account), person, new { changed, sessionsEnded, tokensEnded }, cancel);
        if (!saved.IsRefused)
        {
            await transaction.CommitAsync(cancel);
        }

        return saved;
    }

    /// <summary>The operator's first password for the person whom the command has just made.</summary>
    public async Task<Outcome<Saved>> SetByOperator(Guid personId, string password, ProcessContext context, CancellationToken cancel)
    {
        if (RefusalOf(password) is { } refusal)
        {
            return refusal;
        }

        var account = await accounts.Of(personId, cancel);
        account.PasswordHash = hasher.HashPassword(account, password);
        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        var sessionsEnded = await sessions.EndAllOf(personId, null, context.At, cancel);
        var tokensEnded = await tokens.RevokeAllOf(personId, context.At, cancel);
        var saved = await changes.Save(context, nameof(ChangePassword), nameof(Account), personId, new { changed = false, sessionsEnded, tokensEnded }, cancel);
        if (!saved.IsRefused)
        {
            await transaction.CommitAsync(cancel);
        }

        return saved;
    }

    private static Refusal? RefusalOf(string? password) => password switch
    {
        null or { Length: < MinLength } => new PasswordIsTooShort(MinLength),
        { Length: > MaxLength } => new PasswordIsTooLong(MaxLength),
        _ when password.Distinct().Count() < MinDistinct => new PasswordIsTooSimple(),
        _ => null,
    };

    private async Task<Refusal?> CheckCurrent(Account account, string? current, CancellationToken cancel)
    {
        var subject = tries.OfPerson(account.Id);
        if (await tries.MinutesToWait(subject, cancel) is { } minutes)
        {
            return new CurrentPasswordIsLocked(minutes);
        }

        if (current is not { Length: <= MaxLength }
            || hasher.VerifyHashedPassword(account, account.PasswordHash!, current) == PasswordVerificationResult.Failed)
        {
            return new CurrentPasswordIsWrong();
        }

        await tries.Forget(subject, cancel);
        return null;
    }
}
