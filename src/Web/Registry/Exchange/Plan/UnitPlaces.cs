using Linli.Web.Registry.Exchange.Reading;
using Linli.Web.Registry.Store;

namespace Linli.Web.Registry.Exchange.Plan;

/// <summary>Finds where a row says a unit is, or what is wrong with that.</summary>
internal static class UnitPlaces
{
    /// <summary>The place in which the unit stands or would stand.</summary>
    public static Place? Find(UnitAddress address, ImportPlan plan, Faults faults)
    {
        if (plan.Ground.Building(address.Building) is not { } building)
        {
            // A building whose own row is faulty is told there.
            faults.AddIf(!plan.Gathered.UnreadBuildings.Contains(address.Building), new BuildingIsNotKnown(address.Building));
            return null;
        }

        if (plan.Ground.PlaceOf(address) is { } place)
        {
            return place;
        }

        faults.Add(address.Entrance.Length == 0 ? new UnitsStandInEntrances() : new EntranceIsNotKnown(building.Name, address.Entrance));
        return null;
    }

    /// <summary>The unit of a household's row.</summary>
    public static Unit? Unit(UnitAddress address, ImportPlan plan, Faults faults)
    {
        if (plan.Ground.Unit(address) is { } unit)
        {
            return unit;
        }

        if (!plan.Gathered.UnreadUnits.Contains(address) && Find(address, plan, faults) is not null)
        {
            faults.Add(new UnitIsNotKnown(address.Number));
        }

        return null;
    }
}
