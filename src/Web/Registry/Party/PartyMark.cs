using Linli.Domain.Kernel;
using Linli.Domain.Registry;
using Linli.Domain.Registry.Privacy;
using Linli.Web.Platform.Access;
using Linli.Web.Platform.Store;
using Linli.Web.Registry.Contract;
using Linli.Web.Registry.Store;
using Microsoft.EntityFrameworkCore;

namespace Linli.Web.Registry.Party;

/// <summary>
/// The mark of Party membership at a person rests on that person's own consent (domain.md §9.2, consents.json), whoever knows of the membership; the
/// register of a Party organisation does not. It is set here and by the workbook alone, and the database takes it from nobody without consent.
/// </summary>
internal sealed class PartyMark(LinliDb db, IConsents consents) : IRestsOnConsent
{
    public string Purpose => ConsentPurposes.PartyMark;

    /// <summary>Marks the person if he or she has agreed and the actor does Party work; a withdrawal at the same moment waits.</summary>
    public async Task Set(Person person, Actor actor, CancellationToken cancel)
    {
        if (Scope.Of(actor, Permission.ManageParty).IsNothing)
        {
            return;
        }

        await consents.Hold(person.Id, cancel);
        person.PartyMember |= (await consents.GivenBy([person.Id], Purpose, cancel)).Count > 0;
    }

    // A person's own word marks nobody: a Party organisation has to know the member.
    public async Task Begin(Guid personId, DateTimeOffset at, CancellationToken cancel)
    {
        var today = ChinaTime.DayOf(at);
        if (await db.Set<PartyMembership>().NotOver(today).AnyAsync(m => m.PersonId == personId && m.Since <= today, cancel)
            && await db.Set<Person>().SingleOrDefaultAsync(p => p.Id == personId && !p.PartyMember && p.RestrictedAt == null && p.ErasedAt == null, cancel) is { } member)
        {
            member.PartyMember = true;
        }
    }

    public async Task Remove(Guid personId, DateTimeOffset at, CancellationToken cancel)
    {
        if (await db.Set<Person>().SingleOrDefaultAsync(p => p.Id == personId && p.PartyMember, cancel) is { } member)
        {
            member.PartyMember = false;
        }
    }
}
