using Linli.Domain.Kernel;
using Linli.Domain.Registry;
using Linli.Web.Platform.Access;
using Linli.Web.Platform.Changes;
using Linli.Web.Platform.Store;

namespace Linli.Web.Platform.SignIn;

/// <summary>Signs a person out everywhere: all sessions and all access tokens end, for a lost phone or a stolen token.</summary>
internal sealed class EndAccess(FindAccounts accounts, LinliDb db, Sessions sessions, AccessTokens tokens, Changes.Changes changes)
{
    public async Task<Outcome<Done>> Execute(Guid personId, AccountActInput input, ProcessContext context, CancellationToken cancel)
    {
        context = context.On(personId);
        if (!Scope.Of(context.Actor, Permission.ManageAccounts).Covers(PlacePath.Root))
        {
            return new NotAllowedInThisCapacity();
        }

        if (await changes.HandledBefore(context, nameof(EndAccess), cancel) is not null)
        {
            return Done.It;
        }

        var found = await accounts.One(personId, context.Actor, cancel);
        var reason = input.Checked();
        if (found.IsRefused || reason.IsRefused)
        {
            return Outcome<Done>.Refused(found.IsRefused ? found.Refusals : reason.Refusals);
        }

        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        var ended = new { sessions = await sessions.EndAllOf(personId, null, context.At, cancel), tokens = await tokens.RevokeAllOf(personId, context.At, cancel) };
        var saved = await changes.Save(context with { Reason = reason.Value }, nameof(EndAccess), nameof(Account), personId, ended, cancel);
        if (saved.IsRefused)
        {
            return Outcome<Done>.Refused(saved.Refusals);
        }

        await transaction.CommitAsync(cancel);
        return Done.It;
    }
}
