using Linli.Domain.Kernel;
using Linli.Domain.Registry;
using Linli.Domain.Tickets;
using Linli.Domain.Tickets.Finding;
using Linli.Web.Demo.Builder;
using Linli.Web.Demo.Presets;
using Linli.Web.Registry.Store;
using Linli.Web.Tickets.Finding.Store;

namespace Linli.Web.Demo.World;

/// <summary>
/// What was reported in 西岸观邸 over the last months: a usual past, a week in which one building's drains back up, more and more talk of
/// charging in the stairwells, a lift that three report, and the figures of years before. The article tells that it became less; all else is made up.
/// </summary>
internal sealed class CourtyardPast(WorldBuilder world, CompoundBuilder compound, DemoRoles roles)
{
    internal sealed record Matter(string Category, string Place, string Says, string Done, int Share);

    internal sealed record Cluster(string Category, string Place, string[] Says, string Done = "", int Building = 0);

    internal sealed record Year(int Back, int Complaints, int Disputes, int Security);

    internal sealed record Plan(
        string About, string Company, string Branch, int Weekly, int Weeks, Cluster HotSpot, Cluster Rising, Cluster Lift, Cluster Light, Year[] Years, string YearSource, Matter[] Matters);

    private readonly Plan plan = Preset.Read<Plan>("early-finding");
    private readonly DateOnly last = FindingWeek.LastBefore(world.Today);
    private PostHolder dispatcher = null!;
    private PostHolder worker = null!;
    private List<UnitBuilder> homes = [];

    public void Tell()
    {
        foreach (var building in compound.Buildings)
        {
            building.WithFloors(2, 2, (_, door) => 80_00 + (door * 5_00));
        }

        homes = [.. compound.Units];
        foreach (var home in homes)
        {
            var owner = world.Person();
            home.OwnedBy(owner).LivedInBy(Relation.Owner, owner);
        }

        var company = world.Rows.Of<Organisation>().Single(organisation => organisation.Name == plan.Company);
        dispatcher = world.Post(world.Person(), PostKinds.PropertyDispatcher, company, compound.Place);
        worker = world.Post(world.Person(), PostKinds.RepairWorker, company, compound.Place);
        roles.Add(DemoRole.CourtyardDispatcher, dispatcher.Person);
        var branch = world.Rows.Of<Organisation>().Single(organisation => organisation.Name == plan.Branch);
        var secretary = world.Rows.Of<PostHeld>().First(post => post.OrganisationId == branch.Id && post.Kind == PostKinds.BranchSecretary.Code);
        roles.Add(DemoRole.CourtyardSecretary, world.Holder(secretary).Person);

        Usual();
        Gather(plan.HotSpot, 7, i => (last.AddDays(1 + (i % 5)), i), home => home.Building == compound.Buildings[plan.HotSpot.Building]);
        Gather(plan.Rising, 9, i => (last.AddDays(-7 * (i % 4)).AddDays(1 + (i % 3)), i * 7), _ => true);
        Open(plan.Lift, 3, homes.Where(home => home.Building == compound.Buildings[plan.Lift.Building]), plan.Lift.Place, inBuilding: true);
        Open(plan.Light, 2, homes.Where(home => home.Building == compound.Buildings[^1]), plan.Light.Place, inBuilding: false);
        foreach (var year in plan.Years)
        {
            Enter(year.Back, ThreeMany.Complaints, year.Complaints, secretary);
            Enter(year.Back, ThreeMany.Disputes, year.Disputes, secretary);
            Enter(year.Back, ThreeMany.Security, year.Security, secretary);
        }
    }

    private void Usual()
    {
        var matters = plan.Matters.SelectMany(matter => Enumerable.Repeat(matter, matter.Share)).ToArray();
        for (var back = plan.Weeks; back >= 0; back--)
        {
            var dice = new Dice($"courtyard/{back}");
            for (var i = 0; i < plan.Weekly - 1 + dice.Below(3); i++)
            {
                var matter = dice.Pick(matters);
                Done(dice.Pick(homes), matter.Category, matter.Says, matter.Place, matter.Done, At(last.AddDays((-7 * back) + dice.Below(7)), dice.Between(8 * 60, 20 * 60)), dice);
            }
        }
    }

    private void Gather(Cluster cluster, int count, Func<int, (DateOnly Day, int Skip)> when, Func<UnitBuilder, bool> where)
    {
        var dice = new Dice($"courtyard/{cluster.Category}");
        var able = homes.Where(where).ToList();
        for (var i = 0; i < count; i++)
        {
            var (day, skip) = when(i);
            Done(able[skip % able.Count], cluster.Category, cluster.Says[i % cluster.Says.Length], cluster.Place, cluster.Done, At(day, dice.Between(8 * 60, 20 * 60)), dice);
        }
    }

    // Reported in the last hours, and not done yet.
    private void Open(Cluster cluster, int count, IEnumerable<UnitBuilder> from, string place, bool inBuilding)
    {
        foreach (var (home, i) in from.Take(count).Select((home, i) => (home, i)))
        {
            var at = world.Now.AddHours(-9 + (2 * i));
            var story = Story(home, cluster.Category, cluster.Says[i], place, at, inBuilding);
            if (i == 0)
            {
                story.Accept(dispatcher, at.AddMinutes(12), story.Row.Urgency).Assign(dispatcher, worker, at.AddMinutes(20)).Contact(worker, at.AddMinutes(40));
            }
        }
    }

    private void Done(UnitBuilder home, string category, string says, string place, string done, DateTimeOffset at, Dice dice)
    {
        var closed = at.AddHours(dice.Between(5, 30));
        if (closed > world.Now)
        {
            return;
        }

        var story = Story(home, category, says, place, at, TicketCategory.Find(category)!.Kind is TicketKind.Repair or TicketKind.Hazard);
        story.Accept(dispatcher, at.AddMinutes(dice.Between(4, 60)), story.Row.Urgency).Assign(dispatcher, worker, at.AddMinutes(70)).Contact(worker, at.AddMinutes(90))
            .MarkDone(worker, at.AddHours(3), done).Confirm(true, dice.Percent(80) ? Satisfaction.Satisfied : Satisfaction.Basic, closed);
    }

    private TicketStory Story(UnitBuilder home, string category, string says, string place, DateTimeOffset at, bool inBuilding) =>
        new(world, home, home.Owners[0], category, says, place, inBuilding ? home.Building.Place : null, at);

    private DateTimeOffset At(DateOnly day, int minute) => ChinaTime.StartOf(day).AddMinutes(minute);

    private void Enter(int back, ThreeMany of, int count, PostHeld by) => world.Rows.Add(new ThreeManyFigure
    {
        Id = world.Id("three-many", $"{compound.Place.Code}/{back}/{of}"), Mark = world.Rows.Of(typeof(ThreeManyFigure)).Count + 1, CompoundId = compound.Place.Id,
        Year = world.Today.Year - back, Of = of, Count = count, Source = plan.YearSource, EnteredBy = by.PersonId, EnteredAs = world.SaidAs(by), EnteredAt = world.Now.AddDays(-40),
    });
}
