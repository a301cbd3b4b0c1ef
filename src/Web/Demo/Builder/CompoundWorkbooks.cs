using Linli.Domain.Registry;
using Linli.Web.Demo.Presets;
using Linli.Web.Platform.Access;
using Linli.Web.Platform.Changes;
using Linli.Web.Registry.Exchange.Plan;
using Linli.Web.Registry.Exchange.Reading;
using Linli.Web.Registry.Store;

namespace Linli.Web.Demo.Builder;

/// <summary>Takes a compound into the world from a workbook: read, judged and planned by the import itself, so that the demo is what an import makes.</summary>
internal static class CompoundWorkbooks
{
    public static void TakeIn(CompoundBuilder compound, string preset)
    {
        var world = compound.World;
        using var stream = Preset.Open($"{preset}.xlsx");
        var parsed = WorkbookParser.Parse(stream, compound.Place.Code).Value;
        var gathered = new Gathering(world.Today, world.Cipher);
        var planner = new Planner();
        planner.Read(parsed, gathered);
        var context = new ProcessContext { Actor = Actor.System, At = world.Now, RequestId = world.Id("import", compound.Place.Code) };
        var plan = new ImportPlan(new Ground(compound.Place) { Community = compound.Place.ParentId }, gathered, context) { MadeUp = true, NewId = world.Id };
        var report = planner.Plan(plan, parsed);
        if (report.Faults.Count > 0)
        {
            throw new InvalidOperationException($"{preset}.xlsx: {report.Faults[0]}");
        }

        Adopt(compound, plan.New);
    }

    private static void Adopt(CompoundBuilder compound, IReadOnlyList<object> rows)
    {
        compound.World.Adopt(rows);
        foreach (var place in rows.OfType<Place>())
        {
            place.Source = compound.Place.Source;
        }

        var buildings = rows.OfType<Place>().Where(place => place.Kind == PlaceKind.Building).ToDictionary(place => place.Id, compound.Adopt);
        var entrances = rows.OfType<Place>().Where(place => place.Kind == PlaceKind.Entrance).ToDictionary(place => place.Id, place => place.ParentId!.Value);
        var units = rows.OfType<Unit>().ToDictionary(unit => unit.Id, unit => buildings[entrances.GetValueOrDefault(unit.PlaceId, unit.PlaceId)].Adopt(unit));
        var people = rows.OfType<Person>().ToDictionary(person => person.Id);
        foreach (var owned in rows.OfType<Ownership>().Where(owned => owned.PersonId is not null))
        {
            units[owned.UnitId].AdoptOwner(people[owned.PersonId!.Value]);
        }

        foreach (var home in rows.OfType<Residency>())
        {
            units[home.UnitId].AdoptResident(people[home.PersonId]);
        }
    }
}
