using Linli.Domain.Registry;
using Linli.Web.Demo.Builder;
using Linli.Web.Demo.Presets;
using Linli.Web.Demo.World;
using Linli.Web.Registry.Store;

namespace Linli.Web.Tests.Demo.Workbooks;

/// <summary>The smaller lived-in compounds as their workbooks tell them.</summary>
internal sealed class DraftCompounds(WorldBuilder world)
{
    /// <summary>树人大院: 4 entrances, 47 households, 89 people. Most old residents have let and moved away.</summary>
    public CompoundBuilder Shuren()
    {
        var dice = new Dice("shuren");
        var compound = world.Compound("树人大院", world.Place("500118001002"), CompoundType.ThreeNo, "SRDY");
        // One ground-floor room serves the courtyard and is nobody's dwelling.
        var building = compound.WithBuilding("1栋", entrances: 4);
        foreach (var (entrance, floor, door) in from e in Enumerable.Range(1, 4) from f in Enumerable.Range(1, 6) from d in Enumerable.Range(1, 2) where (e, f, d) != (4, 1, 1) select (e, f, d))
        {
            building.WithUnit($"{floor}{door:00}", entrance, (door == 1 ? 5218 : 6164) + dice.Between(-30, 30));
        }

        UnitBuilder[] units = [.. compound.Units];
        var people = Enumerable.Repeat(1, units.Length).ToArray();
        for (var left = 89 - units.Length; left > 0; left--)
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

        world.Organisation(OrganisationKind.SelfGovernmentCommittee, "树人大院自治委员会", compound.Place);
        return compound;
    }

    /// <summary>A building with households and a team of the company in a few compounds of 中山路街道, whose names and companies the demo world itself gives.</summary>
    public IEnumerable<CompoundBuilder> LivedIn(Zhongshanlu zhongshanlu)
    {
        var dice = new Dice("lived-in");
        var households = new Households(world, dice);
        foreach (var (given, i) in zhongshanlu.ToLiveIn.Select((given, i) => (given, i)))
        {
            var compound = world.Compound(given.Place.Name, world.Place(given.Place.Code[..12]));
            compound.WithBuilding("1栋", entrances: 2).WithFloors(6, 2, (_, door) => 8800 + (door * 640) + dice.Between(-30, 30));
            foreach (var unit in compound.Units)
            {
                households.Fill(unit);
            }

            var company = Company(zhongshanlu.CompanyOf(given), world.Place(given.Place.Code[..9]));
            compound.ServedBy(company, DemoDay.Written.AddMonths(-12 - (7 * i)));
            foreach (var kind in new[] { PostKinds.PropertyDispatcher, PostKinds.RepairWorker, PostKinds.RepairWorker, PostKinds.ProjectLead })
            {
                world.Post(world.Person(), kind, company, compound.Place);
            }

            yield return compound;
        }
    }

    /// <summary>Compounds of 长城社区 that have dwellings: two entrances; what is not delivered yet still belongs to the developer.</summary>
    public IEnumerable<CompoundBuilder> Changcheng()
    {
        var plan = Preset.Read<Changcheng.Plan>("changcheng");
        var (community, dice) = (world.Place(plan.Community), new Dice("changcheng"));
        var developer = world.Organisation(OrganisationKind.Developer, plan.Developer, community);
        foreach (var (row, i) in plan.Compounds.Select((row, i) => (row, i)))
        {
            var compound = world.Compound(row.Name, community, row.Type);
            if (row.Units == 0)
            {
                continue;
            }

            compound.Row.DeliveredOn = DemoDay.Written.AddMonths(-row.DeliveredMonthsAgo);
            var name = string.Format(System.Globalization.CultureInfo.InvariantCulture, plan.CompanyForm, (i % plan.Companies) + 1);
            compound.ServedBy(world.Company(name, seat: community), DemoDay.Written.AddYears(-2));
            compound.WithBuilding("1栋", entrances: 2).WithFloors(row.Units / 4, 2, (_, door) => 8650 + (door * 730) + dice.Between(-30, 30));
            Fill(compound, row, developer);
            if (row.CommitteeTermDaysLeft is { } left)
            {
                Elect(compound, DraftTerm.Until(DemoDay.Written.AddDays(left)));
            }

            yield return compound;
        }
    }

    // Who is elected is found by the number, so these owners have one.
    private void Fill(CompoundBuilder compound, Changcheng.Row row, Organisation developer)
    {
        foreach (var (unit, i) in compound.Units.Select((unit, i) => (unit, i)))
        {
            if (i < row.Delivered)
            {
                var owner = world.Person(hasPhone: i < 5 && row.CommitteeTermDaysLeft is not null, partyMember: i % 4 == 0);
                unit.OwnedBy(owner).LivedInBy(Relation.Owner, owner);
            }
            else
            {
                unit.OwnedBy(developer).Row.Delivery = Delivery.Unsold;
            }
        }
    }

    private void Elect(CompoundBuilder compound, DraftTerm term)
    {
        var name = compound.Place.Name;
        var committee = world.Organisation(OrganisationKind.OwnersCommittee, $"{name}业主委员会", compound.Place, $"{name}业委会");
        foreach (var (owner, seat) in compound.Units.Select(unit => unit.Owners[0]).Take(5).Select((owner, seat) => (owner, seat)))
        {
            world.Post(owner, seat == 0 ? PostKinds.CommitteeChair : PostKinds.CommitteeMember, committee, compound.Place, term.From, term.To);
        }
    }

    private Organisation Company(Organisation given, Place seat) =>
        world.Rows.Of<Organisation>().FirstOrDefault(known => known.Name == given.Name) ?? world.Company(given.Name, given.ShortName, seat);
}
