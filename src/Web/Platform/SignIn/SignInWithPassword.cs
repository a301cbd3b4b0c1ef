using Linli.Domain.Kernel;
using Linli.Domain.Registry;
using Linli.Web.Registry.Contract;
using Microsoft.AspNetCore.Identity;

namespace Linli.Web.Platform.SignIn;

public sealed record PhoneOrPasswordIsWrong : Refusal
{
    public override string Field => "Password";
}

public sealed record SignInIsLocked(int Minutes) : Refusal
{
    public override string Field => "Password";
}

/// <summary>Signing in with phone number and password; five wrong ones lock the number for fifteen minutes, the code by SMS stays open.</summary>
internal sealed class SignInWithPassword(UserManager<Account> accounts, IPeople people, PasswordTries tries)
{
    private static readonly Account Nobody = new();
    private static string? hashOfNobody;

    public async Task<Outcome<Guid>> Check(PhoneNumber phone, string? password, CancellationToken cancel)
    {
        var subject = tries.OfPhone(phone.Digits);
        if (await tries.MinutesToWait(subject, cancel) is { } minutes)
        {
            return new SignInIsLocked(minutes);
        }

        var account = await people.FindByPhone(phone, cancel) is { } person ? await accounts.FindByIdAsync(person.ToString()) : null;
        var given = password is { Length: <= ChangePassword.MaxLength } ? password : string.Empty;
        if (account?.PasswordHash is null)
        {
            // The same work as for a known number, so that the answer's time tells nothing.
            hashOfNobody ??= accounts.PasswordHasher.HashPassword(Nobody, "nobody");
            accounts.PasswordHasher.VerifyHashedPassword(Nobody, hashOfNobody, given);
            return new PhoneOrPasswordIsWrong();
        }

        if (!await accounts.CheckPasswordAsync(account, given))
        {
            return new PhoneOrPasswordIsWrong();
        }

        await tries.Forget(subject, cancel);
        return account.Id;
    }
}
