using Linli.Domain.Kernel;
using Linli.Domain.Registry;
using Linli.Domain.Registry.Party;
using Linli.Web.Platform.Changes;
using Linli.Web.Platform.Store;
using Linli.Web.Registry.Store;
using Microsoft.EntityFrameworkCore;

namespace Linli.Web.Registry;

/// <summary>Ends an organisation. Posts, services and organisations below it are ended first, each with its own last day, so that nothing hangs on what is gone.</summary>
internal sealed class EndOrganisation(LinliDb db, Changes changes)
{
    private const string Process = nameof(EndOrganisation);

    public async Task<Outcome<Done>> Execute(Guid organisationId, EndInput input, ProcessContext context, CancellationToken cancel)
    {
        context = context.On(organisationId);
        if (await changes.HandledBefore(context, Process, cancel) is not null)
        {
            return Done.It;
        }

        // Who serves here but belongs elsewhere is ended where it belongs.
        var places = db.Places(context.Actor, Permission.ManageRegistry).Select(p => p.Id);
        var organisation = await db.Set<Organisation>().FirstOrDefaultAsync(o => o.Id == organisationId && places.Contains(o.PlaceId), cancel);
        if (organisation is null)
        {
            return new NotFound();
        }

        var faults = new Faults();
        var last = faults.LastDay(input, DateOnly.MinValue, organisation.EndedOn, ChinaTime.DayOf(context.At));
        if (!faults.Any && await StillHas(organisationId, last.AddDays(1), cancel) is { } rest)
        {
            faults.Add(rest);
        }

        // A Party organisation's members are transferred first.
        var members = await db.Set<PartyMembership>().CountAsync(m => m.OrganisationId == organisationId && m.Until == null, cancel);
        faults.AddIf(members > 0, new PartyMembersAreLeft(members));

        if (faults.Any)
        {
            return Outcome<Done>.Refused(faults.All);
        }

        organisation.EndedOn = last;
        var saved = await changes.Save(context, Process, "Organisation", organisation.Id, new { last }, cancel);
        return saved.Then(_ => Done.It);
    }

    private async Task<OrganisationStillHas?> StillHas(Guid id, DateOnly after, CancellationToken cancel)
    {
        var rest = new OrganisationStillHas(
            await db.Set<PostHeld>().CountAsync(p => p.OrganisationId == id && Terms.NotOver(p.LastDay, after), cancel),
            await db.Set<Service>().CountAsync(s => s.OrganisationId == id && Terms.NotOver(s.EndsOn, after), cancel),
            await db.Set<Organisation>().OpenOn(after).CountAsync(o => o.ParentId == id, cancel));
        return rest.Posts + rest.Services + rest.Below > 0 ? rest : null;
    }
}
