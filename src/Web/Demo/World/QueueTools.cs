using Linli.Domain.Tickets.Queue;
using Linli.Web.Demo.Builder;
using Linli.Web.Tickets;
using Linli.Web.Tickets.Queue.Store;

namespace Linli.Web.Demo.World;

/// <summary>What 康桥's dispatcher keeps for the daily work: filters, one of them for all of the company, and the company's own words.</summary>
internal static class QueueTools
{
    public static void Build(WorldBuilder world, PostHolder dispatcher, DemoRoles roles)
    {
        var own = dispatcher.Post;
        Filter("电梯的事", QueueTab.Open, "lift", null, shared: true);
        Filter("漏水待修", QueueTab.All, null, "漏水", shared: false);
        Template("contact-visit", TemplateUse.Contact, "已联系，约好上门", "您好，{经办人}已与您联系，会到{地点}查看。编号{编号}，办结期限{办结时间}，有变化马上告诉您。");
        Template(null, TemplateUse.Result, "电梯已恢复", "{地点}已由维保单位检修并恢复运行。如果再出现异响或停梯，请在报事{编号}里告诉我们。");

        var worker = roles.Of(DemoRole.RepairWorker);
        world.Rows.Add(new SavedFilter { Id = world.Id("saved-filter", "worker"), PersonId = worker, Name = "正在办的", Tab = QueueTab.Working, MadeAt = world.Now });

        void Filter(string name, QueueTab tab, string? category, string? words, bool shared) => world.Rows.Add(new SavedFilter
        {
            Id = world.Id("saved-filter", name), PersonId = own.PersonId, OrganisationId = shared ? own.OrganisationId : null, Name = name, Tab = tab, Category = category, Words = words, MadeAt = world.Now,
        });

        void Template(string? code, TemplateUse use, string title, string body) => world.Rows.Add(new ResponseTemplate
        {
            Id = world.Id("response-template", title), OrganisationId = own.OrganisationId, Code = code, Use = use, Title = title, Body = body, SetBy = own.PersonId, SetAt = world.Now,
        });
    }
}
