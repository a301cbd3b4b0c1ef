using System.Globalization;
using System.Text.RegularExpressions;
using Linli.Domain.Registry;
using Linli.Web.Registry.Exchange.Layout;
using Linli.Web.Registry.Exchange.Reading;
using Linli.Web.Registry.Store;

namespace Linli.Web.Registry.Exchange.Plan;

/// <summary>How a row names a person. Masked numbers, as exports carry them, mean the person who is registered with that mask.</summary>
internal sealed partial record PersonCells(PersonFacts Facts, string? PhoneMasked, string? IdentityMasked, bool? PartyMember)
{
    /// <summary>How the row tells the person from others, for finding a row that is there twice.</summary>
    public string Key => $"{Facts.Name}/{Facts.Identity?.Value ?? Facts.Phone?.Digits ?? PhoneMasked}";

    public static PersonCells? Read(RowView row, Gathering gathering, Faults faults)
    {
        var (phone, identity) = (row["PhoneNumber"], row["IdentityNumber"]);
        var (maskedPhone, maskedIdentity) = (Mask().IsMatch(phone ?? string.Empty) ? phone : null, Mask().IsMatch(identity ?? string.Empty) ? identity : null);
        var input = new PersonInput { Name = row["Name"], PhoneNumber = maskedPhone is null ? phone : null, IdentityNumber = maskedIdentity is null ? identity : null };
        if (PersonFacts.Read(input, gathering.Today, gathering.Cipher, faults) is not { } facts)
        {
            return null;
        }

        if (facts.PhoneIndex is { } phoneIndex)
        {
            gathering.PhoneIndexes.Add(phoneIndex);
        }

        if (facts.IdentityIndex is { } identityIndex)
        {
            gathering.IdentityIndexes.Add(identityIndex);
        }

        bool? member = row.Choice<YesNo>("PartyMember") is { } said ? said == YesNo.Yes : null;
        gathering.NamesMembers |= member == true;
        return new PersonCells(facts, maskedPhone, maskedIdentity, member);
    }

    /// <summary>
    /// The person that the row means: by number as in the forms, else somebody of that name in the same household or organisation; else a new one.
    /// </summary>
    public Person? Find(ImportPlan plan, Guid belongsTo, Faults faults, out bool changed)
    {
        changed = false;
        faults.AddIf(PartyMember == true && !plan.Ground.KeepsMarks, new PartyMarksAreKeptByOthers());
        var people = plan.Ground.People;
        var near = people.Near(belongsTo).Where(person => person.Name == Facts.Name).ToArray();
        if (PhoneMasked is not null || IdentityMasked is not null)
        {
            return Masked(near, faults);
        }

        var (byPhone, byIdentity) = (people.ByPhone(Facts.PhoneIndex), people.ByIdentity(Facts.IdentityIndex));
        Facts.MustAgree(byPhone, byIdentity, faults);
        if (faults.Any)
        {
            return null;
        }

        var found = byPhone ?? byIdentity ?? Near(near, faults);
        if (faults.Any)
        {
            return null;
        }

        var person = found ?? Add(plan);
        faults.AddIf(PartyMember == true && !MayBeMarked(person, plan.Ground), new PartyMarkNeedsConsent());
        // A household's own people are changed; a stranger found by number stays as somebody else registered him or her, on whichever sheet he or she is named again.
        changed = (found is null || (near.Contains(person) && !people.IsStranger(person))) && Settle(person, plan);
        people.Join(belongsTo, person);
        return person;
    }

    /// <summary>The person of the household whom the row means; nobody is registered or changed by it.</summary>
    public Person? FindKnown(ImportPlan plan, Guid belongsTo, Faults faults)
    {
        var people = plan.Ground.People;
        var near = people.Near(belongsTo).Where(person => person.Name == Facts.Name).ToArray();
        if (PhoneMasked is not null || IdentityMasked is not null)
        {
            return Masked(near, faults);
        }

        var (byPhone, byIdentity) = (people.ByPhone(Facts.PhoneIndex), people.ByIdentity(Facts.IdentityIndex));
        Facts.MustAgree(byPhone, byIdentity, faults);
        return faults.Any ? null : byPhone ?? byIdentity ?? Near(near, faults);
    }

    private Person? Masked(Person[] near, Faults faults)
    {
        var person = near.FirstOrDefault(known => (PhoneMasked is null || known.PhoneMasked == PhoneMasked) && (IdentityMasked is null || known.IdentityMasked == IdentityMasked));
        faults.AddIf(person is null && PhoneMasked is not null, new PhoneNumberIsNotAMobileNumber());
        faults.AddIf(person is null && PhoneMasked is null, new IdentityNumberIsMalformed());
        return person;
    }

    // In one household a name means one person, unless the identity numbers say otherwise.
    private Person? Near(Person[] near, Faults faults)
    {
        var same = near.Where(person => Facts.Identity is null || person.IdentityIndex is null).ToArray();
        var fits = same.FirstOrDefault(person => Facts.Phone is null || person.PhoneIndex is null);
        faults.AddIf(fits is null && same.Length > 0, new PersonHasAnotherNumber());
        return fits;
    }

    private Person Add(ImportPlan plan)
    {
        var name = string.Create(CultureInfo.InvariantCulture, $"{Facts.Name}/{plan.New.Count}");
        var person = plan.Add(Facts.Make(plan.NewId("person", name), plan.Context.At, plan.Cipher));
        person.MadeUp = plan.MadeUp;
        plan.Ground.People.Index(person);
        return person;
    }

    private static bool MayBeMarked(Person person, Ground ground) => person.PartyMember || ground.EverybodyAgrees || ground.MarksAgreed.Contains(person.Id);

    private bool Settle(Person person, ImportPlan plan)
    {
        var changed = Facts.FillIn(person, plan.Cipher);
        if (changed)
        {
            plan.Ground.People.Index(person);
        }

        if (PartyMember is { } member && member != person.PartyMember && plan.Ground.KeepsMarks && (!member || MayBeMarked(person, plan.Ground)))
        {
            (person.PartyMember, changed) = (member, true);
        }

        if (changed)
        {
            plan.Change(person);
        }

        return changed;
    }

    [GeneratedRegex(@"^\d{3}\*{4,}[0-9X]{4}\z", RegexOptions.CultureInvariant)]
    private static partial Regex Mask();
}
