using System.Net;
using Linli.Domain.Registry;
using Linli.Web.Tests.Host;
using Shouldly;
using Xunit;

namespace Linli.Web.Tests.Platform.Changes;

/// <summary>A request id stands for one act of one person on one thing; for anything else it is refused plainly, and so is an empty one.</summary>
public class RequestIdTests(EmptyHost host) : EmptyHostTests(host)
{
    [Fact]
    public async Task A_used_id_counts_for_the_same_subject_only()
    {
        var (worker, compounds) = await Desk();
        object Building(Guid id, string number = "9") => new { number, requestId = id };
        var id = Guid.NewGuid();
        var first = (await worker.Post($"/api/v1/registry/compounds/{compounds[0]}/buildings", Building(id))).ShouldBe(HttpStatusCode.OK);
        (await worker.Post($"/api/v1/registry/compounds/{compounds[0]}/buildings", Building(id))).ShouldBe(HttpStatusCode.OK).Text.ShouldBe(first.Text);
        var refused = await worker.Post($"/api/v1/registry/compounds/{compounds[1]}/buildings", Building(id));
        refused.ShouldBe(HttpStatusCode.Conflict).Problem.ShouldBe("RequestIdIsUsed");
        (await App.Count("registry.places", "kind = 'Building' and code like $1 || '%'", compounds[1])).ShouldBe(0);
    }

    [Fact]
    public async Task A_used_id_ends_nothing_else()
    {
        var (worker, compounds) = await Desk();
        var ids = new List<Guid>();
        foreach (var code in compounds)
        {
            var unit = await App.World.Unit(await App.Scalar<Guid>("select id from registry.places where code = $1", code), "1栋101");
            ids.Add(await App.World.Owner(await App.World.Person(), unit));
        }

        var end = new { lastDay = "2026-11-20", requestId = Guid.NewGuid() };
        (await worker.Post($"/api/v1/registry/ownerships/{ids[0]}/end", end)).ShouldBe(HttpStatusCode.NoContent);
        (await worker.Post($"/api/v1/registry/ownerships/{ids[0]}/end", end)).ShouldBe(HttpStatusCode.NoContent);
        (await worker.Post($"/api/v1/registry/ownerships/{ids[1]}/end", end)).ShouldBe(HttpStatusCode.Conflict).Problem.ShouldBe("RequestIdIsUsed");
        (await App.Count("registry.ownerships", "id = $1 and until is null", ids[1])).ShouldBe(1);
    }

    [Fact]
    public async Task An_empty_id_is_refused_by_the_api()
    {
        var (worker, compounds) = await Desk();
        (await worker.Post($"/api/v1/registry/compounds/{compounds[0]}/buildings", new { number = "8", requestId = Guid.Empty }))
            .ShouldBe(HttpStatusCode.UnprocessableEntity).Problem.ShouldBe("RequestIdIsEmpty");
        var owner = await App.World.OwnerIn(await App.World.Compound("空号小区"));
        using var program = await App.ApiAs(owner);
        (await program.Post("/api/v1/tickets/", new { requestId = Guid.Empty, category = "lift", placeText = "1栋", description = "电梯坏了" }))
            .ShouldBe(HttpStatusCode.UnprocessableEntity).Problem.ShouldBe("RequestIdIsEmpty");
        (await App.Count("tickets.tickets", "reporter_id = $1", owner)).ShouldBe(0);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("00000000-0000-0000-0000-000000000000")]
    public async Task An_empty_id_of_a_form_is_refused_what_was_typed_stays_and_the_next_try_works(string? id)
    {
        var person = await App.World.Person();
        var compound = await App.World.Compound("表单小区");
        await App.World.Post(person, PostKinds.CommunityWorker.Code, compound);
        var code = await App.Scalar<string>("select code from registry.places where id = $1", compound);
        using var visitor = await App.SignInAs(person);
        var page = await visitor.Get($"/registry/compounds/{code}/add-building");
        var refused = await visitor.Submit(page, "form.stack", ("Input.Number", "7"), ("RequestId", id));
        refused.ShouldBe(HttpStatusCode.OK).Text.ShouldContain("请求编号为空");
        (await App.Count("registry.places", "parent_id = $1", compound)).ShouldBe(0);
        (await visitor.Submit(refused, "form.stack")).Status.ShouldBe(HttpStatusCode.Found);
        (await App.Count("registry.places", "parent_id = $1", compound)).ShouldBe(1);
    }

    private async Task<(ApiClient Worker, string[] Compounds)> Desk()
    {
        var (root, n) = (await App.Scalar<Guid>("select id from registry.places where parent_id is null"), Guid.NewGuid().ToString("N")[..6].ToUpperInvariant());
        var community = await App.World.Place("测试社区", PlaceKind.Community, $"98/{n}/", root);
        var person = await App.World.Person();
        await App.World.Post(person, PostKinds.CommunityWorker.Code, community);
        foreach (var i in new[] { 1, 2 })
        {
            await App.World.CompoundAt($"小区{i}", $"98/{n}/{i}/", community);
        }

        return (await App.ApiAs(person), [$"98{n}1", $"98{n}2"]);
    }
}
