using System.Globalization;
using Linli.Domain.Registry;
using Linli.Web.Demo.Presets;
using Linli.Web.Platform.Access;
using Linli.Web.Platform.Changes;
using Linli.Web.Registry.Exchange.Layout;
using Linli.Web.Registry.Exchange.Plan;
using Linli.Web.Registry.Exchange.Reading;
using Linli.Web.Registry.Store;

namespace Linli.Web.Demo.Builder;

/// <summary>Takes a compound into the world from a workbook: read, judged and planned by the import itself, so that the demo is what an import makes.</summary>
internal static class CompoundWorkbooks
{
    /// <param name="compound">A compound without buildings yet.</param>
    /// <param name="preset">The workbook's name among the presets.</param>
    /// <param name="moving">Sheets whose days move with the day of the load; the days of the others stand as they are written.</param>
    public static void TakeIn(CompoundBuilder compound, string preset, params IReadOnlyList<string> moving)
    {
        var world = compound.World;
        using var stream = Preset.Open($"{preset}.xlsx");
        var parsed = WorkbookParser.Parse(stream, compound.Place.Code).Value;
        foreach (var sheet in parsed.Sheets.Values.Where(sheet => moving.Contains(sheet.Layout.Key)))
        {
            Move(sheet, world);
        }

        var gathered = new Gathering(world.Today, world.Cipher);
        var planner = new Planner();
        planner.Read(parsed, gathered);
        var context = new ProcessContext { Actor = Actor.System, At = world.Now, RequestId = world.Id("import", compound.Place.Code) };
        var plan = new ImportPlan(GroundOf(compound, gathered), gathered, context) { MadeUp = true, NewId = world.Id };
        var report = planner.Plan(plan, parsed);
        if (report.Faults.Count > 0)
        {
            throw new InvalidOperationException($"{preset}.xlsx: {report.Faults[0]}");
        }

        Adopt(compound, plan.New);
        compound.Registrations = plan.Registrations;
    }

    // Companies may be there already, and people who own elsewhere too; the demo may fill posts of all.
    private static Ground GroundOf(CompoundBuilder compound, Gathering gathered)
    {
        var ground = new Ground(compound.Place) { Community = compound.Place.ParentId, KeepsMarks = true, EverybodyAgrees = true, Registrations = [] };
        foreach (var organisation in compound.World.Rows.Of<Organisation>().Where(organisation => gathered.OrganisationNames.Contains(organisation.Name)))
        {
            ground.Organisations[organisation.Name] = organisation;
            ground.InScope.Add(organisation.Id);
        }

        foreach (var person in compound.World.Rows.Of<Person>())
        {
            ground.People.Add(person);
        }

        return ground;
    }

    private static void Move(ParsedSheet sheet, WorldBuilder world)
    {
        foreach (var row in sheet.Rows)
        {
            for (var at = 0; at < row.Values.Length; at++)
            {
                if (sheet.Layout.Columns[at].Kind == ColumnKind.Day && row.Values[at] is { } day)
                {
                    row.Values[at] = world.Moved(DateOnly.Parse(day, CultureInfo.InvariantCulture)).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
                }
            }
        }
    }

    private static void Adopt(CompoundBuilder compound, IReadOnlyList<object> rows)
    {
        compound.World.Adopt(rows);
        var people = compound.World.Rows.Of<Person>().ToDictionary(person => person.Id);
        foreach (var place in rows.OfType<Place>())
        {
            place.Source = compound.Place.Source;
        }

        var buildings = rows.OfType<Place>().Where(place => place.Kind == PlaceKind.Building).ToDictionary(place => place.Id, compound.Adopt);
        var entrances = rows.OfType<Place>().Where(place => place.Kind == PlaceKind.Entrance).ToDictionary(place => place.Id, place => place.ParentId!.Value);
        var units = rows.OfType<Unit>().ToDictionary(unit => unit.Id, unit => buildings[entrances.GetValueOrDefault(unit.PlaceId, unit.PlaceId)].Adopt(unit));
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
