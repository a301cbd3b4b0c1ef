using System.Net;
using Linli.Domain.Registry;
using Linli.Web.Platform.Changes;
using Linli.Web.Tests.Host;
using Shouldly;
using Xunit;

namespace Linli.Web.Tests.Platform.Changes;

/// <summary>The trail as the administrator reads it: newest first, narrowed, and each entry held against its seal.</summary>
public class AuditPageTests(LinliHostFixture host)
{
    [Fact]
    public async Task It_shows_who_did_what_and_finds_what_was_changed_past_the_guard()
    {
        await using var app = await host.New();
        var (admin, worker) = (await Administrator(app), await app.World.Person());
        var name = await app.Scalar<string>("select name from registry.people where id = $1", worker);
        var compound = await app.World.Compound("审计小区");
        await app.World.Post(worker, PostKinds.CommunityWorker.Code, compound);
        using var desk = await app.ApiAs(worker);
        var code = await app.Scalar<string>("select code from registry.places where id = $1", compound);
        (await desk.Post($"/api/v1/registry/compounds/{code}/buildings", new { number = "9" })).ShouldBe(HttpStatusCode.OK);
        await app.Background.Run<SealAuditEntries>();
        using var visitor = await app.SignInAs(admin);
        var page = (await visitor.Get("/audit?process=AddBuilding")).ShouldBe(HttpStatusCode.OK);
        page.All("tbody tr").Count.ShouldBe(1);
        page.One("tbody tr").TextContent.ShouldContain(name!);
        page.One("tbody tr").TextContent.ShouldContain("登记楼栋");
        page.Text.ShouldNotContain("不一致</span>");

        using var program = await app.ApiAs(admin);
        (await Rows(program, $"?person={Uri.EscapeDataString(name!)}")).ShouldBeGreaterThan(0);
        (await Rows(program, $"?person={worker}&process=AddBuilding")).ShouldBe(1);
        (await Rows(program, $"?day=2020-01-01")).ShouldBe(0);

        await app.Execute("alter table platform.audit_entries disable trigger append_only");
        await app.Execute("update platform.audit_entries set details = '{\"Code\":\"x\"}' where process = 'AddBuilding'");
        (await visitor.Get("/audit")).Text.ShouldContain("有 1 条记录与封存时不一致");
    }

    [Fact]
    public async Task Pages_go_on_after_fifty()
    {
        await using var app = await host.New();
        using var program = await app.ApiAs(await Administrator(app));
        var actor = await app.Actor(await app.World.Person());
        for (var i = 0; i < 60; i++)
        {
            await app.With<Web.Platform.Changes.Changes, bool>(async c => !(await c.Save(app.Context(actor), "TestAct", "Test", Guid.NewGuid(), new { i }, CancellationToken.None)).IsRefused);
        }

        (await Rows(program, "?process=TestAct")).ShouldBe(50);
        (await Rows(program, "?process=TestAct&page=2")).ShouldBe(10);
        (await Rows(program, "?process=TestAct&page=-5")).ShouldBe(50);
    }

    [Fact]
    public async Task Nobody_else_reads_it()
    {
        await using var app = await host.New();
        var officer = await app.World.Person();
        await app.World.Post(officer, PostKinds.SubdistrictOfficer.Code, await app.Scalar<Guid>("select id from registry.places where parent_id is null"));
        using var visitor = await app.SignInAs(officer);
        (await visitor.Get("/audit")).ShouldBe(HttpStatusCode.Forbidden);
        var local = await app.World.Person();
        await app.World.Post(local, PostKinds.PlatformAdministrator.Code, await app.World.Compound("小地方"));
        using var program = await app.ApiAs(local);
        (await program.Get("/api/v1/audit")).ShouldBe(HttpStatusCode.Forbidden);
        (await program.Get("/api/v1/accounts?text=测试")).ShouldBe(HttpStatusCode.Forbidden);
    }

    internal static async Task<Guid> Administrator(TestApp app)
    {
        var admin = await app.World.Person();
        await app.World.Post(admin, PostKinds.PlatformAdministrator.Code, await app.Scalar<Guid>("select id from registry.places where parent_id is null"));
        return admin;
    }

    private static async Task<int> Rows(ApiClient program, string query) =>
        (await program.Get($"/api/v1/audit{query}")).ShouldBe(HttpStatusCode.OK).Json.GetProperty("rows").GetArrayLength();
}
