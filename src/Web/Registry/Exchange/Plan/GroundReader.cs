using Linli.Domain.Registry;
using Linli.Domain.Registry.Privacy;
using Linli.Web.Platform.Access;
using Linli.Web.Platform.Store;
using Linli.Web.Registry.Contract;
using Linli.Web.Registry.Store;
using Microsoft.EntityFrameworkCore;

namespace Linli.Web.Registry.Exchange.Plan;

/// <summary>Reads what is registered of a compound, as far as an import may change it.</summary>
internal sealed class GroundReader(LinliDb db, IDoubleRegistrations registrations, IConsents consents)
{
    public async Task<Ground> Read(Place compound, Gathering gathered, Actor actor, CancellationToken cancel)
    {
        var ground = new Ground(compound)
        {
            Community = await db.Places(actor, Permission.ManageRegistry).Where(p => p.Id == compound.ParentId).Select(p => (Guid?)p.Id).FirstOrDefaultAsync(cancel),
            Registrations = registrations.MayKeep(actor, new PlacePath(compound.Path))
                ? (await registrations.Of(compound.Id, actor, cancel)).ToDictionary(row => row.PersonId)
                : null,
            KeepsMarks = Scope.Of(actor, Permission.ViewPartyMembers).Covers(compound.Path),
        };
        await foreach (var place in db.Set<Place>().AsNoTracking().Where(p => p.Path.StartsWith(compound.Path) && p.Id != compound.Id).AsAsyncEnumerable().WithCancellation(cancel))
        {
            ground.Add(place);
        }

        await foreach (var unit in db.Set<Unit>().AsNoTracking().Where(u => u.CompoundId == compound.Id).AsAsyncEnumerable().WithCancellation(cancel))
        {
            ground.Add(unit);
        }

        await ReadOrganisations(ground, gathered, actor, cancel);
        await ReadHouseholds(ground, gathered, cancel);
        await SeatsElsewhere.Read(db, ground, gathered, cancel);
        if (gathered.NamesMembers)
        {
            ground.MarksAgreed.UnionWith(await consents.GivenBy(ground.People.Ids, ConsentPurposes.PartyMark, cancel));
            ground.MarksTakenBack.UnionWith(await consents.WithdrawnBy(ground.People.Ids, ConsentPurposes.PartyMark, cancel));
        }

        ground.People.ForgetIds();
        return ground;
    }

    private async Task ReadOrganisations(Ground ground, Gathering gathered, Actor actor, CancellationToken cancel)
    {
        var (names, codes) = (gathered.OrganisationNames.ToArray(), gathered.CreditCodes.ToArray());
        var inScope = await db.Organisations(actor, Permission.ManageRegistry).AsNoTracking()
            .Where(o => names.Contains(o.Name) || (o.CreditCode != null && codes.Contains(o.CreditCode))).ToListAsync(cancel);
        // Companies are public: any that the registry knows may serve or own here.
        var elsewhere = await db.Set<Organisation>().AsNoTracking()
            .Where(o => (o.Kind == OrganisationKind.PropertyCompany && names.Contains(o.Name)) || (o.CreditCode != null && codes.Contains(o.CreditCode))).ToListAsync(cancel);
        // Of two with one name, the one that is nearest is meant.
        foreach (var organisation in elsewhere.Concat(inScope.OrderBy(o => o.PlaceId == ground.Compound.Id).ThenBy(o => o.PlaceId == ground.Compound.ParentId)))
        {
            ground.Organisations[organisation.Name] = organisation;
            if (organisation.CreditCode is not null)
            {
                ground.ByCreditCode[organisation.CreditCode] = organisation;
            }
        }

        ground.InScope.UnionWith(inScope.Select(o => o.Id));
        ground.Services.AddRange(await db.Set<Service>().AsNoTracking().Where(s => s.CompoundId == ground.Compound.Id).ToListAsync(cancel));
        foreach (var seat in await (
            from post in db.Set<PostHeld>().AsNoTracking()
            join organisation in db.Set<Organisation>() on post.OrganisationId equals organisation.Id
            where post.PlaceId == ground.Compound.Id
            select new HeldSeat(post, organisation.Id, organisation.Kind, organisation.ShortName, ground.Compound.Path)).ToListAsync(cancel))
        {
            ground.Add(seat);
        }

        ground.Posts.AddRange(await db.Set<PostHeld>().AsNoTracking().Where(p => p.PlaceId == ground.Compound.Id && ground.InScope.Contains(p.OrganisationId)).ToListAsync(cancel));
    }

    private async Task ReadHouseholds(Ground ground, Gathering gathered, CancellationToken cancel)
    {
        var units = db.Set<Unit>().Where(u => u.CompoundId == ground.Compound.Id).Select(u => u.Id);
        var ownerships = await db.Set<Ownership>().AsNoTracking().Where(o => units.Contains(o.UnitId)).OrderBy(o => o.Since).ToListAsync(cancel);
        var residencies = await db.Set<Residency>().AsNoTracking().Where(r => units.Contains(r.UnitId)).OrderBy(r => r.Since).ToListAsync(cancel);
        var holders = ground.Posts.Select(p => p.PersonId).ToArray();
        var read = 0;
        await foreach (var person in db.Set<Person>().AsNoTracking().Where(p =>
            holders.Contains(p.Id)
            || db.Set<Ownership>().Any(o => o.PersonId == p.Id && units.Contains(o.UnitId))
            || db.Set<Residency>().Any(r => r.PersonId == p.Id && units.Contains(r.UnitId))).AsAsyncEnumerable().WithCancellation(cancel))
        {
            ground.People.Add(person);
            Memory.GiveBackAt(++read);
        }

        await ReadByNumber(ground, gathered, cancel);
        Memory.GiveBack(ownerships.Count + residencies.Count);
        foreach (var ownership in ownerships)
        {
            Of(ground.Ownerships, ownership.UnitId).Add(ownership);
            Join(ground, ownership.UnitId, ownership.PersonId);
        }

        foreach (var residency in residencies)
        {
            Of(ground.Residencies, residency.UnitId).Add(residency);
            Join(ground, residency.UnitId, residency.PersonId);
        }

        foreach (var post in ground.Posts)
        {
            Join(ground, post.OrganisationId, post.PersonId);
        }

        Memory.GiveBack(ownerships.Count + residencies.Count);
    }

    private async Task ReadByNumber(Ground ground, Gathering gathered, CancellationToken cancel)
    {
        // Whoever was read as one of the compound's is not asked for again.
        foreach (var phones in gathered.PhoneIndexes.Where(index => ground.People.ByPhone(index) is null).Chunk(10_000))
        {
            foreach (var person in await db.Set<Person>().AsNoTracking().Where(p => p.PhoneIndex != null && phones.Contains(p.PhoneIndex)).ToListAsync(cancel))
            {
                ground.People.AddStranger(person);
            }

            Memory.GiveBack(phones.Length);
        }

        foreach (var identities in gathered.IdentityIndexes.Where(index => ground.People.ByIdentity(index) is null).Chunk(10_000))
        {
            foreach (var person in await db.Set<Person>().AsNoTracking().Where(p => p.IdentityIndex != null && identities.Contains(p.IdentityIndex)).ToListAsync(cancel))
            {
                ground.People.AddStranger(person);
            }
        }
    }

    private static void Join(Ground ground, Guid belongsTo, Guid? personId)
    {
        if (personId is { } id && ground.People.Find(id) is { } person)
        {
            ground.People.Join(belongsTo, person);
        }
    }

    private static List<T> Of<T>(Dictionary<Guid, List<T>> lists, Guid key)
    {
        if (!lists.TryGetValue(key, out var list))
        {
            lists.Add(key, list = new(2));
        }

        return list;
    }
}
