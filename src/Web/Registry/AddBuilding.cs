using System.Globalization;
using Linli.Domain.Kernel;
using Linli.Domain.Registry;
using Linli.Web.Platform.Changes;
using Linli.Web.Platform.Store;
using Linli.Web.Registry.Store;
using Microsoft.EntityFrameworkCore;

namespace Linli.Web.Registry;

/// <summary>What is told of a building.</summary>
public sealed record BuildingInput : ChangeInput
{
    /// <summary>Its number in the compound: 24, or A3.</summary>
    public string? Number { get; init; }

    /// <summary>Its name; empty: the number with 栋.</summary>
    public string? Name { get; init; }

    /// <summary>How many entrances (单元), numbered from 1; none for a building that has but one.</summary>
    public int? Entrances { get; init; }
}

/// <summary>Registers a building (楼栋) of a compound with its entrances (单元).</summary>
internal sealed class AddBuilding(LinliDb db, Changes changes)
{
    private const string Process = nameof(AddBuilding);

    public async Task<Outcome<Guid>> Execute(string compoundCode, BuildingInput input, ProcessContext context, CancellationToken cancel)
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
        var (number, name, told) = BuildingFacts.Read(input, faults);
        var entrances = told ?? 0;
        faults.AddIf(!faults.Any && await db.Set<Place>().AnyAsync(p => p.Code == $"{compound.Code}-{number}", cancel), new NumberIsTaken(number));
        if (faults.Any)
        {
            return Outcome<Guid>.Refused(faults.All);
        }

        var building = BuildingFacts.Child(compound, context.RequestId, PlaceKind.Building, number, name ?? ChineseNames.Building(number), Process);
        db.Add(building);
        for (var entrance = 1; entrance <= entrances; entrance++)
        {
            var at = entrance.ToString(CultureInfo.InvariantCulture);
            db.Add(BuildingFacts.Child(building, Guid.CreateVersion7(context.At), PlaceKind.Entrance, at, ChineseNames.Entrance(at), Process));
        }

        var saved = await changes.Save(context, Process, "Building", building.Id, new { building.Code, entrances }, cancel);
        return saved.Then(made => made.SubjectId);
    }
}
