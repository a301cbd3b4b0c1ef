using Linli.Domain.Grid;
using Linli.Domain.Kernel;
using Linli.Domain.Registry;
using Linli.Web.Grid.Store;
using Linli.Web.Platform.Access;
using Linli.Web.Platform.Changes;
using Linli.Web.Platform.Store;
using Linli.Web.Registry.Contract;
using Microsoft.EntityFrameworkCore;

namespace Linli.Web.Grid.Leaders;

/// <summary>Gives a list up: what was signed off stays with the successor, the rest with the predecessor.</summary>
internal sealed class CancelHandOver(LinliDb db, IPlaces places, Changes changes)
{
    private const string Process = nameof(CancelHandOver);

    public async Task<Outcome<Done>> Execute(Guid handOverId, ReasonInput input, ProcessContext context, CancellationToken cancel)
    {
        context = context.On(handOverId);
        if (await changes.HandledBefore(context, Process, cancel) is not null)
        {
            return Done.It;
        }

        var list = await db.Set<HandOverList>().FirstOrDefaultAsync(h => h.Id == handOverId, cancel);
        if (list is null || await places.PathOf(list.PlaceId, cancel) is not { } compound || !Scope.Of(context.Actor, Permission.ManageGrid).Covers(compound))
        {
            return new NotFound();
        }

        var faults = new GridFaults();
        var reason = faults.Line(nameof(input.Reason), input.Reason, 100);
        faults.AddIf(list.State != HandOverState.Open, new HandOverIsClosed());
        if (faults.Any)
        {
            return Outcome<Done>.Refused(faults.All);
        }

        (list.State, list.ClosedAt) = (HandOverState.Cancelled, context.At);
        foreach (var item in await db.Set<HandOverItem>().Where(i => i.HandOverId == handOverId && i.Waits).ToListAsync(cancel))
        {
            item.Waits = false;
        }

        var saved = await changes.Save(context with { Reason = reason }, Process, "HandOver", handOverId, new { list.State }, cancel);
        return saved.Then(_ => Done.It);
    }
}
