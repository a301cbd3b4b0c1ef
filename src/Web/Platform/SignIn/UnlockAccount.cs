using Linli.Domain.Kernel;
using Linli.Domain.Registry;
using Linli.Web.Platform.Access;
using Linli.Web.Platform.Changes;
using Linli.Web.Platform.Store;
using Microsoft.EntityFrameworkCore;

namespace Linli.Web.Platform.SignIn;

/// <summary>Lifts the lock that wrong passwords have put on a person's sign-in.</summary>
internal sealed class UnlockAccount(FindAccounts accounts, LinliDb db, PasswordTries tries, Changes.Changes changes)
{
    public async Task<Outcome<Done>> Execute(Guid personId, AccountActInput input, ProcessContext context, CancellationToken cancel)
    {
        context = context.On(personId);
        if (!Scope.Of(context.Actor, Permission.ManageAccounts).Covers(PlacePath.Root))
        {
            return new NotAllowedInThisCapacity();
        }

        if (await changes.HandledBefore(context, nameof(UnlockAccount), cancel) is not null)
        {
            return Done.It;
        }

        var found = await accounts.One(personId, context.Actor, cancel);
        var reason = input.Checked();
        if (found.IsRefused || reason.IsRefused)
        {
            return Outcome<Done>.Refused(found.IsRefused ? found.Refusals : reason.Refusals);
        }

        var phone = await db.Database.SqlQuery<byte[]>($"select phone_index as \"Value\" from registry.people where id = {personId} and phone_index is not null").ToListAsync(cancel);
        var saved = await changes.Save(context with { Reason = reason.Value }, nameof(UnlockAccount), nameof(Account), personId, new { }, cancel);
        if (saved.IsRefused)
        {
            return Outcome<Done>.Refused(saved.Refusals);
        }

        foreach (var subject in phone.Append(tries.OfPerson(personId)))
        {
            await tries.Forget(subject, cancel);
        }

        return Done.It;
    }
}
