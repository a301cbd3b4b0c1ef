using System.Buffers.Text;
using System.Text.Json;
using Linli.Domain.Kernel;
using Linli.Web.Platform.Access;
using Linli.Web.Platform.Changes;
using Linli.Web.Platform.Store;
using Microsoft.AspNetCore.Identity;

namespace Linli.Web.Platform.SignIn;

/// <summary>The device did not confirm, or confirmed something else; another way of signing in stays open.</summary>
public sealed record PasskeyDidNotWork : Refusal;

public sealed record PasskeyNameIsMissing : Refusal
{
    public override string Field => "Name";
}

public sealed record PasskeyNameIsTooLong(int Length) : Refusal
{
    public override string Field => "Name";
}

/// <summary>Too many passkeys; one that is not needed any more is removed first.</summary>
public sealed record TooManyPasskeys(int Count) : Refusal;

/// <summary>Passkeys of a person: made on the device, named here, and a way of signing in without a code.</summary>
internal sealed partial class Passkeys(
    SignInManager<Account> signIn, UserManager<Account> users, Accounts accounts, LinliDb db, Changes.Changes changes, ILogger<Passkeys> log)
{
    public const int MaxNameLength = 50;
    private const int MaxKept = 10;

    /// <summary>What the browser needs to make one; the challenge is kept in a short cookie.</summary>
    public async Task<string> OptionsToMake(Actor actor, string shownName, CancellationToken cancel)
    {
        var account = await accounts.Of(actor.PersonId, cancel);
        return await signIn.MakePasskeyCreationOptionsAsync(new PasskeyUserEntity { Id = account.Id.ToString(), Name = shownName, DisplayName = actor.Name });
    }

    /// <summary>What the browser needs to sign in with one; which person it is, the device tells.</summary>
    public Task<string> OptionsToSignIn() => signIn.MakePasskeyRequestOptionsAsync(null);

    public async Task<IReadOnlyList<UserPasskeyInfo>> Of(Actor actor, CancellationToken cancel) =>
        await accounts.Find(actor.PersonId, cancel) is { } account ? [.. (await users.GetPasskeysAsync(account)).OrderBy(p => p.CreatedAt)] : [];

    public async Task<Outcome<Saved>> Add(string? credential, string? name, ProcessContext context, CancellationToken cancel)
    {
        if (!PlainText.TryClean(name, severalLines: false, out var clean) || clean.Length == 0)
        {
            return new PasskeyNameIsMissing();
        }

        if (clean.Length > MaxNameLength)
        {
            return new PasskeyNameIsTooLong(MaxNameLength);
        }

        var account = await accounts.Of(context.Actor.PersonId, cancel);
        if ((await users.GetPasskeysAsync(account)).Count >= MaxKept)
        {
            return new TooManyPasskeys(MaxKept);
        }

        var made = await Try(() => signIn.PerformPasskeyAttestationAsync(credential ?? string.Empty));
        if (made is not { Succeeded: true } || made.UserEntity.Id != account.Id.ToString())
        {
            return new PasskeyDidNotWork();
        }

        made.Passkey.Name = clean;
        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        if (!(await users.AddOrUpdatePasskeyAsync(account, made.Passkey)).Succeeded)
        {
            return new ChangedMeanwhile();
        }

        var saved = await changes.Save(context, "AddPasskey", nameof(Account), account.Id, new { }, cancel);
        if (!saved.IsRefused)
        {
            await transaction.CommitAsync(cancel);
        }

        return saved;
    }

    public async Task<Outcome<Saved>> Remove(string? id, ProcessContext context, CancellationToken cancel)
    {
        context = context.On(id ?? string.Empty);
        var account = await accounts.Find(context.Actor.PersonId, cancel);
        var passkey = account is null ? null : (await users.GetPasskeysAsync(account)).SingleOrDefault(p => IdOf(p) == id);
        if (passkey is null)
        {
            return await changes.HandledBefore(context, "RemovePasskey", cancel) is { } before ? new Saved(before, Before: true) : new NotFound();
        }

        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        await users.RemovePasskeyAsync(account!, passkey.CredentialId);
        var saved = await changes.Save(context, "RemovePasskey", nameof(Account), account!.Id, new { }, cancel);
        if (!saved.IsRefused)
        {
            await transaction.CommitAsync(cancel);
        }

        return saved;
    }

    /// <summary>The person whose passkey signed this browser's challenge.</summary>
    public async Task<Outcome<Guid>> SignedBy(string? credential)
    {
        var shown = await Try(() => signIn.PerformPasskeyAssertionAsync(credential ?? string.Empty));
        if (shown is not { Succeeded: true })
        {
            return new PasskeyDidNotWork();
        }

        // The device counts its signatures; a copy of the key would be noticed by that.
        await users.AddOrUpdatePasskeyAsync(shown.User, shown.Passkey);
        return shown.User.Id;
    }

    public static string IdOf(UserPasskeyInfo passkey) => Base64Url.EncodeToString(passkey.CredentialId);

    // The framework throws when the challenge's cookie is gone or the browser's answer is no JSON: for a person that is one refusal.
    private async Task<T?> Try<T>(Func<Task<T>> act)
        where T : class
    {
        try
        {
            return await act();
        }
        catch (Exception e) when (e is InvalidOperationException or JsonException or PasskeyException or FormatException or ArgumentException)
        {
            PasskeyRefused(e.Message);
            return null;
        }
    }

    [LoggerMessage(LogLevel.Information, "A passkey was refused: {Why}")]
    private partial void PasskeyRefused(string why);
}
