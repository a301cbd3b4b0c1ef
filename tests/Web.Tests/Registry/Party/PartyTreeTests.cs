using System.Net;
using Linli.Domain.Registry;
using Linli.Web.Tests.Host;
using Shouldly;
using Xunit;

namespace Linli.Web.Tests.Registry.Party;

/// <summary>Party organisations founded, moved, dissolved; memberships begun, transferred, ended; who sees whom.</summary>
public class PartyTreeTests(EmptyHost host) : EmptyHostTests(host)
{
    private const string Api = "/api/v1/registry/party";

    private sealed record Desk(ApiClient Worker, Guid Compound, string Code, string Path);

    private async Task<Desk> Open(string name)
    {
        var compound = await App.World.Compound(name);
        var person = await App.World.Person();
        var post = await App.World.Post(person, PostKinds.CommunityWorker.Code, compound);
        return new(
            await App.ApiAs(person, post), compound, (await App.Scalar<string>("select code from registry.places where id = $1", compound))!,
            (await App.Scalar<string>("select path from registry.places where id = $1", compound))!);
    }

    private static object Founding(Desk desk, string kind, string name, Guid? parent = null) =>
        new { kind, name, placeCode = desk.Code, parentId = parent, foundedOn = "2026-03-01", requestId = Guid.NewGuid() };

    private static async Task<Guid> Found(Desk desk, string kind, string name, Guid? parent = null) =>
        (await desk.Worker.Post($"{Api}/organisations", Founding(desk, kind, name, parent))).ShouldBe(HttpStatusCode.OK).Json.GetProperty("value").GetGuid();

    private static object Member(string name, Guid? request = null) => new { name, standing = "Full", since = "2026-04-01", requestId = request ?? Guid.NewGuid() };

    private async Task<Guid> Join(Desk desk, Guid organisation, Guid person) => (await desk.Worker.Post(
        $"{Api}/organisations/{organisation}/members", new { personId = person, standing = "Full", since = "2026-04-01", requestId = Guid.NewGuid() }))
        .ShouldBe(HttpStatusCode.OK).Json.GetProperty("value").GetGuid();

    [Fact]
    public async Task A_branch_gets_groups_and_households_and_refuses_what_the_table_refuses()
    {
        var desk = await Open("成立小区");
        var branch = await Found(desk, "GridBranch", "测试支部");
        var group = await Found(desk, "BlockGroup", "测试党小组", branch);
        await Found(desk, "MemberHousehold", "测试中心户", group);

        async Task Refused(string kind, Guid? parent, string problem) => (await desk.Worker.Post($"{Api}/organisations", Founding(desk, kind, $"测试{kind}{problem}", parent)))
            .ShouldBe(HttpStatusCode.UnprocessableEntity).Problem.ShouldBe(problem);
        await Refused("BlockGroup", null, "PartyOrganisationNeedsOneAbove");
        await Refused("GridBranch", group, "PartyOrganisationDoesNotStandThere");
        await Refused("CompanyBranch", null, "BodyOfPartyOrganisationIsMissing");
        await Refused("GridBranch", Guid.NewGuid(), "OrganisationAboveIsNotKnown");
        await Refused("PropertyCompany", null, "ChoiceIsMissing");

        var tree = (await desk.Worker.Get($"{Api}/places/{desk.Code}/tree")).ShouldBe(HttpStatusCode.OK).Json;
        var root = tree.GetProperty("roots").EnumerateArray().ShouldHaveSingleItem();
        root.GetProperty("below")[0].GetProperty("below")[0].GetProperty("name").GetString().ShouldBe("测试中心户");
    }

    [Fact]
    public async Task Nothing_comes_to_stand_below_itself()
    {
        var desk = await Open("循环小区");
        var above = await App.World.PartyOrganisation(desk.Compound, OrganisationKind.IndustryPartyCommittee);
        var below = await App.World.PartyOrganisation(desk.Compound, OrganisationKind.IndustryPartyCommittee, above);
        (await desk.Worker.Post($"{Api}/organisations/{above}/move", new { parentId = below })).ShouldBe(HttpStatusCode.UnprocessableEntity)
            .Problem.ShouldBe("PartyOrganisationWouldStandBelowItself");
        (await desk.Worker.Post($"{Api}/organisations/{above}/move", new { parentId = above })).Problem.ShouldBe("PartyOrganisationWouldStandBelowItself");
        (await desk.Worker.Post($"{Api}/organisations/{below}/move", new { parentId = (Guid?)null, basis = "上级组织撤销" })).ShouldBe(HttpStatusCode.NoContent);
        (await desk.Worker.Post($"{Api}/organisations/{above}/move", new { parentId = below })).ShouldBe(HttpStatusCode.NoContent);
    }

    [Fact]
    public async Task Two_who_move_two_below_each_other_at_once_make_no_circle()
    {
        var desk = await Open("同时调整小区");
        var one = await App.World.PartyOrganisation(desk.Compound, OrganisationKind.IndustryPartyCommittee);
        var other = await App.World.PartyOrganisation(desk.Compound, OrganisationKind.IndustryPartyCommittee);
        var answers = await Task.WhenAll(
            desk.Worker.Post($"{Api}/organisations/{one}/move", new { parentId = other }),
            desk.Worker.Post($"{Api}/organisations/{other}/move", new { parentId = one }));
        answers.Count(answer => answer.Status == HttpStatusCode.NoContent).ShouldBe(1);
    }

    [Fact]
    public async Task An_organisation_is_dissolved_when_nobody_and_nothing_is_left()
    {
        var desk = await Open("撤销小区");
        var branch = await Found(desk, "GridBranch", "要撤销的支部");
        var group = await Found(desk, "BlockGroup", "要撤销的小组", branch);
        var membership = await Join(desk, branch, await App.World.OwnerIn(desk.Compound));
        var dissolve = new { lastDay = "2026-11-20", reason = "合并" };
        var refused = await desk.Worker.Post($"{Api}/organisations/{branch}/dissolve", dissolve);
        refused.ShouldBe(HttpStatusCode.Conflict).Problem.ShouldBe("PartyMembersAreLeft");
        (await desk.Worker.Post($"{Api}/memberships/{membership}/end", new { lastDay = "2026-11-19", reason = "转出" })).ShouldBe(HttpStatusCode.NoContent);
        (await desk.Worker.Post($"{Api}/organisations/{branch}/dissolve", dissolve)).Problem.ShouldBe("PartyOrganisationsAreLeftBelow");
        (await desk.Worker.Post($"{Api}/organisations/{group}/dissolve", dissolve)).ShouldBe(HttpStatusCode.NoContent);
        (await desk.Worker.Post($"{Api}/organisations/{branch}/dissolve", dissolve)).ShouldBe(HttpStatusCode.NoContent);
        (await desk.Worker.Post($"{Api}/organisations/{branch}/members", Member("测试晚来"))).ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task A_member_has_one_formal_membership_and_takes_part_elsewhere_without_moving_it()
    {
        var desk = await Open("党员小区");
        var (one, other) = (await Found(desk, "GridBranch", "第一支部"), await Found(desk, "GridBranch", "第二支部"));
        var functional = await Found(desk, "FunctionalBranch", "功能型支部");
        var person = await App.World.OwnerIn(desk.Compound);
        await Join(desk, one, person);
        await Join(desk, functional, person);
        var again = new { personId = person, standing = "Full", since = "2026-05-01" };
        (await desk.Worker.Post($"{Api}/organisations/{other}/members", again)).ShouldBe(HttpStatusCode.UnprocessableEntity).Problem.ShouldBe("HasAFormalMembershipAlready");
        (await desk.Worker.Post($"{Api}/organisations/{functional}/members", again)).Problem.ShouldBe("TakesPartHereAlready");
        (await App.Count("registry.party_memberships", "person_id = $1 and way = 'Formal'", person)).ShouldBe(1);
        (await App.Scalar<bool>("select party_member from registry.people where id = $1", person)).ShouldBeFalse();
    }

    [Fact]
    public async Task Two_who_record_a_member_in_two_branches_at_once_record_one()
    {
        var desk = await Open("同时入支部小区");
        var branches = new[] { await Found(desk, "GridBranch", "甲支部"), await Found(desk, "GridBranch", "乙支部") };
        var person = await App.World.OwnerIn(desk.Compound);
        var answers = await Task.WhenAll(branches.Select(branch => desk.Worker.Post(
            $"{Api}/organisations/{branch}/members", new { personId = person, standing = "Full", since = "2026-04-01" })));
        answers.Count(answer => answer.Status == HttpStatusCode.OK).ShouldBe(1);
        (await App.Count("registry.party_memberships", "person_id = $1", person)).ShouldBe(1);
    }

    [Fact]
    public async Task A_transfer_keeps_the_history_and_leaves_no_gap_and_the_same_form_acts_once()
    {
        var desk = await Open("转接小区");
        var (one, other) = (await Found(desk, "GridBranch", "转出支部"), await Found(desk, "BlockGroup", "转入小组", await Found(desk, "GridBranch", "转入支部")));
        var person = await App.World.OwnerIn(desk.Compound);
        var membership = await Join(desk, one, person);
        var transfer = new { toId = other, on = "2026-06-01", basis = "介绍信 12 号", requestId = Guid.NewGuid() };
        var made = (await desk.Worker.Post($"{Api}/memberships/{membership}/transfer", transfer)).ShouldBe(HttpStatusCode.OK).Json.GetProperty("value").GetGuid();
        (await desk.Worker.Post($"{Api}/memberships/{membership}/transfer", transfer)).ShouldBe(HttpStatusCode.OK).Json.GetProperty("value").GetGuid().ShouldBe(made);
        (await App.Scalar<DateOnly>("select until from registry.party_memberships where id = $1", membership)).ShouldBe(new DateOnly(2026, 5, 31));
        (await desk.Worker.Get($"{Api}/memberships/{made}")).ShouldBe(HttpStatusCode.OK).Json.GetProperty("history").GetArrayLength().ShouldBe(2);
        (await desk.Worker.Post($"{Api}/memberships/{membership}/transfer", new { transfer.toId, transfer.on, transfer.basis, requestId = Guid.NewGuid() })).ShouldBe(HttpStatusCode.Conflict).Problem.ShouldBe("HasEndedAlready");
    }

    [Fact]
    public async Task Names_show_within_the_branchs_scope_and_others_see_counts()
    {
        var desk = await Open("保密小区");
        var branch = await Found(desk, "GridBranch", "保密支部");
        var membership = (await desk.Worker.Post($"{Api}/organisations/{branch}/members", Member("测试保密人"))).ShouldBe(HttpStatusCode.OK).Json.GetProperty("value").GetGuid();
        (await desk.Worker.Get($"{Api}/organisations/{branch}")).Text.ShouldContain("测试保密人");

        var chair = await App.World.Person();
        var seen = await App.ApiAs(chair, await App.World.Post(chair, PostKinds.CommitteeChair.Code, desk.Compound));
        var counts = (await seen.Get($"{Api}/organisations/{branch}")).ShouldBe(HttpStatusCode.OK);
        counts.Text.ShouldNotContain("测试保密人");
        counts.Json.GetProperty("fullMembers").GetInt32().ShouldBe(1);
        (await seen.Get($"{Api}/memberships/{membership}")).ShouldBe(HttpStatusCode.Forbidden);
        (await seen.Post($"{Api}/organisations/{branch}/members", Member("测试外人"))).ShouldBe(HttpStatusCode.Forbidden);

        // A branch secretary of another compound sees neither the branch nor its members.
        var elsewhere = await Open("别处小区");
        (await elsewhere.Worker.Get($"{Api}/organisations/{branch}")).ShouldBe(HttpStatusCode.NotFound);
        (await elsewhere.Worker.Get($"{Api}/memberships/{membership}")).ShouldBe(HttpStatusCode.NotFound);
        (await elsewhere.Worker.Post($"{Api}/memberships/{membership}/end", new { lastDay = "2026-11-19", reason = "试" })).ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task A_membership_of_the_party_is_no_mark_on_a_person_for_those_who_may_not_see_it()
    {
        var desk = await Open("标记小区");
        var person = await App.World.OwnerIn(desk.Compound);
        await App.World.AgreesToMark(person);
        await Join(desk, await Found(desk, "GridBranch", "标记支部"), person);
        (await desk.Worker.Get($"/api/v1/registry/people/{person}")).Json.GetProperty("partyMember").GetBoolean().ShouldBeTrue();
        var dispatcher = await App.World.Person();
        var seen = await App.ApiAs(dispatcher, await App.World.Post(dispatcher, PostKinds.PropertyDispatcher.Code, desk.Compound));
        (await seen.Get($"/api/v1/registry/people/{person}")).ShouldBe(HttpStatusCode.OK).Json.GetProperty("partyMember").GetBoolean().ShouldBeFalse();
    }
}
