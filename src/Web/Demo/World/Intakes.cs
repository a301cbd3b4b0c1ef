using Linli.Domain.Kernel;
using Linli.Domain.Registry;
using Linli.Domain.Tickets;
using Linli.Domain.Tickets.Intake;
using Linli.Web.Demo.Builder;
using Linli.Web.Registry.Privacy;
using Linli.Web.Registry.Store;
using Linli.Web.Tickets.Intake.Store;

namespace Linli.Web.Demo.World;

/// <summary>Tickets of 康桥 that came in by each of the ways, sheets at its doors, and a matter that several neighbours follow. People and matters are made up.</summary>
internal static class Intakes
{
    public static void Build(WorldBuilder world, Kangqiao kangqiao, DemoRoles roles)
    {
        var (dispatcher, worker) = (kangqiao.Team.Dispatcher, kangqiao.Team.Workers[0]);
        var community = world.HolderOf(roles.Of(DemoRole.CommunityWorker), PostKinds.CommunityWorker);
        var homes = kangqiao.Compound.Units.Where((u, i) => i % 89 == 17 && u.Owners.Count > 0 && u.Residents.Contains(u.Owners[0])).ToArray();
        DateTimeOffset Ago(double hours) => world.Now.AddHours(-hours);
        TicketStory Told(int home, string category, double hours, string place, string says, bool inBuilding = true) =>
            new(world, homes[home], homes[home].Residents[0], category, says, place, inBuilding ? homes[home].Building.Place : null, Ago(hours));

        var sheets = Sheets(world, kangqiao, dispatcher);
        Told(0, "lighting", 7, "5楼楼道", "楼道灯不亮，老人晚上上下楼看不见。").TakenBy(dispatcher, IntakeChannel.Phone).Accept(dispatcher, Ago(6.8), Urgency.Normal).Assign(dispatcher, worker, Ago(6));
        Told(1, "drains", 31, "一楼天井", "天井的地漏返水，一下雨就积水。").TakenBy(community, IntakeChannel.Visit)
            .Accept(dispatcher, Ago(30), Urgency.Urgent).Assign(dispatcher, worker, Ago(29)).Contact(worker, Ago(28));
        Told(2, "suggestion", 52, "中庭", "院坝会上提出：中庭的长椅坏了两条，建议换成带靠背的。", inBuilding: false).TakenBy(community, IntakeChannel.Meeting);
        var outsider = Told(3, "doors", 4, "南门", "送货时南门的闸机卡住，出不去。", inBuilding: false);
        (outsider.Row.ReporterId, outsider.Row.UnitId, outsider.Row.ReportedAs) = (Nobody(world).Id, null, "未登记的来电人");
        outsider.TakenBy(dispatcher, IntakeChannel.Phone, "送货的何先生", "19900009998");
        Told(4, "hygiene", 3, "1单元门口", "门口的垃圾桶满了两天没有清。").Scanned(sheets[homes[4].Building.Place.Id]).Accept(dispatcher, Ago(2.5), Urgency.Normal);

        var calledAt = Ago(21);
        Told(5, "parking", 20, "东门外", "东门消防通道被车辆长期占用。", inBuilding: false)
            .FromHotline(community, "DH20261120000187", calledAt, calledAt.AddDays(1), ChinaTime.EndOf(ChinaTime.DayOf(calledAt).AddDays(7)).ToUniversalTime())
            .Accept(dispatcher, Ago(19), Urgency.Normal);
        Told(6, "noise", 20, "7号门面", "门面夜间装货，噪声影响休息。")
            .FromHotline(community, "DH20261120000192", calledAt, calledAt.AddDays(1), ChinaTime.EndOf(ChinaTime.DayOf(calledAt).AddDays(7)).ToUniversalTime());

        Told(7, "lighting", 45, "地下车库B区", "车库B区的灯坏了一排，倒车看不清。", inBuilding: false).Accept(dispatcher, Ago(44), Urgency.Normal).Assign(dispatcher, worker, Ago(43))
            .FollowedBy(kangqiao.OwnersUnit.Owners[0], Ago(40)).FollowedBy(kangqiao.NeighboursUnit.Owners[0], Ago(30)).FollowedBy(homes[1].Residents[0], Ago(12));
    }

    // The building of the tour has hung two editions, one after the other.
    private static Dictionary<Guid, PlaceSheet> Sheets(WorldBuilder world, Kangqiao kangqiao, PostHolder dispatcher)
    {
        var sheets = new Dictionary<Guid, PlaceSheet>();
        foreach (var building in kangqiao.Compound.Units.Select(unit => unit.Building.Place).DistinctBy(place => place.Id))
        {
            var first = building.Id == kangqiao.OwnersUnit.Building.Place.Id ? 2 : 1;
            for (var version = 1; version <= first; version++)
            {
                sheets[building.Id] = world.Rows.Add(new PlaceSheet
                {
                    Id = world.Id("sheet", $"{building.Id}/{version}"), PlaceId = building.Id, Version = version, IssuedAt = world.Now.AddDays(-60 + (20 * version)), IssuedBy = dispatcher.Person.Id,
                    VoidedAt = version < first ? world.Now.AddDays(-40 + (20 * version)) : null, VoidedBy = version < first ? dispatcher.Person.Id : null,
                });
            }
        }

        return sheets;
    }

    private static Person Nobody(WorldBuilder world) => world.Rows.Add(new Person
    {
        Id = ErasedPeople.Placeholder, Name = ErasedPeople.WordsForRecord, Initials = string.Empty, CreatedAt = world.Now, ErasedAt = world.Now,
    });
}
