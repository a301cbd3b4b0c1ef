using Linli.Domain.Kernel;
using Linli.Domain.Registry;
using Linli.Web.Grid.Store;
using Linli.Web.Platform.Changes;
using Linli.Web.Platform.Store;

namespace Linli.Web.Grid.Members;

/// <summary>A position as it is offered.</summary>
public sealed record PositionInput : ChangeInput
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
    private const string Process = nameof(OpenPosition);

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
        var saved = await changes.Save(context, Process, "Position", position.Id, new { place.Id, position.Capacity }, cancel);
        return saved.Then(made => made.SubjectId);
    }
}
