using Linli.Domain.Tickets;
using Linli.Web.Demo.Builder;

namespace Linli.Web.Demo.World;

/// <summary>
/// Tickets of 康桥 that the visitor meets by name: the lift of 24栋 as it was once before, what the owner of the tour has at hand,
/// and one in every state whatever the dice said.
/// </summary>
internal static class KangqiaoStories
{
    public static void Tell(WorldBuilder world, Kangqiao kangqiao, TicketHistory history)
    {
        TellOfTheLift(world, kangqiao, history.Texts.LiftOfBuilding24);

        var unit = kangqiao.OwnersUnit;
        var owner = unit.Owners[0];
        var (dispatcher, worker) = (kangqiao.Team.Dispatcher, kangqiao.Team.Workers[0]);
        DateTimeOffset Ago(double hours) => world.Now.AddHours(-hours);
        TicketHistory.Matter About(string category) => history.Texts.Matters.Single(matter => matter.Category == category);
        TicketStory Reported(UnitBuilder where, string category, double hours) => history.Report(where, where.Residents[0], About(category), Ago(hours));

        Reported(unit, "lighting", 30 * 24).Accept(dispatcher, Ago(719), Urgency.Normal).Assign(dispatcher, worker, Ago(718))
            .Contact(worker, Ago(716)).MarkDone(worker, Ago(690), About("lighting").Done[0])
            .Confirm(solved: true, Satisfaction.Satisfied, Ago(680), history.Texts.Comments[0]);
        // Waits for the owner's rating.
        Reported(unit, "doors", 50).Accept(dispatcher, Ago(49), Urgency.Normal).Assign(dispatcher, worker, Ago(48))
            .Contact(worker, Ago(46)).MarkDone(worker, Ago(5), About("doors").Done[0]);

        var others = kangqiao.Compound.Units.Where((u, i) => i % 97 == 5 && u.Owners.Count > 0 && u.Residents.Contains(u.Owners[0])).ToArray();
        Reported(others[0], "suggestion", 0.4);
        Reported(others[1], "parking", 3).Accept(dispatcher, Ago(2), Urgency.Normal);
        Reported(others[2], "drains", 2.5).Accept(dispatcher, Ago(2.2), Urgency.Urgent).Assign(dispatcher, worker, Ago(2));
        Reported(others[3], "public-facility", 20).Accept(dispatcher, Ago(19), Urgency.Normal).Assign(dispatcher, worker, Ago(18)).Contact(worker, Ago(16));
        Reported(others[4], "fire-safety", 40).Accept(dispatcher, Ago(39.5), Urgency.Urgent).Assign(dispatcher, worker, Ago(39)).Contact(worker, Ago(38));
        Reported(others[5], "hygiene", 70).Accept(dispatcher, Ago(69), Urgency.Normal).Assign(dispatcher, worker, Ago(68)).Contact(worker, Ago(67))
            .MarkDone(worker, Ago(50), About("hygiene").Done[0]).ReportUnsolved(Ago(6), history.Texts.UnsolvedReasons[1]);
        Reported(kangqiao.TenantsUnit, "other", 26).Withdraw(Ago(25));
    }

    private static void TellOfTheLift(WorldBuilder world, Kangqiao kangqiao, TicketHistory.LiftText text)
    {
        var (dispatcher, worker) = (kangqiao.Team.Dispatcher, kangqiao.Team.Workers[1]);
        var unit = kangqiao.NeighboursUnit;
        DateTimeOffset Ago(int hours) => world.Now.AddHours(-hours);
        // It took a year and a half in the article; what came after it here took six days, long past its limit.
        new TicketStory(world, unit, unit.Owners[0], "lift", text.Says, "1单元电梯", unit.Building.Place, Ago(52 * 24))
            .Accept(dispatcher, Ago((52 * 24) - 1), Urgency.Urgent).Assign(dispatcher, worker, Ago((52 * 24) - 2))
            .Contact(worker, Ago((52 * 24) - 3), text.Contact).MarkDone(worker, Ago(46 * 24), text.Done)
            .Confirm(solved: true, Satisfaction.Basic, Ago((46 * 24) - 20), text.Comment);
    }
}
