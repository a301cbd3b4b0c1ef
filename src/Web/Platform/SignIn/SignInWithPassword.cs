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

public sealed record PasswordIsTooShort(int Length) : Refusal
{
    public override string Field => "Password";
}

/// <summary>Signing in with phone number and password; five wrong ones lock it for fifteen minutes, the code by SMS stays open.</summary>
internal sealed class SignInWithPassword(UserManager<Account> accounts, IPeople people)
{
    public async Task<Outcome<Guid>> Check(PhoneNumber phone, string password, CancellationToken cancel)
    {
        var account = await people.FindByPhone(phone, cancel) is { } person ? await accounts.FindByIdAsync(person.ToString()) : null;
        if (account?.PasswordHash is null)
        {
            // The same work as for a known number, so that the answer's time tells nothing.
            accounts.PasswordHasher.HashPassword(new Account(), password);
            return new PhoneOrPasswordIsWrong();
        }

        if (await accounts.IsLockedOutAsync(account))
        {
            return new SignInIsLocked((int)accounts.Options.Lockout.DefaultLockoutTimeSpan.TotalMinutes);
        }

        if (!await accounts.CheckPasswordAsync(account, password))
        {
            await accounts.AccessFailedAsync(account);
            return new PhoneOrPasswordIsWrong();
        }

        await accounts.ResetAccessFailedCountAsync(account);
        return account.Id;
    }

    public async Task<Outcome<Done>> Set(Guid personId, string password)
    {
        if (password.Length < accounts.Options.Password.RequiredLength)
        {
            return new PasswordIsTooShort(accounts.Options.Password.RequiredLength);
        }

        var account = await accounts.FindByIdAsync(personId.ToString());
        if (account is null)
        {
            account = Account.For(personId);
            await accounts.CreateAsync(account);
        }

        account.PasswordHash = accounts.PasswordHasher.HashPassword(account, password);
        await accounts.UpdateSecurityStampAsync(account);
        return Done.It;
    }
}
