using Linli.Domain.Kernel;
using Linli.Domain.Registry;
using Linli.Web.Platform.Access;
using Linli.Web.Platform.Changes;
using Linli.Web.Platform.Personal;
using Linli.Web.Platform.Store;
using Linli.Web.Registry.Store;
using Microsoft.EntityFrameworkCore;

namespace Linli.Web.Registry;

/// <summary>Which number of a person is asked for.</summary>
public enum PersonalField
{
    PhoneNumber,
    IdentityNumber,
}

public sealed record UnmaskInput : ChangeInput
{
    public PersonalField? Field { get; init; }

    /// <summary>Why it is needed; 4 to 200 characters, kept with the log.</summary>
    public string? Reason { get; init; }
}

/// <summary>Shows a number whole, once, and writes down who looked, when and why (PIPL 44, K5).</summary>
internal sealed class Unmask(LinliDb db, Changes changes, PersonalCipher cipher)
{
    private const string Process = "unmask";
    private const int ShortestReason = 4;

    public async Task<Outcome<string>> Execute(Guid personId, UnmaskInput input, ProcessContext context, CancellationToken cancel)
    {
        if (Scope.Of(context.Actor, Permission.UnmaskPersonalData).IsNothing)
        {
            return new NotAllowedInThisCapacity();
        }

        var person = await db.People(context.Actor, Permission.UnmaskPersonalData).FirstOrDefaultAsync(p => p.Id == personId, cancel);
        if (person is null)
        {
            return new NotFound();
        }

        var faults = new Faults();
        var field = faults.Choice(nameof(input.Field), input.Field);
        var reason = faults.Line(nameof(input.Reason), input.Reason, 200);
        faults.AddIf(reason.Length > 0 && PlainText.LengthOf(reason) < ShortestReason, new ReasonIsTooShort(ShortestReason));
        var sealedNumber = field == PersonalField.PhoneNumber ? person.PhoneCipher : person.IdentityCipher;
        faults.AddIf(!faults.Any && sealedNumber is null, new NumberIsNotOnRecord());
        if (faults.Any)
        {
            return Outcome<string>.Refused(faults.All);
        }

        db.Add(new Unmasking
        {
            Id = context.RequestId,
            PersonId = person.Id,
            ByPerson = context.Actor.PersonId,
            ByCapacity = $"{context.Actor.Capacity!.Kind}:{context.Actor.Capacity.Id}",
            Field = field.ToString(),
            Reason = reason,
            At = context.At,
        });
        var saved = await changes.Save(context with { Reason = reason }, Process, "person", person.Id, new { field }, cancel);
        // A form sent twice shows the number again and logs one look; a used request id opens no other number.
        return saved.IsRefused ? Outcome<string>.Refused(saved.Refusals)
            : await IsLogged(context, person.Id, field, cancel) ? cipher.Decrypt(sealedNumber!)
            : new ChangedMeanwhile();
    }

    private Task<bool> IsLogged(ProcessContext context, Guid personId, PersonalField field, CancellationToken cancel) => db.Set<Unmasking>().AnyAsync(
        look => look.Id == context.RequestId && look.PersonId == personId && look.ByPerson == context.Actor.PersonId && look.Field == field.ToString(), cancel);
}
