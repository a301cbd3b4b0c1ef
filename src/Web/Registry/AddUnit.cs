using Linli.Domain.Kernel;
using Linli.Domain.Registry;
using Linli.Web.Platform.Changes;
using Linli.Web.Platform.Store;
using Linli.Web.Registry.Store;
using Microsoft.EntityFrameworkCore;

namespace Linli.Web.Registry;

/// <summary>What is told of a unit (房屋). Areas are m² with at most two decimals.</summary>
public sealed record UnitInput : ChangeInput
{
    /// <summary>Code of the entrance, or of the building where it has none; only for registering.</summary>
    public string? PlaceCode { get; init; }

    /// <summary>The number at the door: 1204.</summary>
    public string? Number { get; init; }

    public UnitKind? Kind { get; init; }

    public int? Floor { get; init; }

    public string? RegisteredArea { get; init; }

    public string? SurveyedArea { get; init; }

    public string? ContractArea { get; init; }

    public Delivery? Delivery { get; init; }

    /// <summary>The version that was shown; only for changing.</summary>
    public uint? Version { get; init; }
}

/// <summary>Registers a unit in an entrance, or in a building without entrances.</summary>
internal sealed class AddUnit(LinliDb db, Changes changes)
{
    private const string Process = nameof(AddUnit);

    public async Task<Outcome<Guid>> Execute(string compoundCode, UnitInput input, ProcessContext context, CancellationToken cancel)
    {
        context = context.On(compoundCode);
        if (await changes.HandledBefore(context, Process, cancel) is { } before)
        {
            return before;
        }

        var compound = await db.PlaceByCode(compoundCode, context.Actor, Permission.ManageRegistry, cancel);
        if (compound is not { Kind: PlaceKind.Compound })
        {
            return new NotFound();
        }

        var faults = new Faults();
        var place = await PlaceOf(compound, input.PlaceCode, faults, cancel);
        var number = PlaceNumbers.Clean(faults, nameof(input.Number), input.Number);
        var unit = new Unit { Id = context.RequestId, CompoundId = compound.Id, PlaceId = place?.Id ?? default, Number = number };
        UnitFacts.Apply(unit, input, faults);
        if (place is not null && !faults.Any)
        {
            unit.Code = $"{place.Code}-{number}";
            unit.Label = await LabelOf(place, cancel) + number;
            faults.AddIf(await db.Set<Unit>().AnyAsync(u => u.Code == unit.Code, cancel), new NumberIsTaken(number));
        }

        if (faults.Any)
        {
            return Outcome<Guid>.Refused(faults.All);
        }

        db.Add(unit);
        var saved = await changes.Save(context, Process, "Unit", unit.Id, new { unit.Code }, cancel);
        return saved.Then(made => made.SubjectId);
    }

    private async Task<Place?> PlaceOf(Place compound, string? code, Faults faults, CancellationToken cancel)
    {
        var place = await db.Set<Place>().FirstOrDefaultAsync(p => p.Code == code && p.Path.StartsWith(compound.Path), cancel);
        var fits = place?.Kind == PlaceKind.Entrance
            || (place?.Kind == PlaceKind.Building && !await db.Set<Place>().AnyAsync(p => p.ParentId == place.Id, cancel));
        faults.AddIf(!fits, new UnitsStandInEntrances());
        return fits ? place : null;
    }

    // 3栋2单元, or 3栋.
    private async Task<string> LabelOf(Place place, CancellationToken cancel) => place.Kind == PlaceKind.Building
        ? place.Name
        : await db.Set<Place>().Where(p => p.Id == place.ParentId).Select(p => p.Name).FirstAsync(cancel) + place.Name;
}
