using Linli.Domain.Kernel;
using Linli.Domain.Registry;
using Linli.Web.Platform.Changes;
using Linli.Web.Platform.Personal;
using Linli.Web.Platform.Store;
using Linli.Web.Registry.Store;
using Microsoft.EntityFrameworkCore;

namespace Linli.Web.Registry;

/// <summary>Finds the person whom a form means, or makes a new one.</summary>
internal sealed class PersonRegister(LinliDb db, PersonalCipher cipher)
{
    /// <summary>
    /// A person known by telephone or identity number is the same person if the name agrees; otherwise that is refused, without
    /// telling whose the number is. Without a number the person is new.
    /// </summary>
    public async Task<Person?> FindOrAdd(IPersonInput input, ProcessContext context, Faults faults, CancellationToken cancel)
    {
        if (input.PersonId is { } known)
        {
            // Somebody of the own scope, or a person just made who belongs nowhere yet.
            var person = await db.People(context.Actor, Permission.ManageRegistry).FirstOrDefaultAsync(p => p.Id == known, cancel)
                ?? await Unattached(known, cancel);
            faults.AddIf(person is null, new PersonIsNotKnown());
            return person;
        }

        var name = faults.Take(PersonName.Parse(input.Name));
        var phone = string.IsNullOrWhiteSpace(input.PhoneNumber) ? null : faults.Take(PhoneNumber.Parse(input.PhoneNumber));
        var identity = string.IsNullOrWhiteSpace(input.IdentityNumber)
            ? null : faults.Take(IdentityNumber.Parse(input.IdentityNumber, ChinaTime.DayOf(context.At)));
        if (faults.Any || name is null)
        {
            return null;
        }

        var phoneIndex = phone is null ? null : cipher.PhoneIndex(phone.Digits);
        var identityIndex = identity is null ? null : cipher.Index("identity", identity.Value);
        var byPhone = phoneIndex is null ? null : await db.Set<Person>().FirstOrDefaultAsync(p => p.PhoneIndex == phoneIndex, cancel);
        var byIdentity = identityIndex is null ? null : await db.Set<Person>().FirstOrDefaultAsync(p => p.IdentityIndex == identityIndex, cancel);
        faults.AddIf(byPhone is not null && byPhone.Name != name.Value, new PhoneNumberBelongsToAnotherPerson());
        faults.AddIf(
            byIdentity is not null && (byIdentity.Name != name.Value || (byPhone is not null && byPhone.Id != byIdentity.Id)),
            new IdentityNumberBelongsToAnotherPerson());
        return faults.Any ? null : byPhone ?? byIdentity ?? Add(name.Value, phone, phoneIndex, identity, identityIndex, context);
    }

    private Person Add(string name, PhoneNumber? phone, byte[]? phoneIndex, IdentityNumber? identity, byte[]? identityIndex, ProcessContext context)
    {
        var person = new Person
        {
            Id = Guid.CreateVersion7(context.At),
            Name = name,
            Initials = PinyinInitials.OfPerson(name),
            PhoneCipher = phone is null ? null : cipher.Encrypt(phone.Digits),
            PhoneIndex = phoneIndex,
            PhoneMasked = phone?.Masked,
            IdentityCipher = identity is null ? null : cipher.Encrypt(identity.Value),
            IdentityIndex = identityIndex,
            IdentityMasked = identity?.Masked,
            CreatedAt = context.At,
        };
        db.Add(person);
        return person;
    }

    private Task<Person?> Unattached(Guid id, CancellationToken cancel) => db.Set<Person>().FirstOrDefaultAsync(
        p => p.Id == id
            && !db.Set<Ownership>().Any(o => o.PersonId == id)
            && !db.Set<Residency>().Any(r => r.PersonId == id)
            && !db.Set<PostHeld>().Any(h => h.PersonId == id), cancel);
}

/// <summary>How a form names a person: by id, or by name with numbers.</summary>
public interface IPersonInput
{
    Guid? PersonId { get; }

    string? Name { get; }

    string? PhoneNumber { get; }

    string? IdentityNumber { get; }
}
