using System.Globalization;
using Linli.Domain.Registry;
using Linli.Web.Registry.Exchange.Plan;
using Linli.Web.Registry.Exchange.Reading;
using Linli.Web.Registry.Store;

namespace Linli.Web.Registry.Exchange.Sheets;

/// <summary>Buildings by their number. Entrances are added, never taken away.</summary>
internal sealed class BuildingsSheet() : Sheet<BuildingsSheet.Row>("Buildings")
{
    internal sealed record Row(string Number, string? Name, int? Entrances);

    protected override Row Read(RowView row, Gathering gathering, Faults faults)
    {
        var (number, name, entrances) = BuildingFacts.Read(new() { Number = row["Number"], Name = row["Name"], Entrances = row.Int("Entrances") }, faults);
        return new Row(number, name, entrances);
    }

    protected override void Unread(RowView row, Gathering gathering) => gathering.UnreadBuildings.Add(row["Number"] ?? string.Empty);

    protected override string KeyOf(Row row, ImportPlan plan) => row.Number;

    protected override Effect Plan(Row row, int number, ImportPlan plan, Faults faults)
    {
        var building = plan.Ground.Building(row.Number);
        var isNew = building is null;
        building ??= Add(plan, plan.Ground.Compound, PlaceKind.Building, row.Number, row.Name ?? ChineseNames.Building(row.Number));
        var has = plan.Ground.EntrancesOf(building);
        var wanted = row.Entrances ?? has;
        faults.AddIf(wanted < has, new EntrancesWouldVanish(has));
        faults.AddIf(wanted > 0 && has == 0 && plan.Ground.HasUnitsOfItsOwn(building), new BuildingHasUnitsOfItsOwn(row.Number));
        var changed = !isNew && Rename(building, row.Name, plan);
        for (var entrance = 1; entrance <= wanted && !faults.Any; entrance++)
        {
            var at = entrance.ToString(CultureInfo.InvariantCulture);
            if (!plan.Ground.HasEntrance(building, at))
            {
                Add(plan, building, PlaceKind.Entrance, at, ChineseNames.Entrance(at));
                changed = true;
            }
        }

        return isNew ? Effect.New : changed ? Effect.Changed : Effect.Unchanged;
    }

    private static Place Add(ImportPlan plan, Place parent, PlaceKind kind, string number, string name)
    {
        var place = plan.Add(BuildingFacts.Child(parent, plan.NewId("place", $"{parent.Code}-{number}"), kind, number, name, ImportRegistry.Process));
        plan.Ground.Add(place);
        return place;
    }

    private static bool Rename(Place building, string? name, ImportPlan plan)
    {
        if (name is null || name == building.Name)
        {
            return false;
        }

        (building.Name, building.OfficialName, building.Initials) = (name, name, PinyinInitials.Of(name));
        plan.Change(building);
        foreach (var unit in plan.Ground.UnitsOf(building))
        {
            unit.Label = plan.Ground.LabelOf(unit) + unit.Number;
            plan.Change(unit);
        }

        return true;
    }
}
