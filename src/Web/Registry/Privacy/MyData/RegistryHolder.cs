using Linli.Domain.Kernel;
using Linli.Domain.Registry.Privacy;
using Linli.Web.Platform.Personal;
using Linli.Web.Platform.Store;
using Linli.Web.Platform.Text;
using Linli.Web.Registry.Contract;
using Linli.Web.Registry.Store;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace Linli.Web.Registry.Privacy.MyData;

/// <summary>What the registry holds: who somebody is, where the person lives or owns, and which posts the person holds.</summary>
internal sealed class RegistryHolder(
    LinliDb db, PersonalCipher cipher, TimeProvider clock, IStringLocalizer<PrivacyTexts> texts, IStringLocalizer<RegistryTexts> registry, IStringLocalizer<Texts> shared)
    : IPersonalDataHolder
{
    public async Task<IReadOnlyList<HeldCategory>> Held(Guid personId, bool whole, CancellationToken cancel)
    {
        var person = await db.Set<Person>().AsNoTracking().SingleAsync(p => p.Id == personId, cancel);
        return [Facts(person, whole), await Homes(personId, cancel), await Posts(personId, cancel)];
    }

    public async Task<IReadOnlyCollection<ErasureObstacle>> ObstaclesTo(Guid personId, CancellationToken cancel)
    {
        var today = ChinaTime.DayOf(clock.GetUtcNow());
        var obstacles = new List<ErasureObstacle>();
        if (await db.Set<Ownership>().AnyAsync(o => o.PersonId == personId && Terms.NotOver(o.Until, today), cancel)
            || await db.Set<Residency>().AnyAsync(r => r.PersonId == personId && Terms.NotOver(r.Until, today), cancel))
        {
            obstacles.Add(ErasureObstacle.Household);
        }

        if (await db.Set<PostHeld>().AnyAsync(p => p.PersonId == personId && Terms.NotOver(p.LastDay, today), cancel))
        {
            obstacles.Add(ErasureObstacle.Post);
        }

        return obstacles;
    }

    // Homes and posts that have ended keep their rows: they point to a person whom nobody recognises.
    public async Task Erase(Guid personId, DateTimeOffset now, CancellationToken cancel)
    {
        var words = ErasedPeople.WordsForRecord;
        await db.Set<Person>().Where(p => p.Id == personId).ExecuteUpdateAsync(
            p => p.SetProperty(x => x.Name, words).SetProperty(x => x.Initials, string.Empty)
                .SetProperty(x => x.PhoneCipher, (byte[]?)null).SetProperty(x => x.PhoneIndex, (byte[]?)null).SetProperty(x => x.PhoneMasked, (string?)null)
                .SetProperty(x => x.IdentityCipher, (byte[]?)null).SetProperty(x => x.IdentityIndex, (byte[]?)null).SetProperty(x => x.IdentityMasked, (string?)null)
                .SetProperty(x => x.PartyMember, false).SetProperty(x => x.ErasedAt, now), cancel);
        await db.Set<RightsRequest>().Where(r => r.PersonId == personId && r.State != RightsRequestState.Open).ExecuteUpdateAsync(
            r => r.SetProperty(x => x.ProposedCipher, (byte[]?)null).SetProperty(x => x.Explanation, (string?)null), cancel);
        await db.Set<Consent>().Where(c => c.PersonId == personId).ExecuteDeleteAsync(cancel);
        await db.Set<NoticeReading>().Where(r => r.PersonId == personId).ExecuteDeleteAsync(cancel);
    }

    private HeldCategory Facts(Person person, bool whole)
    {
        string? Number(byte[]? sealedNumber, string? masked) => whole && sealedNumber is not null ? cipher.Decrypt(sealedNumber) : masked;
        return new HeldCategory(texts["Held.Facts"], "registry.people",
        [
            new(texts["Held.Name"], person.Name),
            new(texts["Held.Phone"], Number(person.PhoneCipher, person.PhoneMasked)),
            new(texts["Held.Identity"], Number(person.IdentityCipher, person.IdentityMasked)),
            new(texts["Held.PartyMark"], texts[person.PartyMember ? "Yes" : "No"]),
            new(texts["Held.Since"], null, person.CreatedAt),
        ]);
    }

    private async Task<HeldCategory> Homes(Guid personId, CancellationToken cancel)
    {
        var owned = await (
            from o in db.Set<Ownership>() join u in db.Set<Unit>() on o.UnitId equals u.Id join c in db.Set<Place>() on u.CompoundId equals c.Id
            where o.PersonId == personId orderby o.Since descending
            select new { Compound = c.Name, u.Label, o.Since, o.Until }).ToListAsync(cancel);
        var lived = await (
            from r in db.Set<Residency>() join u in db.Set<Unit>() on r.UnitId equals u.Id join c in db.Set<Place>() on u.CompoundId equals c.Id
            where r.PersonId == personId orderby r.Since descending
            select new { Compound = c.Name, u.Label, r.Since, r.Until, r.Relation }).ToListAsync(cancel);
        return new HeldCategory(texts["Held.Homes"], "registry.ownerships",
        [
            .. owned.Select(o => new HeldItem(registry["Owner"], $"{o.Compound} {o.Label} · {Term(o.Since, o.Until)}")),
            .. lived.Select(r => new HeldItem(registry[$"Relation.{r.Relation}"], $"{r.Compound} {r.Label} · {Term(r.Since, r.Until)}")),
        ]);
    }

    private async Task<HeldCategory> Posts(Guid personId, CancellationToken cancel)
    {
        var held = await (
            from p in db.Set<PostHeld>() join o in db.Set<Organisation>() on p.OrganisationId equals o.Id
            where p.PersonId == personId orderby p.StartsOn descending
            select new { p.Kind, o.Name, p.StartsOn, p.EndsOn, p.EndedOn }).ToListAsync(cancel);
        return new HeldCategory(texts["Held.Posts"], "registry.posts",
            [.. held.Select(p => new HeldItem(shared["Post." + p.Kind], $"{p.Name} · {Term(p.StartsOn, p.EndedOn ?? p.EndsOn)}"))]);
    }

    private string Term(DateOnly from, DateOnly? to) => to is { } last ? texts["Term", Moments.Day(from), Moments.Day(last)] : texts["TermOpen", Moments.Day(from)];
}
