using Linli.Domain.Grid;
using Linli.Domain.Kernel;
using Linli.Domain.Registry;
using Linli.Web.Grid.Store;
using Linli.Web.Platform.Access;
using Linli.Web.Platform.Changes;
using Linli.Web.Platform.Store;
using Linli.Web.Registry.Contract;
using Microsoft.EntityFrameworkCore;

namespace Linli.Web.Grid.Members;

/// <summary>Closes a position; those who hold it are released, hours served stay.</summary>
internal sealed class ClosePosition(LinliDb db, IPlaces places, Changes changes)
{
    private const string Process = nameof(ClosePosition);

    public async Task<Outcome<Done>> Execute(Guid id, ProcessContext context, CancellationToken cancel)
    {
        context = context.On(id);
        if (await changes.HandledBefore(context, Process, cancel) is not null)
        {
            return Done.It;
        }

        var position = await db.Set<Position>().FirstOrDefaultAsync(p => p.Id == id, cancel);
        if (position is null || await places.PathOf(position.PlaceId, cancel) is not { } path || !Scope.Of(context.Actor, Permission.ManageGrid).Covers(path))
        {
            return new NotFound();
        }

        if (position.ClosedOn is not null)
        {
            return new PositionIsClosed();
        }

        position.ClosedOn = ChinaTime.DayOf(context.At);
        foreach (var claim in await db.Set<PositionClaim>().Where(c => c.PositionId == id && c.EndedOn == null).ToListAsync(cancel))
        {
            claim.EndedOn = position.ClosedOn;
        }

        var saved = await changes.Save(context, Process, "Position", id, new { position.ClosedOn }, cancel);
        return saved.Then(_ => Done.It);
    }
}
