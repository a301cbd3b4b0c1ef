using Linli.Domain.Kernel;
using Linli.Web.Grid.Store;
using Linli.Web.Platform.Changes;
using Linli.Web.Platform.Store;
using Microsoft.EntityFrameworkCore;

namespace Linli.Web.Grid.Members;

/// <summary>Ends a registration, by the member or for the branch; positions taken are given back, hours served stay.</summary>
internal sealed class EndRegistration(LinliDb db, Registrations registrations, Changes changes)
{
    private const string Process = nameof(EndRegistration);

    public async Task<Outcome<Done>> Execute(Guid id, ProcessContext context, CancellationToken cancel)
    {
        context = context.On(id);
        if (await changes.HandledBefore(context, Process, cancel) is not null)
        {
            return Done.It;
        }

        if (await registrations.Find(id, context.Actor, cancel) is not { Row: var row })
        {
            return new NotFound();
        }

        if (row.EndedOn is not null)
        {
            return new RegistrationHasEnded();
        }

        row.EndedOn = ChinaTime.DayOf(context.At);
        foreach (var claim in await db.Set<PositionClaim>().Where(c => c.RegistrationId == id && c.EndedOn == null).ToListAsync(cancel))
        {
            claim.EndedOn = row.EndedOn;
        }

        var saved = await changes.Save(context, Process, "DoubleRegistration", id, new { row.EndedOn }, cancel);
        return saved.Then(_ => Done.It);
    }
}
