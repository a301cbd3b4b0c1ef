using Linli.Domain.Kernel;
using Linli.Domain.Registry;
using Linli.Web.Platform.Access;
using Linli.Web.Platform.Changes;
using Linli.Web.Platform.Store;
using Microsoft.EntityFrameworkCore;

namespace Linli.Web.Platform.SignIn;

/// <summary>Why somebody else's account is touched; it stands in the audit trail.</summary>
public sealed record AccountReasonIsMissing(int Least) : Refusal
{
    public override string Field => "Reason";
}

public sealed record AccountReasonIsTooLong(int Most) : Refusal
{
    public override string Field => "Reason";
}

/// <summary>What is told when an account is looked after.</summary>
public sealed record AccountActInput
{
    /// <summary>Why; 4 to 200 characters, kept in the audit trail.</summary>
    public string? Reason { get; init; }

    /// <summary>A UUID made by the caller; sent again, the same one acts once.</summary>
    public Guid? RequestId { get; init; }

    internal Outcome<string> Checked()
    {
        const int least = 4, most = 200;
        return !PlainText.TryClean(Reason, severalLines: false, out var reason) || PlainText.LengthOf(reason) < least ? new AccountReasonIsMissing(least)
            : PlainText.LengthOf(reason) > most ? new AccountReasonIsTooLong(most)
            : reason;
    }
}

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
