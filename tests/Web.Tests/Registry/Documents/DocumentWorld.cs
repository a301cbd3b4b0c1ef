using System.Net;
using Linli.Domain.Registry;
using Linli.Web.Tests.Authorization;
using Linli.Web.Tests.Host;

namespace Linli.Web.Tests.Registry.Documents;

/// <summary>A compound with somebody who keeps its documents, an owner and a tenant.</summary>
internal sealed class DocumentWorld(TestApp app)
{
    public const string Text = "测试小区管理规约\n第一章 总则\n第一条 小区党支部参与小区治理，党员带头。\n第二条 业主按时交纳物业费，履行义务。\n第三条 违反规约的，赔偿损失，承担责任。";

    public Guid Compound { get; private set; }

    public string Code { get; private set; } = string.Empty;

    public Guid Clerk { get; private set; }

    public Guid Owner { get; private set; }

    public static async Task<DocumentWorld> Make(TestApp app, string name)
    {
        var world = new DocumentWorld(app) { Compound = await app.World.Compound(name), Clerk = await app.World.Person() };
        await app.World.Post(world.Clerk, PostKinds.CommunityWorker.Code, world.Compound);
        world.Owner = await app.World.OwnerIn(world.Compound);
        world.Code = (await app.Scalar<string>("select code from registry.places where id = $1", world.Compound))!;
        return world;
    }

    /// <summary>The address of an act of those who keep the documents.</summary>
    public string Desk(string act = "", string kind = "covenant") => $"/api/v1/registry/compounds/{Code}/documents/{kind}{(act.Length > 0 ? "/" + act : act)}";

    public string Public(string rest = "", string kind = "covenant") => $"/api/v1/compounds/{Code}/documents/{kind}{rest}";

    /// <summary>The decision as an assembly makes it; what a test is about is set with <c>with</c>-like overrides.</summary>
    public async Task<Dictionary<string, object?>> Decision(params (string Name, object? Value)[] others)
    {
        var today = Linli.Domain.Kernel.ChinaTime.DayOf(app.Clock.Now);
        var body = new Dictionary<string, object?>
        {
            ["decidedOn"] = today, ["effectiveOn"] = today, ["decidedBy"] = "OwnersAssembly", ["matter"] = "关于管理规约的议案",
            ["allArea"] = "9000.00", ["partArea"] = "6000.00", ["forArea"] = "3000.01", ["allHeads"] = 90, ["partHeads"] = 60, ["forHeads"] = 31,
            ["uncommentedReason"] = "已在小区张贴", ["missingReason"] = "示例文本较短", ["paper"] = await BodySide.FreePhoto(app, Clerk),
        };
        foreach (var (name, value) in others)
        {
            body[name] = value;
        }

        return body;
    }

    /// <summary>Drafts and adopts a text, and says which number it got.</summary>
    public async Task<int> Adopted(ApiClient clerk, string text = Text)
    {
        (await clerk.Post(Desk("draft"), new { text })).ShouldBe(HttpStatusCode.OK);
        (await clerk.Post(Desk("adopt"), await Decision())).ShouldBe(HttpStatusCode.OK);
        return await app.Scalar<int>("select number from registry.document_versions where compound_id = $1 and state = 'InForce'", Compound);
    }
}
