using Linli.Domain.Kernel;
using Linli.Web.Platform.Changes;
using Linli.Web.Platform.Personal;
using Linli.Web.Platform.Store;
using Linli.Web.Registry.Contract;
using Linli.Web.Registry.Privacy;
using Linli.Web.Registry.Store;
using Microsoft.EntityFrameworkCore;

namespace Linli.Web.Registry;

/// <summary>Opens a number and writes down who looked, when and why, in one transaction (PIPL 44, K5).</summary>
internal sealed class PersonalNumbers(LinliDb db, Changes changes, PersonalCipher cipher) : IPersonalNumbers
{
    private const string Process = nameof(Unmask);

    public async Task<Outcome<string>> ShowPhone(Guid personId, string reason, ProcessContext context, CancellationToken cancel) =>
        await db.Set<Person>().SingleOrDefaultAsync(p => p.Id == personId, cancel) switch
        {
            { RestrictedAt: not null } => new PersonIsOnlyStored(),
            { PhoneCipher: not null } person => await Show(person, PersonalField.PhoneNumber, reason, context, cancel),
            _ => new NumberIsNotOnRecord(),
        };

    public async Task<Outcome<string>> Show(Person person, PersonalField field, string reason, ProcessContext context, CancellationToken cancel)
    {
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
        // In confidence, the trail names the look and not the person: that the platform's administrators could read there whose dispute it is.
        var saved = context.IsConfidential
            ? await changes.Save(context, Process, nameof(Unmasking), context.RequestId, new { field }, cancel)
            : await changes.Save(context with { Reason = reason }, Process, "Person", person.Id, new { field }, cancel);
        // A form sent twice shows the number again and logs one look; a used request id opens no other number.
        return saved.IsRefused ? Outcome<string>.Refused(saved.Refusals)
            : await IsLogged(context, person.Id, field, cancel)
                ? cipher.Decrypt((field == PersonalField.PhoneNumber ? person.PhoneCipher : person.IdentityCipher)!)
                : new RequestIdIsUsed();
    }

    private Task<bool> IsLogged(ProcessContext context, Guid personId, PersonalField field, CancellationToken cancel) => db.Set<Unmasking>().AnyAsync(
        look => look.Id == context.RequestId && look.PersonId == personId && look.ByPerson == context.Actor.PersonId && look.Field == field.ToString(), cancel);
}
