using System.Net;
using Linli.Domain.Registry;
using Linli.Web.Tests.Host;
using Shouldly;
using Xunit;

namespace Linli.Web.Tests.Registry.Alliances;

/// <summary>An association from its registration to its end.</summary>
public class AssociationTests(EmptyHost host) : EmptyHostTests(host)
{
    private const string Api = "/api/v1/registry/alliances";

    private static object Facts(AllianceWorld world, string kind, Guid? requestId = null) =>
        new { kind, name = $"测试{kind}", placeCode = world.CommunityCode, foundedOn = "2025-01-01", requestId = requestId ?? Guid.NewGuid() };

    private static object Joining(Guid member, string way = "Appointment", int? votesFor = null, int? votesCast = null) =>
        new { member, way, decidedBy = "测试社区党委", decidedOn = "2026-02-01", votesFor, votesCast, requestId = Guid.NewGuid() };

    private static async Task<Guid> Register(ApiClient worker, AllianceWorld world, string kind) =>
        (await worker.Post(Api, Facts(world, kind))).ShouldBe(HttpStatusCode.OK).Json.GetProperty("value").GetGuid();

    [Fact]
    public async Task A_place_has_one_living_association_of_a_kind_and_a_form_sent_twice_makes_one()
    {
        var world = await AllianceWorld.Make(App);
        var worker = await App.ApiAs(world.WorkerPerson);
        var once = Facts(world, "Alliance", Guid.NewGuid());
        (await worker.Post(Api, once)).ShouldBe(HttpStatusCode.OK);
        (await worker.Post(Api, once)).ShouldBe(HttpStatusCode.OK);
        (await App.Count("registry.organisations", "place_id = $1 and kind = 'Alliance'", world.Community)).ShouldBe(1);
        (await worker.Post(Api, Facts(world, "Alliance"))).ShouldBe(HttpStatusCode.UnprocessableEntity).Problem.ShouldBe("PlaceHasSuchAnAssociation");
        (await worker.Post(Api, Facts(world, "PropertyCompany"))).Problem.ShouldBe("KindIsNoAssociation");
        (await worker.Post(Api, new { kind = "Alliance", name = "小区联盟", placeCode = world.CommunityCode + "01", foundedOn = "2025-01-01" })).Problem.ShouldBe("AssociationsStandAboveCompounds");
    }

    [Fact]
    public async Task Members_join_by_three_ways_and_those_of_the_wrong_kind_do_not()
    {
        var world = await AllianceWorld.Make(App);
        var worker = await App.ApiAs(world.WorkerPerson);
        var committees = await Register(worker, world, "CommitteeAssociation");
        var members = $"{Api}/{committees}/members";
        var chair = await AllianceWorld.InPost(App, PostKinds.CommitteeChair, world.Committee, world.Compound);

        (await worker.Post(members, Joining(world.Company))).ShouldBe(HttpStatusCode.UnprocessableEntity).Problem.ShouldBe("OnlyCommitteesMayJoin");
        (await worker.Post(members, Joining(world.WorkerPerson))).Problem.ShouldBe("PersonHoldsNoPostThere");
        (await worker.Post(members, Joining(Guid.NewGuid()))).Problem.ShouldBe("MemberIsNotOfThisArea");
        (await worker.Post(members, Joining(world.Committee, "PublicElection"))).Problem.ShouldBe("ElectionNeedsItsVotes");
        (await worker.Post(members, Joining(world.Committee, "PublicElection", 31, 30))).Problem.ShouldBe("VotesDoNotAddUp");
        (await worker.Post(members, Joining(world.Committee, "PublicElection", 21, 30))).ShouldBe(HttpStatusCode.OK);
        (await worker.Post(members, Joining(world.Committee))).Problem.ShouldBe("IsMemberAlready");
        (await worker.Post(members, Joining(chair, "SelfNomination"))).ShouldBe(HttpStatusCode.OK);

        var shown = (await worker.Get($"{Api}/{committees}")).ShouldBe(HttpStatusCode.OK).Json;
        shown.GetProperty("members").GetArrayLength().ShouldBe(2);
        shown.GetProperty("duties").GetProperty("duties").GetArrayLength().ShouldBe(5);
    }

    [Fact]
    public async Task Two_who_admit_the_same_member_at_once_admit_it_once()
    {
        var world = await AllianceWorld.Make(App);
        var worker = await App.ApiAs(world.WorkerPerson);
        var companies = await Register(worker, world, "CompanyAssociation");
        var answers = await Task.WhenAll(Enumerable.Range(0, 5).Select(_ => worker.Post($"{Api}/{companies}/members", Joining(world.Company))));
        answers.Count(a => a.Status == HttpStatusCode.OK).ShouldBe(1);
        (await App.Count("registry.association_members", "association_id = $1", companies)).ShouldBe(1);
    }

    [Fact]
    public async Task A_company_of_another_community_is_not_of_this_area()
    {
        var (here, there) = (await AllianceWorld.Make(App), await AllianceWorld.Make(App));
        var worker = await App.ApiAs(here.WorkerPerson);
        var companies = await Register(worker, here, "CompanyAssociation");
        (await worker.Post($"{Api}/{companies}/members", Joining(there.Company))).Problem.ShouldBe("MemberIsNotOfThisArea");
        var stranger = await App.ApiAs(there.WorkerPerson);
        (await stranger.Get($"{Api}/{companies}")).ShouldBe(HttpStatusCode.NotFound);
        (await stranger.Post($"{Api}/{companies}/members", Joining(there.Company))).ShouldBe(HttpStatusCode.NotFound);
        var secretary = await App.ApiAs(here.SecretaryPerson);
        (await secretary.Get($"{Api}/{companies}")).ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task A_years_work_is_counted_by_duty_and_duties_without_work_are_named()
    {
        var world = await AllianceWorld.Make(App);
        var worker = await App.ApiAs(world.WorkerPerson);
        var id = await Register(worker, world, "CompanyAssociation");
        var today = DateOnly.FromDateTime(App.Clock.Now.UtcDateTime.AddHours(8));
        var item = (await worker.Post($"{Api}/{id}/plan", new { duty = "rate-the-trade", title = "年度评价", dueOn = today.AddDays(-1) })).ShouldBe(HttpStatusCode.OK).Json.GetProperty("value").GetGuid();
        object Done(string duty, DateOnly day, Guid? planItem = null) =>
            new { duty, planItem, title = "评价会", heldOn = day, done = "逐家评价", participants = 13, result = "评价结果公示", requestId = Guid.NewGuid() };

        var activities = $"{Api}/{id}/activities";
        (await worker.Post(activities, Done("form-committees", today))).Problem.ShouldBe("DutyIsNotItsOwn");
        (await worker.Post(activities, Done("regulate-conduct", today, item))).Problem.ShouldBe("PlanItemDoesNotFit");
        (await worker.Post(activities, Done("rate-the-trade", today.AddDays(1), item))).Problem.ShouldBe("WorkLiesInTheFuture");
        (await worker.Post(activities, Done("rate-the-trade", today, item))).ShouldBe(HttpStatusCode.OK);
        (await worker.Post($"{Api}/plan/{item}/drop", new { reason = "不开了" })).Problem.ShouldBe("PlanItemIsDone");

        var year = (await worker.Get($"{Api}/{id}/work?year={today.Year}")).ShouldBe(HttpStatusCode.OK).Json;
        var duties = year.GetProperty("byDuty").EnumerateArray().ToArray();
        duties.Length.ShouldBe(4);
        duties.Single(d => !d.GetProperty("isWithoutWork").GetBoolean()).GetProperty("participants").GetInt64().ShouldBe(13);
        year.GetProperty("withoutWork").GetArrayLength().ShouldBe(3);
        var visitor = await App.SignInAs(world.WorkerPerson);
        (await visitor.Get($"/registry/alliances/{id}/work")).ShouldBe(HttpStatusCode.OK).Text.ShouldContain("规范物业公司行为");
    }

    [Fact]
    public async Task With_an_association_end_its_memberships_and_the_posts_in_it()
    {
        var world = await AllianceWorld.Make(App);
        var worker = await App.ApiAs(world.WorkerPerson);
        var id = await Register(worker, world, "Alliance");
        (await worker.Post($"{Api}/{id}/members", Joining(world.Company))).ShouldBe(HttpStatusCode.OK);
        var chair = await AllianceWorld.InPost(App, PostKinds.AssociationChair, id, world.Community);
        var chairs = await App.ApiAs(chair);
        (await chairs.Get($"{Api}/{id}")).Json.GetProperty("mayKeep").GetBoolean().ShouldBeTrue();
        var yesterday = DateOnly.FromDateTime(App.Clock.Now.UtcDateTime.AddHours(8)).AddDays(-1);

        (await worker.Post($"{Api}/{id}/end", new { lastDay = yesterday.AddDays(5), reason = "合并" })).Problem.ShouldBe("EndLiesInTheFuture");
        (await worker.Post($"{Api}/{id}/end", new { lastDay = yesterday, reason = "合并" })).ShouldBe(HttpStatusCode.NoContent);
        (await App.Count("registry.association_members", "association_id = $1 and left_on is null", id)).ShouldBe(0);
        (await chairs.Post($"{Api}/{id}/members", Joining(world.Committee))).ShouldBe(HttpStatusCode.Forbidden);
        (await worker.Post($"{Api}/{id}/members", Joining(world.Committee))).ShouldBe(HttpStatusCode.NotFound);
    }
}
