using Linli.Domain.Kernel;
using Linli.Domain.Registry;
using Linli.Web.Platform.Access;
using Linli.Web.Platform.Store;
using Linli.Web.Registry.Store;
using Microsoft.EntityFrameworkCore;

namespace Linli.Web.Registry.Queries;

/// <summary>A person as far as the capacity reaches: numbers masked, homes and posts of the own scope only.</summary>
public sealed record PersonView
{
    public required Guid Id { get; init; }

    public required string Name { get; init; }

    public string? PhoneMasked { get; init; }

    public string? IdentityMasked { get; init; }

    /// <summary>False also where the capacity may not see who is a member.</summary>
    public required bool PartyMember { get; init; }

    public required bool MadeUp { get; init; }

    public required IReadOnlyList<HomeView> Homes { get; init; }

    public required IReadOnlyList<PostView> Posts { get; init; }

    public required bool MayUnmask { get; init; }

    public required bool MayCorrect { get; init; }
}

public sealed record HomeView(string UnitCode, string Label, string CompoundName, bool IsOwner);

internal sealed class ShowPerson(LinliDb db, TimeProvider clock)
{
    public async Task<PersonView?> Execute(Guid id, Actor actor, CancellationToken cancel)
    {
        var person = await db.People(actor, Permission.ViewPeople).AsNoTracking().FirstOrDefaultAsync(p => p.Id == id, cancel);
        if (person is null)
        {
            return null;
        }

        var today = ChinaTime.DayOf(clock.GetUtcNow());
        var homes = await (
            from unit in db.Set<Unit>()
            join compound in db.Places(actor, Permission.ViewPeople) on unit.CompoundId equals compound.Id
            let owns = db.Set<Ownership>().Any(o => o.UnitId == unit.Id && o.PersonId == id && Terms.NotOver(o.Until, today))
            where owns || db.Set<Residency>().Any(r => r.UnitId == unit.Id && r.PersonId == id && Terms.NotOver(r.Until, today))
            orderby unit.Code
            select new HomeView(unit.Code, unit.Label, compound.Name, owns)).ToListAsync(cancel);
        var places = db.Places(actor, Permission.ViewPeople).Select(p => p.Id);
        return new PersonView
        {
            Id = person.Id,
            Name = person.Name,
            PhoneMasked = person.PhoneMasked,
            IdentityMasked = person.IdentityMasked,
            PartyMember = person.PartyMember && await db.People(actor, Permission.ViewPartyMembers).AnyAsync(p => p.Id == id, cancel),
            MadeUp = person.MadeUp,
            Homes = homes,
            Posts = await ShowOrganisation.Posts(db, db.Set<PostHeld>().Where(p => p.PersonId == id && places.Contains(p.PlaceId)), today, cancel),
            MayCorrect = await db.People(actor, Permission.ManageRegistry).AnyAsync(p => p.Id == id, cancel),
            MayUnmask = await db.People(actor, Permission.UnmaskPersonalData).AnyAsync(p => p.Id == id, cancel),
        };
    }
}
