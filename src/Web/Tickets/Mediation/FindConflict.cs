using Linli.Domain.Tickets.Mediation;
using Linli.Web.Platform.Store;
using Microsoft.EntityFrameworkCore;

namespace Linli.Web.Tickets.Mediation;

/// <summary>Gathers what the platform knows that forbids somebody a case.</summary>
internal sealed class FindConflict(LinliDb db, MediationSeal seal)
{
    public async Task<MediatorConflict> Of(Guid mediator, CaseFile file, DateOnly today, Platform.Changes.ProcessContext context, CancellationToken cancel)
    {
        if (context.Actor.IsSystem)
        {
            throw new InvalidOperationException("Mediators are people.");
        }

        var people = file.Parties.Select(party => party.PersonId).OfType<Guid>().ToArray();
        var sharesHome = await db.Database.SqlQuery<bool>(
            $"""
            with homes as (
              select person_id, unit_id from registry.ownerships where registry.holds(since, until, {today}) and person_id is not null
              union all
              select person_id, unit_id from registry.residencies where registry.holds(since, until, {today}))
            select exists (select from homes m join homes p on p.unit_id = m.unit_id where m.person_id = {mediator} and p.person_id = any({people})) as "Value"
            """).SingleAsync(cancel);
        var bodies = await db.Database.SqlQuery<string>(
            $"""
            select unnest(array[o.name, o.short_name]) as "Value" from registry.posts h join registry.organisations o on o.id = h.organisation_id
             where h.person_id = {mediator} and registry.holds(h.starts_on, h.last_day, {today})
            """).ToListAsync(cancel);
        return new MediatorConflict(
            IsParty: people.Contains(mediator),
            SharesHome: sharesHome,
            WorksForParty: file.Parties.Any(party => bodies.Contains(seal.Open(party.Name), StringComparer.Ordinal)),
            HasDeclined: file.Mediators.Any(one => one.PersonId == mediator && one.Until is not null));
    }
}
