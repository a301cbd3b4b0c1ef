using Linli.Domain.Kernel;
using Linli.Domain.Registry;
using Linli.Web.Platform.Access;
using Linli.Web.Platform.Personal;
using Linli.Web.Platform.Store;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace Linli.Web.Platform.SignIn;

/// <summary>There is no number to which a code could be sent; the community helps.</summary>
public sealed record NoNumberToConfirmWith : Refusal;

/// <summary>First the person proves anew, by a code to the own number, to be the one who signed in.</summary>
public sealed record ConfirmFirst : Refusal
{
    public override string Field => "ConfirmationCode";
}

/// <summary>Proves anew that it is the person who is signed in, before something that a borrowed phone must not be able to do.</summary>
internal sealed class ConfirmItIsMe(LinliDb db, NpgsqlDataSource database, PersonalCipher cipher, SignInCodes codes, Sessions sessions, TimeProvider clock)
{
    /// <summary>Sends a code to the actor's own number; the answer is the number, masked.</summary>
    public async Task<Outcome<string>> Send(Actor actor, CancellationToken cancel)
    {
        if (await OwnNumber(actor, cancel) is not { } phone)
        {
            return new NoNumberToConfirmWith();
        }

        var sent = await codes.Send(phone, CodeUse.Confirm, cancel);
        return sent.Then(_ => phone.Masked);
    }

    /// <summary>Takes the code; the session counts as confirmed for ten minutes.</summary>
    public async Task<Outcome<Done>> Confirm(Actor actor, string? code, CancellationToken cancel)
    {
        if (await OwnNumber(actor, cancel) is not { } phone)
        {
            return new NoNumberToConfirmWith();
        }

        var checkedCode = await codes.Check(phone, CodeUse.Confirm, code, cancel);
        if (!checkedCode.IsRefused)
        {
            var now = clock.GetUtcNow();
            await db.Set<Session>().Where(s => s.Id == actor.SessionId).ExecuteUpdateAsync(s => s.SetProperty(x => x.ConfirmedAt, now), cancel);
        }

        return checkedCode;
    }

    /// <summary>Whether it is proven: by a session confirmed just now, or by a code given along (a program has no session).</summary>
    public async Task<Outcome<Done>> Proven(Actor actor, string? code, CancellationToken cancel)
    {
        if (await sessions.HasFreshCode(actor, cancel))
        {
            return Done.It;
        }

        return string.IsNullOrWhiteSpace(code) ? new ConfirmFirst() : await Confirm(actor, code, cancel);
    }

    public Task<bool> IsFresh(Actor actor, CancellationToken cancel) => sessions.HasFreshCode(actor, cancel);

    private async Task<PhoneNumber?> OwnNumber(Actor actor, CancellationToken cancel)
    {
        await using var command = database.CreateCommand("select phone_cipher from registry.people where id = $1");
        command.Parameters.AddWithValue(actor.PersonId);
        return await command.ExecuteScalarAsync(cancel) is byte[] sealedNumber && PhoneNumber.TryParse(cipher.Decrypt(sealedNumber), out var phone) ? phone : null;
    }
}
