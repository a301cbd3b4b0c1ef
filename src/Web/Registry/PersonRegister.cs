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

        if (PersonFacts.Read(input, ChinaTime.DayOf(context.At), cipher, faults) is not { } facts)
        {
            return null;
        }

        var byPhone = facts.PhoneIndex is null ? null : await db.Set<Person>().FirstOrDefaultAsync(p => p.PhoneIndex == facts.PhoneIndex, cancel);
        var byIdentity = facts.IdentityIndex is null ? null : await db.Set<Person>().FirstOrDefaultAsync(p => p.IdentityIndex == facts.IdentityIndex, cancel);
        facts.MustAgree(byPhone, byIdentity, faults);
        return faults.Any ? null : byPhone ?? byIdentity ?? Add(facts.Make(Guid.CreateVersion7(context.At), context.At, cipher));
    }

    private Person Add(Person person)
    {
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
