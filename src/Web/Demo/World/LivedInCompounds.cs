using System.Globalization;
using Linli.Domain.Registry;
using Linli.Web.Demo.Builder;
using Linli.Web.Registry.Store;

namespace Linli.Web.Demo.World;

/// <summary>A building with households and a team of the company in a few further compounds, so that other people's matters are there too.</summary>
internal static class LivedInCompounds
{
    public static IReadOnlyList<(CompoundBuilder Compound, ServiceTeam Team)> Build(
        WorldBuilder world, IEnumerable<(CompoundBuilder Compound, Organisation Company)> compounds, DemoRoles roles)
    {
        var dice = new Dice("lived-in");
        var households = new Households(world, dice);
        var built = new List<(CompoundBuilder Compound, ServiceTeam Team)>();
        foreach (var (compound, company) in compounds)
        {
            compound.Row.ServicePhone = string.Create(CultureInfo.InvariantCulture, $"023-0000 {built.Count + 1:0000}");
            compound.WithBuilding("1栋", entrances: 2).WithFloors(6, 2, (_, door) => 8800 + (door * 640) + dice.Between(-30, 30));
            foreach (var unit in compound.Units)
            {
                households.Fill(unit);
            }

            var team = new ServiceTeam(
                world.Post(world.Person(), PostKinds.PropertyDispatcher, company, compound.Place),
                [.. Enumerable.Range(0, 2).Select(_ => world.Post(world.Person(), PostKinds.RepairWorker, company, compound.Place))]);
            world.Post(world.Person(), PostKinds.ProjectLead, company, compound.Place);
            built.Add((compound, team));
        }

        roles.Add(DemoRole.OtherDispatcher, built[0].Team.Dispatcher.Person);
        return built;
    }
}
