using Linli.Web.Demo.Builder;
using Linli.Web.Registry.Store;

namespace Linli.Web.Tests.Demo.Workbooks;

/// <summary>Fills dwellings with made-up owners, families and tenants, in proportions that a compound of the city may have.</summary>
internal sealed class Households(WorldBuilder world, Dice dice)
{
    private readonly List<Person> ownersWithOneUnit = [];

    /// <summary>Owners, and whoever lives there: about three of four by their owners, one of five let, the rest empty.</summary>
    public void Fill(UnitBuilder unit)
    {
        if (ownersWithOneUnit.Count > 40 && dice.Percent(3))
        {
            // Owners of several dwellings let the further ones.
            unit.OwnedBy(ownersWithOneUnit[^dice.Between(1, 30)]);
            Let(unit);
            return;
        }

        unit.OwnedBy(Enumerable.Range(0, dice.Percent(22) ? 2 : 1).Select(_ => Adult()).ToArray());
        ownersWithOneUnit.Add(unit.Owners[0]);
        switch (dice.Below(100))
        {
            case < 74:
                unit.LivedInBy(Relation.Owner, unit.Owners);
                unit.LivedInBy(Relation.Family, Enumerable.Range(0, dice.Pick([0, 1, 1, 2])).Select(_ => Relative()).ToArray());
                break;
            case < 94:
                Let(unit);
                break;
        }
    }

    public Person Adult() => world.Person(partyMember: dice.Percent(8));

    public void Let(UnitBuilder unit) =>
        unit.LivedInBy(Relation.Tenant, Enumerable.Range(0, dice.Pick([1, 2, 2, 3])).Select(_ => Adult()).ToArray());

    // Some of a family are children.
    private Person Relative() => world.Person(hasPhone: dice.Percent(60));
}
