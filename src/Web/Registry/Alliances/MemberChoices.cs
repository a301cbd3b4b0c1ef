using Linli.Domain.Kernel;
using Linli.Domain.Registry.Alliances;
using Linli.Web.Platform.Access;
using Linli.Web.Platform.Store;
using Linli.Web.Registry.Queries;
using Linli.Web.Registry.Store;
using Microsoft.EntityFrameworkCore;

namespace Linli.Web.Registry.Alliances;

/// <summary>Who could join an association: organisations and persons.</summary>
public sealed record Candidates(string AssociationName, IReadOnlyList<Choice> Organisations, IReadOnlyList<Choice> Persons);

/// <summary>Organisations of the right kinds in the area and who holds posts in them, without those who belong already. Only for who keeps the books.</summary>
internal sealed class MemberChoices(LinliDb db, TimeProvider clock)
{
    private const int Most = 1000;

    public async Task<Candidates?> Execute(Guid associationId, Actor actor, CancellationToken cancel)
    {
        if (await db.LivingAssociation(associationId, actor, cancel) is not { } association)
        {
            return null;
        }

        var today = ChinaTime.DayOf(clock.GetUtcNow());
        var area = await db.Set<Place>().Where(p => p.Id == association.PlaceId).Select(p => p.Path).SingleAsync(cancel);
        var there = db.OrganisationsOfArea(area, today);
        var members = db.Set<AssociationMember>().Where(m => m.AssociationId == associationId && m.LeftOn == null);
        var kinds = Membership.Organisations(association.Kind).ToArray();
        var organisations = await there.Where(o => kinds.Contains(o.Kind) && !members.Any(m => m.OrganisationId == o.Id))
            .OrderBy(o => o.Kind).ThenBy(o => EF.Functions.Collate(o.Name, NaturalOrder.Collation)).ThenBy(o => o.Id)
            .Take(Most).Select(o => new Choice(o.Id, o.Name)).ToListAsync(cancel);
        var joining = Membership.PersonsFrom(association.Kind).ToArray();
        var persons = await (
            from post in db.Set<PostHeld>().HeldOn(today)
            join o in there.Where(o => joining.Contains(o.Kind)) on post.OrganisationId equals o.Id
            join person in db.Set<Person>() on post.PersonId equals person.Id
            where !members.Any(m => m.PersonId == person.Id)
            orderby o.ShortName, person.Name, person.Id
            select new Choice(person.Id, person.Name + " · " + o.ShortName)).Take(Most).ToListAsync(cancel);
        return new Candidates(association.ShortName, organisations, [.. persons.DistinctBy(p => p.Id)]);
    }
}
