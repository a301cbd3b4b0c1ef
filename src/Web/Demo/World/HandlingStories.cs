using Linli.Domain.Registry;
using Linli.Domain.Tickets;
using Linli.Domain.Tickets.Handling;
using Linli.Web.Demo.Builder;

namespace Linli.Web.Demo.World;

/// <summary>Tickets of 康桥 that wait, were sent to the wrong party, called for help or are worked on by several. People and matters are made up.</summary>
internal static class HandlingStories
{
    public static void Tell(WorldBuilder world, Kangqiao kangqiao, DemoRoles roles)
    {
        var (dispatcher, worker) = (kangqiao.Team.Dispatcher, kangqiao.Team.Workers[0]);
        var lead = world.HolderOf(roles.Of(DemoRole.ProjectLead), PostKinds.ProjectLead);
        var chair = world.HolderOf(roles.Of(DemoRole.CommitteeChair), PostKinds.CommitteeChair);
        var secretary = world.HolderOf(roles.Of(DemoRole.BranchSecretary), PostKinds.BranchSecretary);
        var community = world.HolderOf(roles.Of(DemoRole.CommunityWorker), PostKinds.CommunityWorker);
        var subdistrict = world.HolderOf(roles.Of(DemoRole.SubdistrictOfficer), PostKinds.SubdistrictOfficer);
        var homes = kangqiao.Compound.Units.Where((u, i) => i % 97 == 41 && u.Owners.Count > 0 && u.Residents.Contains(u.Owners[0])).ToArray();
        DateTimeOffset Ago(double hours) => world.Now.AddHours(-hours);
        TicketStory Taken(int home, string category, Urgency urgency, double hours, string place, string says) =>
            new TicketStory(world, homes[home], homes[home].Residents[0], category, says, place, homes[home].Building.Place, Ago(hours)).Accept(dispatcher, Ago(hours - 0.5), urgency)
                .Assign(dispatcher, worker, Ago(hours - 1)).Contact(worker, Ago(hours - 2));

        // Several work together; the community was called and came.
        Taken(0, "roof-and-wall", Urgency.Complex, 150, "顶层屋面", "顶层卧室天花板渗水，墙皮已经脱落，楼下两户也有水印。")
            .Whistle(dispatcher, community, WhistleLevel.Community, Ago(146), "屋面漏水涉及顶层四户，请社区召集相关业主到场确认维修方案。")
            .AnswerWhistle(community, Ago(145), "已约四户周末到场，社区和业委会一起参加。")
            .AssessWhistle(dispatcher, Ago(120), helped: true)
            .Invite(dispatcher, chair, JointWay.Discuss, Ago(118), "议定维修范围，列出需要动用维修资金的部分。", 3, "业委会")
            .ReportBack(chair, Ago(70), "业委会已议定：先做应急防水，整体翻修列入明年计划。")
            .Invite(dispatcher, secretary, JointWay.Visit, Ago(60), "走访顶层四户，听取对施工时间的意见。", 9, "党支部")
            .Note(worker, Ago(58), "屋面防水卷材有货，最快下周一进场。")
            .AskExtension(worker, Ago(40), 5, "等业主确认方案后才能施工，预计多用五天。")
            .GrantExtension(lead, Ago(36));
        Taken(1, "doors", Urgency.Normal, 60, "单元门", "门禁刷卡没有反应，只能等别人开门。").Pause(worker, Ago(30), PauseReason.Material, "门禁主板要从厂家订货，预计三天到货。", 5);
        Taken(2, "noise", Urgency.Normal, 28, "一楼商铺", "楼下商铺的排风机半夜还在响，睡不着。")
            .RequestReturn(worker, Ago(5), ReturnGround.WrongDispatch, "噪音来自楼下商铺的排风机，不属物业维修，建议交社区协调。");
        // The community was silent, so the subdistrict is called.
        Taken(3, "neighbours", Urgency.Complex, 140, "楼上住户", "楼上漏水把我家天花板泡坏了，说了几次都没有结果。")
            .Whistle(dispatcher, community, WhistleLevel.Community, Ago(132), "楼上楼下因漏水争执，请社区到场调解。")
            .Whistle(dispatcher, subdistrict, WhistleLevel.Subdistrict, Ago(20), "楼上楼下因漏水争执，请社区到场调解。")
            .Note(dispatcher, Ago(19), "双方情绪都比较激动，上门请两个人一起去。");
        Taken(4, "public-facility", Urgency.Normal, 100, "楼前健身角", "健身器材的踏板断了一个，孩子容易受伤。")
            .RequestReturn(worker, Ago(90), ReturnGround.BeyondDuty, "健身器材由街道配建，不在物业维修范围。")
            .RejectReturn(community, Ago(86), "合同约定由物业日常维护，请先修复，费用另行商定。")
            .Contact(worker, Ago(84))
            .Pause(worker, Ago(80), PauseReason.Resident, "等报事人当面指认是哪一件器材。", 3)
            .Resume(worker, Ago(60))
            .AskExtension(worker, Ago(8), 3, "更换部件需要厂家配送。");
    }
}
