using Linli.Domain.Kernel;
using Linli.Web.Grid.Store;
using Linli.Web.Platform.Changes;
using Linli.Web.Platform.Store;
using Linli.Web.Registry.Contract;
using Microsoft.EntityFrameworkCore;

namespace Linli.Web.Grid.Grids;

/// <summary>Which grid takes this one up.</summary>
public sealed record MergeInput : ChangeInput
{
    public Guid? IntoId { get; init; }
}

/// <summary>Merges a grid into another of the same kind and place; it ends, its parts go over. Its leader's households pass by a hand-over list.</summary>
internal sealed class MergeGrid(LinliDb db, IPlaces places, Changes changes)
{
    private const string Process = nameof(MergeGrid);

    public async Task<Outcome<Done>> Execute(Guid gridId, MergeInput input, ProcessContext context, CancellationToken cancel)
    {
        context = context.On(gridId);
        if (await changes.HandledBefore(context, Process, cancel) is not null)
        {
            return Done.It;
        }

        if (await SplitGrid.Find(db, places, gridId, context.Actor, cancel) is not { } grid)
        {
            return new NotFound();
        }

        var into = await SplitGrid.Find(db, places, input.IntoId, context.Actor, cancel);
        var faults = new GridFaults();
        faults.AddIf(
            into is null || into.Id == gridId || into.Kind != grid.Kind || into.PlaceId != grid.PlaceId || into.EndedOn is not null, new GridChoiceIsMissing(nameof(input.IntoId)));
        faults.AddIf(grid.EndedOn is not null, new GridHasEnded());
        if (faults.Any)
        {
            return Outcome<Done>.Refused(faults.All);
        }

        var known = await db.Set<GridPart>().Where(p => p.GridId == into!.Id).ToListAsync(cancel);
        foreach (var part in await db.Set<GridPart>().Where(p => p.GridId == gridId).ToListAsync(cancel))
        {
            // What both held is held once.
            if (known.Any(k => k.PlaceId == part.PlaceId && k.UnitId == part.UnitId))
            {
                db.Remove(part);
            }
            else
            {
                part.GridId = into!.Id;
            }
        }

        grid.EndedOn = ChinaTime.DayOf(context.At);
        var saved = await changes.Save(context, Process, "Grid", gridId, new { into = into!.Id }, cancel);
        return saved.Then(_ => Done.It);
    }
}
