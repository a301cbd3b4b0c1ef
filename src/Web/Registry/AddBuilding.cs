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
    private const int MostEntrances = 40;

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
        var number = PlaceNumbers.Clean(faults, nameof(input.Number), input.Number);
        var name = faults.OptionalLine(nameof(input.Name), input.Name, 50) ?? ChineseNames.Building(number);
        var entrances = faults.OptionalNumber(nameof(input.Entrances), input.Entrances, 0, MostEntrances) ?? 0;
        faults.AddIf(!faults.Any && await db.Set<Place>().AnyAsync(p => p.Code == $"{compound.Code}-{number}", cancel), new NumberIsTaken(number));
        if (faults.Any)
        {
            return Outcome<Guid>.Refused(faults.All);
        }

        var building = Child(compound, context.RequestId, PlaceKind.Building, number, name);
        db.Add(building);
        for (var entrance = 1; entrance <= entrances; entrance++)
        {
            var at = entrance.ToString(CultureInfo.InvariantCulture);
            db.Add(Child(building, Guid.CreateVersion7(context.At), PlaceKind.Entrance, at, ChineseNames.Entrance(at)));
        }

        var saved = await changes.Save(context, Process, "Building", building.Id, new { building.Code, entrances }, cancel);
        return saved.Succeeded(out var made) ? made.SubjectId : Outcome<Guid>.Refused(saved.Refusals);
    }

    private static Place Child(Place parent, Guid id, PlaceKind kind, string number, string name) => new()
    {
        Id = id,
        ParentId = parent.Id,
        Kind = kind,
        Code = $"{parent.Code}-{number}",
        Path = new PlacePath(parent.Path).Child(number).Value,
        Name = name,
        OfficialName = name,
        Initials = PinyinInitials.Of(name),
        Source = Process,
    };
}
