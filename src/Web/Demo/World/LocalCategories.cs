using Linli.Domain.Registry;
using Linli.Domain.Tickets;
using Linli.Domain.Tickets.Categories;
using Linli.Web.Demo.Builder;
using Linli.Web.Registry.Store;
using Linli.Web.Tickets.Store;

namespace Linli.Web.Demo.World;

/// <summary>What 康桥's project lead has just adapted: a category of its own, and a tighter promise for cleaning. Older tickets keep their deadlines.</summary>
internal static class LocalCategories
{
    public static void Build(WorldBuilder world, Place compound)
    {
        var lead = world.Rows.Of<PostHeld>().First(post => post.PlaceId == compound.Id && post.Kind == PostKinds.ProjectLead.Code);
        Add(1, "x-leaves", "hygiene", "落叶清扫", null, "秋冬落叶集中，单独登记便于安排保洁");
        Add(2, "hygiene", null, null, 3, "保洁事项承诺三日内办结");

        void Add(long mark, string code, string? parent, string? name, int? days, string reason) => world.Rows.Add(new CategoryRule
        {
            Id = world.Id("category-rule", code), Mark = mark, PlaceId = compound.Id, Code = code, Parent = parent, Name = name, Responsible = ResponsibleParty.PropertyCompany,
            ResolveAmount = days, ResolveUnit = days is null ? null : TimeUnit.Days, Reason = reason, SetBy = lead.PersonId, SetAs = "康桥生活公园 · 项目经理", SetAt = world.Now,
        });
    }
}
