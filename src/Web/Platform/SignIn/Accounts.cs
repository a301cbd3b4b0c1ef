using Linli.Web.Platform.Store;
using Microsoft.EntityFrameworkCore;

namespace Linli.Web.Platform.SignIn;

/// <summary>Accounts come into being when something is kept in them; signing in with a code needs none.</summary>
internal sealed class Accounts(LinliDb db)
{
    public Task<Account?> Find(Guid personId, CancellationToken cancel) =>
        db.Set<Account>().SingleOrDefaultAsync(a => a.Id == personId, cancel);

    /// <summary>The person's account, made if there was none; two requests at once make one.</summary>
    public async Task<Account> Of(Guid personId, CancellationToken cancel)
    {
        if (await Find(personId, cancel) is { } account)
        {
            return account;
        }

        var made = Account.For(personId);
        await db.Database.ExecuteSqlAsync(
            $"""
            insert into platform.accounts (id, user_name, normalized_user_name, security_stamp, concurrency_stamp, lockout_enabled, access_failed_count)
            values ({made.Id}, {made.UserName}, {made.NormalizedUserName}, {made.SecurityStamp}, {made.ConcurrencyStamp}, true, 0) on conflict do nothing
            """,
            cancel);
        return await db.Set<Account>().SingleAsync(a => a.Id == personId, cancel);
    }
}
