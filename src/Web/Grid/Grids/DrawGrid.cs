using Linli.Domain.Grid;
using Linli.Domain.Kernel;
using Linli.Domain.Registry;
using Linli.Web.Grid.Store;
using Linli.Web.Platform.Access;
using Linli.Web.Platform.Changes;
using Linli.Web.Platform.Store;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace Linli.Web.Grid.Grids;

/// <summary>A grid as it is drawn: kind, name, and the buildings, entrances and units that it holds.</summary>
public sealed record DrawInput : HouseholdsInput
{
    public GridKind? Kind { get; init; }

    public string? Name { get; init; }

    public Guid? ParentId { get; init; }
}

/// <summary>Draws a grid over buildings, entrances and units. Its size is judged where it is shown; nothing is refused for it.</summary>
internal sealed class DrawGrid(LinliDb db, NpgsqlDataSource database, GridPlaces places, Changes changes)
{
    private const string Process = nameof(DrawGrid);

    public async Task<Outcome<Guid>> Execute(string placeCode, DrawInput input, ProcessContext context, CancellationToken cancel)
    {
        context = context.On(placeCode);
        if (await changes.HandledBefore(context, Process, cancel) is { } before)
        {
            return before;
        }

        if (await places.Find(placeCode, context.Actor, Permission.ManageGrid, cancel) is not { Kind: PlaceKind.Community or PlaceKind.Compound } place)
        {
            return new NotFound();
        }

        var faults = new GridFaults();
        var kind = input.Kind is { } given && Enum.IsDefined(given) ? given : default;
        faults.AddIf(input.Kind is null || !Enum.IsDefined(input.Kind.Value), new GridChoiceIsMissing(nameof(input.Kind)));
        var name = faults.Line(nameof(input.Name), input.Name, 30);
        await CheckParent(input.ParentId, kind, place, faults, cancel);
        var parts = await Parts(place, input, Scope.Of(context.Actor, Permission.ManageGrid), faults, cancel);
        if (faults.Any)
        {
            return Outcome<Guid>.Refused(faults.All);
        }

        var grid = db.Add(new GridUnit
        {
            Id = context.RequestId, Kind = kind, Name = name, ParentId = input.ParentId, PlaceId = place.Id, OpenedOn = ChinaTime.DayOf(context.At),
        }).Entity;
        db.AddRange(parts.Select(part => new GridPart { Id = Guid.CreateVersion7(context.At), GridId = grid.Id, PlaceId = part.Place, UnitId = part.Unit }));
        var saved = await changes.Save(context, Process, "Grid", grid.Id, new { kind, place.Id, parts = parts.Count }, cancel);
        return saved.Then(made => made.SubjectId);
    }

    // The grid above is one of the same place or of a place around it.
    private async Task CheckParent(Guid? id, GridKind kind, GridPlace place, GridFaults faults, CancellationToken cancel)
    {
        if (id is null)
        {
            return;
        }

        var parent = await db.Set<GridUnit>().AsNoTracking().FirstOrDefaultAsync(g => g.Id == id && g.EndedOn == null, cancel);
        var around = parent is not null && (await database.Read(
            "select 1 from registry.places where id = @id and @path like path || '%'", _ => true, cancel, ("id", parent.PlaceId), ("path", place.Path.Value))).Count > 0;
        faults.AddIf(!around || parent!.Kind >= kind, new GridChoiceIsMissing(nameof(DrawInput.ParentId)));
    }

    // A general grid may be the whole community; the others name what they hold.
    private async Task<IReadOnlyList<(Guid? Place, Guid? Unit)>> Parts(GridPlace place, DrawInput input, Scope scope, GridFaults faults, CancellationToken cancel)
    {
        string[] codes = [.. (input.Places ?? []).Concat(input.Units ?? []).Where(c => !string.IsNullOrWhiteSpace(c)).Select(c => c.Trim()).Distinct()];
        if (codes.Length == 0)
        {
            faults.AddIf(input.Kind is not GridKind.General, new HouseholdsAreMissing());
            return [(place.Id, null)];
        }

        var found = await database.Read(
            """
            select b.id, null::uuid from registry.places b where b.code = any(@codes) and b.path like @path || '%' and b.path like @scope
            union all
            select null, u.id from registry.units u join registry.places c on c.id = u.compound_id where u.code = any(@codes) and c.path like @path || '%' and c.path like @scope
            """, row => (row.IdOrNull(0), row.IdOrNull(1)), cancel, ("codes", codes), ("path", place.Path.Value), ("scope", scope.SqlPattern));
        faults.AddIf(found.Count != codes.Length, new GridChoiceIsMissing(nameof(input.Places)));
        return found;
    }
}
