using System.Net;
using Linli.Domain.Registry;
using Linli.Web.Tests.Host;
using Shouldly;
using Xunit;

namespace Linli.Web.Tests.Registry.Party;

/// <summary>Ways in and out of a post, one holder, posts that exclude each other (requirement A4).</summary>
public class PostWaysTests(EmptyHost host) : EmptyHostTests(host)
{
    private const string Api = "/api/v1/registry";

    private async Task<(ApiClient Worker, Guid Compound, string Code)> Open(string name)
    {
        var compound = await App.World.Compound(name);
        var person = await App.World.Person();
        return (await App.ApiAs(person, await App.World.Post(person, PostKinds.CommunityWorker.Code, compound)), compound,
            (await App.Scalar<string>("select code from registry.places where id = $1", compound))!);
    }

    private static async Task<Guid> Body(ApiClient worker, string kind, string code, string name) =>
        (await worker.Post($"{Api}/organisations", new { kind, name, placeCode = code })).ShouldBe(HttpStatusCode.OK).Json.GetProperty("value").GetGuid();

    private static object Given(string postKind, Guid person, string first, string? last = null, bool declares = false, string? begun = null) =>
        new { postKind, personId = person, firstDay = first, lastDay = last, declaresNoInterest = declares, begunBy = begun, basis = "测试文件 1 号", requestId = Guid.NewGuid() };

    [Fact]
    public async Task A_branch_has_one_secretary_and_the_successor_begins_the_day_after()
    {
        var (worker, compound, code) = await Open("书记小区");
        var branch = await Body(worker, "GridBranch", code, "书记支部");
        var (one, other) = (await App.World.OwnerIn(compound), await App.World.OwnerIn(compound));
        var posts = $"{Api}/organisations/{branch}/posts";
        var post = (await worker.Post(posts, Given("branch-secretary", one, "2025-01-01", "2027-12-31"))).ShouldBe(HttpStatusCode.OK).Json.GetProperty("value").GetGuid();
        (await worker.Post(posts, Given("branch-secretary", other, "2027-12-31"))).ShouldBe(HttpStatusCode.UnprocessableEntity).Problem.ShouldBe("PostHasAHolder");
        (await worker.Post($"{Api}/posts/{post}/end", new { lastDay = "2026-11-10", endedBy = "Recalled", reason = "测试罢免" })).ShouldBe(HttpStatusCode.NoContent);
        (await worker.Post(posts, Given("branch-secretary", other, "2026-11-11"))).ShouldBe(HttpStatusCode.OK);
        var shown = (await worker.Get($"{Api}/party/posts/{post}")).ShouldBe(HttpStatusCode.OK).Json;
        shown.GetProperty("endedBy").GetString().ShouldBe("Recalled");
        shown.GetProperty("basis").GetString().ShouldBe("测试文件 1 号");
        shown.GetProperty("terms").GetArrayLength().ShouldBe(2);
    }

    [Fact]
    public async Task Two_who_appoint_a_secretary_at_once_appoint_one()
    {
        var (worker, compound, code) = await Open("同时任命小区");
        var branch = await Body(worker, "GridBranch", code, "同时支部");
        var people = new[] { await App.World.OwnerIn(compound), await App.World.OwnerIn(compound), await App.World.OwnerIn(compound) };
        var answers = await Task.WhenAll(people.Select(person => worker.Post($"{Api}/organisations/{branch}/posts", Given("branch-secretary", person, "2026-01-01"))));
        answers.Count(answer => answer.Status == HttpStatusCode.OK).ShouldBe(1);
    }

    [Fact]
    public async Task A_further_term_points_back_and_asks_the_same_rules()
    {
        var (worker, compound, code) = await Open("连任小区");
        var branch = await Body(worker, "GridBranch", code, "连任支部");
        var person = await App.World.OwnerIn(compound);
        var post = (await worker.Post($"{Api}/organisations/{branch}/posts", Given("branch-secretary", person, "2023-12-01", "2026-11-30")))
            .ShouldBe(HttpStatusCode.OK).Json.GetProperty("value").GetGuid();
        (await worker.Post($"{Api}/posts/{post}/reappoint", new { firstDay = "2026-11-30" })).ShouldBe(HttpStatusCode.UnprocessableEntity).Problem.ShouldBe("HoldsThisPostAlready");
        var next = (await worker.Post($"{Api}/posts/{post}/reappoint", new { firstDay = "2026-12-01", lastDay = "2029-11-30" }))
            .ShouldBe(HttpStatusCode.OK).Json.GetProperty("value").GetGuid();
        (await App.Scalar<Guid>("select previous_id from registry.posts where id = $1", next)).ShouldBe(post);
        (await App.Scalar<string>("select begun_by from registry.posts where id = $1", next)).ShouldBe("Reappointed");
    }

    [Fact]
    public async Task A_committee_member_declares_and_holds_no_post_in_the_serving_company()
    {
        var (worker, compound, code) = await Open("冲突小区");
        var committee = await Body(worker, "OwnersCommittee", code, "冲突业委会");
        var company = await Body(worker, "PropertyCompany", code, "冲突物业公司");
        (await worker.Post($"{Api}/compounds/{code}/services", new { organisationId = company, since = "2024-01-01" })).ShouldBe(HttpStatusCode.OK);
        var person = await App.World.OwnerIn(compound);
        var posts = $"{Api}/organisations/{committee}/posts";
        var undeclared = (await worker.Post(posts, Given("committee-member", person, "2026-01-01", begun: "Elected"))).ShouldBe(HttpStatusCode.UnprocessableEntity);
        undeclared.Problem.ShouldBe("InterestIsNotDeclared");
        undeclared.Text.ShouldContain("第三十九条");
        var member = (await worker.Post(posts, Given("committee-member", person, "2026-01-01", declares: true, begun: "Elected")))
            .ShouldBe(HttpStatusCode.OK).Json.GetProperty("value").GetGuid();
        var both = (await worker.Post($"{Api}/organisations/{company}/posts", Given("repair-worker", person, "2026-02-01"))).ShouldBe(HttpStatusCode.UnprocessableEntity);
        both.Problem.ShouldBe("PostsExcludeEachOther");
        both.Text.ShouldContain("冲突业委会");

        // When the one has ended, the other may begin.
        (await worker.Post($"{Api}/posts/{member}/end", new { lastDay = "2026-11-01", endedBy = "Resigned" })).ShouldBe(HttpStatusCode.NoContent);
        (await worker.Post($"{Api}/organisations/{company}/posts", Given("repair-worker", person, "2026-11-02"))).ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task The_share_of_party_members_is_told_and_bars_nobody()
    {
        var (worker, compound, code) = await Open("比例小区");
        var committee = await Body(worker, "OwnersCommittee", code, "比例业委会");
        for (var i = 0; i < 3; i++)
        {
            (await worker.Post($"{Api}/organisations/{committee}/posts", Given("committee-member", await App.World.OwnerIn(compound), "2026-01-01", declares: true)))
                .ShouldBe(HttpStatusCode.OK);
        }

        var share = (await worker.Get($"{Api}/party/places/{code}/seats")).ShouldBe(HttpStatusCode.OK).Json.GetProperty("shares")[0];
        share.GetProperty("members").GetInt32().ShouldBe(3);
        share.GetProperty("partyMembers").GetInt32().ShouldBe(0);
        share.GetProperty("isBelow").GetBoolean().ShouldBeTrue();
        share.GetProperty("isForming").GetBoolean().ShouldBeTrue();
    }
}
