using Linli.Domain.Grid;
using Linli.Domain.Kernel;
using Linli.Web.Grid.Store;
using Linli.Web.Platform.Changes;
using Linli.Web.Platform.Store;
using Linli.Web.Registry.Contract;
using Microsoft.EntityFrameworkCore;

namespace Linli.Web.Grid.Members;

/// <summary>认领: a registered member takes a position of the own compound or its community, while there is a place left.</summary>
internal sealed class ClaimPosition(LinliDb db, Registrations registrations, IPlaces places, Changes changes)
{
    private const string Process = nameof(ClaimPosition);

    public async Task<Outcome<Guid>> Execute(Guid positionId, ProcessContext context, CancellationToken cancel)
    {
        context = context.On(positionId);
        if (await changes.HandledBefore(context, Process, cancel) is { } before)
        {
            return before;
        }

        var mine = await registrations.Mine(context.Actor, cancel);
        var position = await db.Set<Position>().FirstOrDefaultAsync(p => p.Id == positionId, cancel);
        // Offered by the own compound or by the community that it lies in: a place above or equal.
        if (mine is null || position is null || await places.PathOf(position.PlaceId, cancel) is not { } path || !path.Covers(mine.Compound))
        {
            return new NotFound();
        }

        var claims = await db.Set<PositionClaim>().Where(c => c.PositionId == positionId && c.EndedOn == null).ToListAsync(cancel);
        Refusal? refusal = mine.Row.EndedOn is not null ? new RegistrationHasEnded()
            : position.ClosedOn is not null ? new PositionIsClosed()
            : claims.Any(c => c.RegistrationId == mine.Row.Id) ? new PositionIsTakenAlready()
            : claims.Count >= position.Capacity ? new PositionIsFull(position.Capacity)
            : null;
        if (refusal is not null)
        {
            return refusal;
        }

        db.Add(new PositionClaim { Id = context.RequestId, PositionId = positionId, RegistrationId = mine.Row.Id, ClaimedOn = ChinaTime.DayOf(context.At) });
        // The version moves, so that of two who take the last place at once one is refused.
        db.Entry(position).Property(p => p.Capacity).IsModified = true;
        var saved = await changes.Save(context, Process, "Claim", context.RequestId, new { positionId, mine.Row.Id }, cancel);
        return saved.Then(made => made.SubjectId);
    }
}
