using Linli.Domain.Registry;
using Linli.Domain.Registry.Party;
using Linli.Web.Platform.Access;
using Linli.Web.Platform.Text;
using Linli.Web.Registry;
using Linli.Web.Registry.Store;

namespace Linli.Web.Demo.Builder;

/// <summary>A person in a post, and the post as people say it.</summary>
internal sealed record PostHolder(Person Person, PostHeld Post, string SaidAs);

internal sealed partial class WorldBuilder
{
    /// <summary>A made-up person, under the next made-up name unless one is given.</summary>
    public Person Person(string? name = null, bool hasPhone = true, bool partyMember = false)
    {
        name ??= names.NextName();
        var person = Rows.Add(new Person
        {
            Id = Id("person", $"{name}/{Rows.Of(typeof(Person)).Count}"),
            Name = name,
            Initials = PinyinInitials.OfPerson(name),
            PartyMember = partyMember,
            MadeUp = true,
            CreatedAt = Now,
        });
        if (hasPhone && PhoneNumber.TryParse(names.NextPhone(), out var phone))
        {
            person.PhoneCipher = ground.Cipher.Encrypt(phone.Digits);
            person.PhoneIndex = ground.Cipher.PhoneIndex(phone.Digits);
            person.PhoneMasked = phone.Masked;
        }

        return person;
    }

    /// <summary>A post for a place; without a first day it began two years ago, without a last day its term has three years to go.</summary>
    public PostHolder Post(Person person, PostKind kind, Organisation organisation, Place place, DateOnly? from = null, DateOnly? to = null, DateOnly? endedOn = null)
    {
        var post = Rows.Add(new PostHeld
        {
            Id = Id("post", $"{person.Id}/{kind.Code}/{organisation.Id}/{place.Code}"),
            PersonId = person.Id,
            OrganisationId = organisation.Id,
            Kind = kind.Code,
            PlaceId = place.Id,
            StartsOn = from ?? Today.AddYears(-2),
            EndsOn = to ?? Today.AddYears(3),
            EndedOn = endedOn,
            // Owners elect their committee, and whoever sits in it has declared to have no interest in the company.
            BegunBy = organisation.Kind == OrganisationKind.OwnersCommittee ? PostBeginning.Elected : PostBeginning.Appointed,
            DeclaredOn = organisation.Kind == OrganisationKind.OwnersCommittee ? from ?? Today.AddYears(-2) : null,
        });
        var refusals = Linli.Domain.Registry.Post.Of(kind, organisation.Kind, post.StartsOn, post.EndsOn).Refusals;
        return refusals.Count == 0
            ? new PostHolder(person, post, SaidAs(CapacityKind.Post, post.Id, place, kind.Code, organisation.ShortName))
            : throw new InvalidOperationException($"{refusals[0]}");
    }

    /// <summary>A post that was made before, by who holds it.</summary>
    public PostHolder HolderOf(Guid person, PostKind kind) =>
        Holder(Rows.Of<PostHeld>().First(post => post.PersonId == person && post.Kind == kind.Code));

    /// <summary>Who holds a post that an import has recorded.</summary>
    public PostHolder Holder(PostHeld post)
    {
        var body = Rows.Of<Organisation>().Single(organisation => organisation.Id == post.OrganisationId);
        var place = Rows.Of<Place>().Single(place => place.Id == post.PlaceId);
        return new PostHolder(Rows.Of<Person>().Single(person => person.Id == post.PersonId), post, SaidAs(CapacityKind.Post, post.Id, place, post.Kind, body.ShortName));
    }

    /// <summary>A household's capacity as people say it: 3栋2单元1204 · 业主.</summary>
    public string SaidAs(UnitBuilder unit, Person person) =>
        SaidAs(unit.IsOwnedBy(person) ? CapacityKind.Owner : CapacityKind.Resident, unit.Row.Id, unit.Building.Compound.Place, unitLabel: unit.Row.Label);

    /// <summary>A post as people say it.</summary>
    public string SaidAs(PostHeld post) => SaidAs(
        CapacityKind.Post, post.Id, Rows.Of<Place>().First(place => place.Id == post.PlaceId), post.Kind, Rows.Of<Organisation>().First(organisation => organisation.Id == post.OrganisationId).ShortName);

    private static string SaidAs(CapacityKind kind, Guid id, Place place, string? postKind = null, string? organisation = null, string? unitLabel = null) =>
        CapacityNames.ForRecord(new Capacity
        {
            Kind = kind,
            Id = id,
            PostKind = postKind,
            OrganisationName = organisation,
            PlaceId = place.Id,
            PlaceName = place.Name,
            Path = new PlacePath(place.Path),
            UnitLabel = unitLabel,
            Permissions = Permission.None,
        });
}
