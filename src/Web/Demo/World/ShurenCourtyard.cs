using Linli.Domain.Registry;
using Linli.Web.Demo.Builder;
using Linli.Web.Demo.Presets;
using Linli.Web.Registry.Store;

namespace Linli.Web.Demo.World;

/// <summary>树人大院, household by household: 4 entrances, 47 households, 89 people, a self-government committee and no company.</summary>
internal static class ShurenCourtyard
{
    private sealed record Door(int Entrance, string Number);

    private sealed record Plan(
        string Name, string Initials, string Community, string Building, int Entrances, int Floors, int Dwellings, Door LeftOut,
        int Households, int Residents, int[] Areas, string Committee, string Source);

    public static CompoundBuilder Build(WorldBuilder world)
    {
        var plan = Preset.Read<Plan>("shuren");
        var dice = new Dice("shuren");
        var compound = world.Compound(plan.Name, world.Place(plan.Community), CompoundType.ThreeNo, plan.Initials, plan.Source);
        var building = compound.WithBuilding(plan.Building, plan.Entrances);
        for (var entrance = 1; entrance <= plan.Entrances; entrance++)
        {
            for (var floor = 1; floor <= plan.Floors; floor++)
            {
                for (var door = 1; door <= plan.Dwellings; door++)
                {
                    // One ground-floor room serves the courtyard and is nobody's dwelling.
                    if (new Door(entrance, $"{floor}{door:00}") is var it && it != plan.LeftOut)
                    {
                        building.WithUnit(it.Number, entrance, plan.Areas[door - 1] + dice.Between(-30, 30));
                    }
                }
            }
        }

        House(world, dice, [.. compound.Units], plan.Residents);
        (compound.Row.Households, compound.Row.Residents, compound.Row.FiguresFrom) = (plan.Households, plan.Residents, plan.Source);
        world.Organisation(OrganisationKind.SelfGovernmentCommittee, plan.Committee, compound.Place);
        return compound;
    }

    // One person in every dwelling; the others are spread until the count is reached. Most old residents have let and moved away.
    private static void House(WorldBuilder world, Dice dice, UnitBuilder[] units, int residents)
    {
        var people = Enumerable.Repeat(1, units.Length).ToArray();
        for (var left = residents - units.Length; left > 0; left--)
        {
            people[dice.Below(people.Length)]++;
        }

        foreach (var (unit, count) in units.Zip(people))
        {
            var owner = world.Person();
            unit.OwnedBy(owner);
            if (dice.Percent(60))
            {
                unit.LivedInBy(Relation.Tenant, Enumerable.Range(0, count).Select(_ => world.Person()).ToArray());
            }
            else
            {
                unit.LivedInBy(Relation.Owner, owner).LivedInBy(Relation.Family, Enumerable.Range(1, count - 1).Select(_ => world.Person()).ToArray());
            }
        }
    }
}
