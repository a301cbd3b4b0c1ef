using Linli.Domain.Kernel;
using Linli.Domain.Registry;
using Linli.Web.Platform.Access;
using Linli.Web.Platform.Changes;
using Linli.Web.Platform.Personal;
using Linli.Web.Platform.Store;
using Linli.Web.Registry.Contract;
using Linli.Web.Registry.Store;
using Microsoft.EntityFrameworkCore;

namespace Linli.Web.Registry;

/// <summary>
/// Makes the person and the post that the platform begins with: an administrator of the operator, for the whole country.
/// Whoever has the number already is given the post; calling it twice changes nothing the second time.
/// </summary>
internal sealed class Administrators(LinliDb db, Changes changes, PersonalCipher cipher, TimeProvider clock) : IAdministrators
{
    private static readonly string Kind = PostKinds.PlatformAdministrator.Code;

    public async Task<Outcome<Guid>> Make(string name, PhoneNumber phone, CancellationToken cancel)
    {
        var now = clock.GetUtcNow();
        var index = cipher.PhoneIndex(phone.Digits);
        var person = await db.Set<Person>().FirstOrDefaultAsync(p => p.PhoneIndex == index, cancel);
        if (person is null)
        {
            person = new Person
            {
                Id = Guid.CreateVersion7(now),
                Name = name,
                Initials = PinyinInitials.Of(name),
                PhoneCipher = cipher.Encrypt(phone.Digits),
                PhoneIndex = index,
                PhoneMasked = phone.Masked,
                CreatedAt = now,
            };
            db.Add(person);
        }
        else if (await db.Set<PostHeld>().HeldOn(ChinaTime.DayOf(now)).AnyAsync(p => p.PersonId == person.Id && p.Kind == Kind, cancel))
        {
            return person.Id;
        }

        var root = await db.Set<Place>().SingleAsync(p => p.Path == string.Empty, cancel);
        var post = new PostHeld
        {
            Id = Guid.CreateVersion7(now),
            PersonId = person.Id,
            OrganisationId = await Operator(root.Id, now, cancel),
            Kind = Kind,
            PlaceId = root.Id,
            StartsOn = ChinaTime.DayOf(now),
        };
        db.Add(post);
        var context = new ProcessContext { Actor = Actor.System, At = now, RequestId = post.Id };
        var saved = await changes.Save(context, "MakeAdministrator", "Post", post.Id, new { post.PersonId, post.Kind }, cancel);
        return saved.Then(_ => person.Id);
    }

    private async Task<Guid> Operator(Guid root, DateTimeOffset now, CancellationToken cancel)
    {
        var known = await db.Set<Organisation>().OpenOn(ChinaTime.DayOf(now))
            .Where(o => o.Kind == OrganisationKind.Operator).Select(o => (Guid?)o.Id).FirstOrDefaultAsync(cancel);
        if (known is { } id)
        {
            return id;
        }

        var made = new Organisation
        {
            Id = Guid.CreateVersion7(now),
            Kind = OrganisationKind.Operator,
            Name = ChineseNames.Operator,
            ShortName = ChineseNames.Operator,
            Initials = PinyinInitials.Of(ChineseNames.Operator),
            PlaceId = root,
        };
        db.Add(made);
        return made.Id;
    }
}
