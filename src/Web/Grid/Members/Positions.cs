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

/// <summary>A position as it is offered.</summary>
public sealed record PositionInput : GridInput
{
    public string? Title { get; init; }

    /// <summary>Where the service is done.</summary>
    public string? PlaceText { get; init; }

    public string? Skills { get; init; }

    /// <summary>How many people it holds at once.</summary>
    public int? Capacity { get; init; }
}

/// <summary>设岗: a community or a compound's branch offers a position.</summary>
internal sealed class OpenPosition(LinliDb db, GridPlaces places, Changes changes)
{
    private const string Process = "OpenPosition";

    public async Task<Outcome<Guid>> Execute(string placeCode, PositionInput input, ProcessContext context, CancellationToken cancel)
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
        var position = new Position
        {
            Id = context.RequestId,
            PlaceId = place.Id,
            OrganisationId = context.Actor.Capacity!.OrganisationId!.Value,
            Title = faults.Line(nameof(input.Title), input.Title, 30),
            PlaceText = faults.Line(nameof(input.PlaceText), input.PlaceText, 60),
            Skills = faults.OptionalLine(nameof(input.Skills), input.Skills, 100),
            Capacity = faults.OptionalNumber(nameof(input.Capacity), input.Capacity, 1, 999) ?? 0,
            OpenedOn = ChinaTime.DayOf(context.At),
        };
        faults.AddIf(input.Capacity is null, new CountIsOutOfRange(nameof(input.Capacity), 1, 999));
        if (faults.Any)
        {
            return Outcome<Guid>.Refused(faults.All);
        }

        db.Add(position);
        var saved = await changes.Save(context, Process, "position", position.Id, new { place.Id, position.Capacity }, cancel);
        return saved.Succeeded(out var made) ? made.SubjectId : Outcome<Guid>.Refused(saved.Refusals);
    }
}

/// <summary>Closes a position; those who hold it are released, hours served stay.</summary>
internal sealed class ClosePosition(LinliDb db, IPlaces places, Changes changes)
{
    private const string Process = "ClosePosition";

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

        var saved = await changes.Save(context, Process, "position", id, new { position.ClosedOn }, cancel);
        return saved.IsRefused ? Outcome<Done>.Refused(saved.Refusals) : Done.It;
    }
}
