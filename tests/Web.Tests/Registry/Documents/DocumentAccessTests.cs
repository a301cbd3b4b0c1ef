using System.Net;
using Linli.Domain.Kernel;
using Linli.Domain.Registry;
using Linli.Web.Platform.Files;
using Linli.Web.Tests.Authorization;
using Linli.Web.Tests.Host;
using Shouldly;
using Xunit;

namespace Linli.Web.Tests.Registry.Documents;

/// <summary>Everybody reads; who keeps the documents of one compound has no part in another's, and a post that ended none at all.</summary>
public class DocumentAccessTests(EmptyHost host) : EmptyHostTests(host)
{
    [Fact]
    public async Task Strangers_neighbours_and_those_whose_post_ended_change_nothing()
    {
        var world = await DocumentWorld.Make(App, "本小区");
        var other = await DocumentWorld.Make(App, "别小区");
        var former = await App.World.Person();
        await App.World.Post(former, PostKinds.CommunityWorker.Code, world.Compound, new DateOnly(2026, 10, 31));
        var worker = await App.World.Person();
        await App.World.Post(worker, PostKinds.PropertyDispatcher.Code, world.Compound);
        using var clerk = await App.ApiAs(world.Clerk);
        (await clerk.Post(world.Desk("draft"), new { text = DocumentWorld.Text })).ShouldBe(HttpStatusCode.OK);

        using var stranger = await App.ApiAs(other.Clerk);
        using var owner = await App.ApiAs(world.Owner);
        using var dispatcher = await App.ApiAs(worker);
        using var nobody = App.Api();
        var before = await App.Count("platform.audit_entries");
        (string Act, object Body)[] acts =
        [
            ("draft", new { text = DocumentWorld.Text }), ("clauses", new { marks = Array.Empty<object>() }), ("publish", new { commentUntil = "2027-01-01" }),
            ("withdraw", new { reason = "试试" }), ("adopt", new { matter = "试试" }), ("repeal", new { reason = "试试" }), ("scan", new { number = 1 }),
            ("answers", new { commentId = Guid.NewGuid(), answer = "试试" }),
        ];
        foreach (var (act, body) in acts)
        {
            (await stranger.Post(world.Desk(act), body)).ShouldBe(HttpStatusCode.NotFound);
            (await owner.Post(world.Desk(act), body)).ShouldBe(HttpStatusCode.Forbidden);
            (await dispatcher.Post(world.Desk(act), body)).ShouldBe(HttpStatusCode.Forbidden);
            (await nobody.Post(world.Desk(act), body)).ShouldBe(HttpStatusCode.Unauthorized);
        }

        (await stranger.Get(world.Desk())).ShouldBe(HttpStatusCode.NotFound);
        (await dispatcher.Get(world.Desk())).ShouldBe(HttpStatusCode.OK).Json.GetProperty("mayManage").GetBoolean().ShouldBeFalse();
        using var ended = await App.SignInAs(former, without: true);
        (await ended.Get($"/registry/compounds/{world.Code}/documents/covenant")).Status.ShouldNotBe(HttpStatusCode.OK);
        (await App.Count("platform.audit_entries")).ShouldBe(before);
    }

    [Fact]
    public async Task Only_households_of_the_compound_comment_and_a_withheld_comment_is_not_shown()
    {
        var world = await DocumentWorld.Make(App, "议事小区");
        var other = await DocumentWorld.Make(App, "隔壁小区");
        using var clerk = await App.ApiAs(world.Clerk);
        using var owner = await App.ApiAs(world.Owner);
        using var neighbour = await App.ApiAs(other.Owner);
        await clerk.Post(world.Desk("draft"), new { text = DocumentWorld.Text });
        (await owner.Post(world.Public("/comments"), new { text = "太早" })).Problem.ShouldBe("DocumentActIsNotOpen");
        await clerk.Post(world.Desk("publish"), new { commentUntil = ChinaTime.DayOf(App.Clock.Now).AddDays(20) });
        (await neighbour.Post(world.Public("/comments"), new { text = "外人" })).ShouldBe(HttpStatusCode.NotFound);
        (await clerk.Post(world.Public("/comments"), new { text = "工作人员" })).Problem.ShouldBe("CommentsAreForHouseholds");
        var said = (await owner.Post(world.Public("/comments"), new { text = "张三的电话是" })).ShouldBe(HttpStatusCode.OK).Json.GetProperty("value").GetGuid();
        (await clerk.Post(other.Desk("answers"), new { commentId = said, answer = "不在这里" })).ShouldBe(HttpStatusCode.NotFound);
        (await clerk.Post(world.Desk("answers"), new { commentId = said, answer = "含他人信息，不公开", withheld = true })).ShouldBe(HttpStatusCode.OK);
        using var anybody = App.Api();
        var shown = (await anybody.Get(world.Public("?version=1"))).Text;
        shown.ShouldContain("含他人信息");
        shown.ShouldNotContain("张三");
    }

    [Fact]
    public async Task Households_open_the_signed_text_and_not_the_paper_of_the_decision()
    {
        var world = await DocumentWorld.Make(App, "扫描小区");
        var other = await DocumentWorld.Make(App, "无关小区");
        using var clerk = await App.ApiAs(world.Clerk);
        await clerk.Post(world.Desk("draft"), new { text = DocumentWorld.Text });
        var (paper, scan) = (await BodySide.FreePhoto(App, world.Clerk), await BodySide.FreePhoto(App, world.Clerk));
        (await clerk.Post(world.Desk("adopt"), await world.Decision(("paper", await BodySide.FreePhoto(App, other.Clerk))))).Problem.ShouldBe("DocumentFileIsGone");
        var foreign = await BodySide.FreePhoto(App, other.Clerk);
        (await clerk.Post(world.Desk("adopt"), await world.Decision(("paper", paper), ("scan", foreign)))).Problem.ShouldBe("DocumentFileIsGone");
        (await clerk.Post(world.Desk("adopt"), await world.Decision(("paper", paper), ("scan", scan)))).ShouldBe(HttpStatusCode.OK);
        (await clerk.Post(world.Desk("scan"), new { number = 1, scan = foreign })).Problem.ShouldBe("DocumentFileIsGone");
        using var owner = await App.ApiAs(world.Owner);
        using var neighbour = await App.ApiAs(other.Owner);
        (await owner.Get(world.Public())).Json.GetProperty("scan").GetGuid().ShouldBe(scan);
        (await neighbour.Get(world.Public())).Json.GetProperty("scan").ValueKind.ShouldBe(System.Text.Json.JsonValueKind.Null);
        async Task<bool> Sees(Guid person, Guid file)
        {
            var (kind, subject) = (
                await App.Scalar<string>("select subject_kind from platform.attachments where id = $1", file),
                await App.Scalar<Guid>("select subject_id from platform.attachments where id = $1", file));
            var actor = await App.Actor(person);
            return await App.With<IEnumerable<IFileSubject>, bool>(all => all.Single(one => one.SubjectKind == kind).IsVisibleTo(actor, subject, CancellationToken.None));
        }

        (await Sees(world.Owner, scan)).ShouldBeTrue();
        (await Sees(world.Owner, paper)).ShouldBeFalse();
        (await Sees(world.Clerk, paper)).ShouldBeTrue();
        (await Sees(other.Owner, scan)).ShouldBeFalse();
    }
}
