using Linli.Domain.Kernel;
using Linli.Web.Grid.Store;
using Linli.Web.Platform.Changes;
using Linli.Web.Platform.Store;
using Microsoft.EntityFrameworkCore;

namespace Linli.Web.Grid.Members;

/// <summary>Gives a position back.</summary>
internal sealed class LeavePosition(LinliDb db, Registrations registrations, Changes changes)
{
    private const string Process = nameof(LeavePosition);

    public async Task<Outcome<Done>> Execute(Guid claimId, ProcessContext context, CancellationToken cancel)
    {
        context = context.On(claimId);
        if (await changes.HandledBefore(context, Process, cancel) is not null)
        {
            return Done.It;
        }

        var claim = await db.Set<PositionClaim>().FirstOrDefaultAsync(c => c.Id == claimId && c.EndedOn == null, cancel);
        if (claim is null || await registrations.Find(claim.RegistrationId, context.Actor, cancel) is null)
        {
            return new NotFound();
        }

        claim.EndedOn = ChinaTime.DayOf(context.At);
        var saved = await changes.Save(context, Process, "Claim", claimId, new { claim.EndedOn }, cancel);
        return saved.Then(_ => Done.It);
    }
}
