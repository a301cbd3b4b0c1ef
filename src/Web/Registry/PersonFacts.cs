using Linli.Domain.Registry;
using Linli.Web.Platform.Personal;
using Linli.Web.Registry.Store;

namespace Linli.Web.Registry;

/// <summary>Who a form or a row says a person is, judged.</summary>
internal sealed record PersonFacts(string Name, PhoneNumber? Phone, IdentityNumber? Identity)
{
    public byte[]? PhoneIndex { get; private init; }

    public byte[]? IdentityIndex { get; private init; }

    public static PersonFacts? Read(IPersonInput input, DateOnly today, PersonalCipher cipher, Faults faults)
    {
        var name = faults.Take(PersonName.Parse(input.Name));
        var phone = string.IsNullOrWhiteSpace(input.PhoneNumber) ? null : faults.Take(PhoneNumber.Parse(input.PhoneNumber));
        var identity = string.IsNullOrWhiteSpace(input.IdentityNumber) ? null : faults.Take(IdentityNumber.Parse(input.IdentityNumber, today));
        return faults.Any || name is null ? null : new PersonFacts(name.Value, phone, identity)
        {
            PhoneIndex = phone is null ? null : cipher.PhoneIndex(phone.Digits),
            IdentityIndex = identity is null ? null : cipher.Index("identity", identity.Value),
        };
    }

    /// <summary>Whoever has one of the numbers must have the name, and be one and the same; it is not told whose they are.</summary>
    public void MustAgree(Person? byPhone, Person? byIdentity, Faults faults)
    {
        faults.AddIf(byPhone is not null && byPhone.Name != Name, new PhoneNumberBelongsToAnotherPerson());
        faults.AddIf(
            byIdentity is not null && (byIdentity.Name != Name || (byPhone is not null && byPhone.Id != byIdentity.Id)),
            new IdentityNumberBelongsToAnotherPerson());
    }

    public Person Make(Guid id, DateTimeOffset at, PersonalCipher cipher)
    {
        var person = new Person { Id = id, Name = Name, Initials = PinyinInitials.OfPerson(Name), CreatedAt = at };
        FillIn(person, cipher);
        return person;
    }

    /// <summary>Writes down the numbers that the person has not yet; true when there was one.</summary>
    public bool FillIn(Person person, PersonalCipher cipher)
    {
        var filled = false;
        if (Phone is not null && person.PhoneIndex is null)
        {
            (person.PhoneCipher, person.PhoneIndex, person.PhoneMasked, filled) = (cipher.Encrypt(Phone.Digits), PhoneIndex, Phone.Masked, true);
        }

        if (Identity is not null && person.IdentityIndex is null)
        {
            (person.IdentityCipher, person.IdentityIndex, person.IdentityMasked, filled) = (cipher.Encrypt(Identity.Value), IdentityIndex, Identity.Masked, true);
        }

        return filled;
    }
}
