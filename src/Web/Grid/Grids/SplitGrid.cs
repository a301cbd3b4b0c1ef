using Linli.Domain.Kernel;
using Linli.Domain.Registry;
using Linli.Web.Grid.Store;
using Linli.Web.Platform.Access;
using Linli.Web.Platform.Changes;
using Linli.Web.Platform.Store;
using Linli.Web.Registry.Contract;
using Microsoft.EntityFrameworkCore;

namespace Linli.Web.Grid.Grids;

/// <summary>Which parts become a grid of their own, and what it is called.</summary>
public sealed record SplitInput : ChangeInput
{
    public string? Name { get; init; }

    /// <summary>Ids of the parts that go.</summary>
    public IReadOnlyList<Guid>? Parts { get; init; }
}

/// <summary>Splits a grid: some of its parts become a new one of the same kind. Its leader's households pass by a hand-over list of their own.</summary>
internal sealed class SplitGrid(LinliDb db, IPlaces places, Changes changes)
{
    private const string Process = nameof(SplitGrid);

    public async Task<Outcome<Guid>> Execute(Guid gridId, SplitInput input, ProcessContext context, CancellationToken cancel)
    {
        context = context.On(gridId);
        if (await changes.HandledBefore(context, Process, cancel) is { } before)
        {
            return before;
        }

        if (await Find(db, places, gridId, context.Actor, cancel) is not { } grid)
        {
            return new NotFound();
        }

        var faults = new GridFaults();
        var name = faults.Line(nameof(input.Name), input.Name, 30);
        var parts = await db.Set<GridPart>().Where(p => p.GridId == gridId).ToListAsync(cancel);
        var going = parts.Where(p => input.Parts?.Contains(p.Id) == true).ToList();
        faults.AddIf(going.Count == 0 || going.Count != input.Parts?.Distinct().Count(), new GridChoiceIsMissing(nameof(input.Parts)));
        faults.AddIf(going.Count == parts.Count, new NothingWouldStay());
        faults.AddIf(grid.EndedOn is not null, new GridHasEnded());
        if (faults.Any)
        {
            return Outcome<Guid>.Refused(faults.All);
        }

        var made = db.Add(new GridUnit
        {
            Id = context.RequestId, Kind = grid.Kind, Name = name, ParentId = grid.ParentId, PlaceId = grid.PlaceId, OpenedOn = ChinaTime.DayOf(context.At),
        }).Entity;
        going.ForEach(part => part.GridId = made.Id);
        db.Entry(grid).Property(g => g.Name).IsModified = true;
        var saved = await changes.Save(context, Process, "Grid", made.Id, new { from = gridId, parts = going.Count }, cancel);
        return saved.Then(done => done.SubjectId);
    }

    internal static async Task<GridUnit?> Find(LinliDb db, IPlaces places, Guid? id, Actor actor, CancellationToken cancel) =>
        await db.Set<GridUnit>().FirstOrDefaultAsync(g => g.Id == id, cancel) is { } grid
            && await places.PathOf(grid.PlaceId, cancel) is { } path && Scope.Of(actor, Permission.ManageGrid).Covers(path) ? grid : null;
}

/// <summary>All parts would go; then it is a new name, not a split.</summary>
public sealed record NothingWouldStay : Refusal
{
    public override string? Field => "Parts";
}

/// <summary>The grid has ended.</summary>
public sealed record GridHasEnded : Refusal;
