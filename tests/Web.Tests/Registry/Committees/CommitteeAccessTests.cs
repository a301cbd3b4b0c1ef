using System.Net;
using Linli.Domain.Registry.Committees;
using Linli.Web.Tests.Host;
using Shouldly;
using Xunit;

namespace Linli.Web.Tests.Registry.Committees;

/// <summary>Who records what, twice and at once; and the bodies that stand in for a committee.</summary>
public class CommitteeAccessTests(EmptyHost host) : EmptyHostTests(host)
{
    [Fact]
    public async Task Two_who_begin_at_once_make_one_body()
    {
        var desk = await CommitteeDesk.In(App);
        var answers = await Task.WhenAll(Enumerable.Range(0, 6).Select(i => desk.Try(i % 2 == 0 ? desk.Worker : desk.Officer, BodyAct.BeginForming)));
        answers.Count(answer => answer.Status == HttpStatusCode.OK).ShouldBe(1);
        answers.ShouldAllBe(answer => (int)answer.Status < 500);
        (await App.Count("registry.governing_bodies", "compound_id = $1", desk.Compound)).ShouldBe(1);
    }

    [Fact]
    public async Task A_form_sent_twice_records_once()
    {
        var desk = await CommitteeDesk.In(App);
        var requestId = Guid.NewGuid();
        await desk.Do(desk.Worker, BodyAct.BeginForming, new { requestId });
        await desk.Do(desk.Worker, BodyAct.BeginForming, new { requestId });
        (await App.Count("registry.body_acts", "id = $1", requestId)).ShouldBe(1);
    }

    [Fact]
    public async Task A_body_that_changed_meanwhile_is_looked_at_again()
    {
        var desk = await CommitteeDesk.In(App);
        await desk.InOffice(desk.Today.AddDays(1000));
        using var api = await App.ApiAs(desk.Worker);
        var version = (await api.Get($"/api/v1/registry/compounds/{desk.Code}/committee")).Json.GetProperty("bodies")[0].GetProperty("version").GetUInt32();
        await desk.Do(desk.Chair, BodyAct.RecordVacancy, new { members = 4, version });
        (await desk.Try(desk.Worker, BodyAct.ReportReelection, new { version })).Problem.ShouldBe("ChangedMeanwhile");
    }

    [Fact]
    public async Task Strangers_neighbours_and_ended_posts_record_nothing()
    {
        var (desk, other) = (await CommitteeDesk.In(App), await CommitteeDesk.In(App));
        using (var foreign = await App.ApiAs(other.Officer))
        {
            (await foreign.Get($"/api/v1/registry/compounds/{desk.Code}/committee")).ShouldBe(HttpStatusCode.NotFound);
            (await foreign.Post($"/api/v1/registry/compounds/{desk.Code}/committee/acts", new { act = "BeginForming" })).ShouldBe(HttpStatusCode.NotFound);
            (await foreign.Get($"/api/v1/registry/committees?place={desk.CommunityCode}")).ShouldBe(HttpStatusCode.NotFound);
        }

        (await desk.Try(desk.Owner, BodyAct.BeginForming)).ShouldBe(HttpStatusCode.Forbidden);
        using var signedOut = App.Api();
        (await signedOut.Post($"/api/v1/registry/compounds/{desk.Code}/committee/acts", new { act = "BeginForming" })).ShouldBe(HttpStatusCode.Unauthorized);
        using var worker = await App.ApiAs(desk.Worker);
        await App.Execute("update registry.posts set ended_on = '2026-10-01' where person_id = $1", desk.Worker);
        (await worker.Post($"/api/v1/registry/compounds/{desk.Code}/committee/acts", new { act = "BeginForming" })).ShouldBe(HttpStatusCode.Forbidden);
        (await App.Count("registry.governing_bodies", "compound_id = $1", desk.Compound)).ShouldBe(0);
    }

    [Fact]
    public async Task Registered_delivery_decides_whether_the_first_assembly_can_be_begun()
    {
        var desk = await CommitteeDesk.In(App);
        await App.World.Unit(desk.Compound, "1栋201");
        await App.Execute("update registry.units set registered_area = case when label = '1栋201' then 90001 else 90000 end, delivery = case when label = '1栋201' then 'Unsold' else 'Delivered' end where compound_id = $1", desk.Compound);
        await App.Execute("update registry.compounds set delivered_on = '2026-06-01' where place_id = $1", desk.Compound);
        (await desk.Try(desk.Worker, BodyAct.BeginForming)).ShouldBe(HttpStatusCode.Conflict).Problem.ShouldBe("FirstAssemblyIsTooEarly");
        // One hundredth of a square metre less, and half of the area is delivered.
        await App.Execute("update registry.units set registered_area = 90000 where compound_id = $1", desk.Compound);
        await desk.Do(desk.Worker, BodyAct.BeginForming);
    }

    [Fact]
    public async Task An_interim_committee_is_odd_half_owners_and_headed_from_the_community()
    {
        var desk = await CommitteeDesk.In(App);
        var termTo = desk.Today.AddYears(3).AddDays(-1);
        async Task<string?> With(int members, int owners, string head) =>
            (await desk.Try(desk.Officer, BodyAct.Establish, new { members, owners, head, termTo }, BodyKind.InterimCommittee)).Problem;
        (await With(8, 4, "ResidentsCommittee")).ShouldBe("MembersAreNotOdd");
        (await With(7, 3, "ResidentsCommittee")).ShouldBe("OwnersAreTooFew");
        (await With(7, 4, "Owner")).ShouldBe("HeadComesFromElsewhere");
        await desk.Do(desk.Officer, BodyAct.Establish, new { members = 7, owners = 4, head = "ResidentsCommittee", termTo }, BodyKind.InterimCommittee);
    }

    [Fact]
    public async Task Neighbours_take_turns_and_sign_no_contracts()
    {
        var desk = await CommitteeDesk.In(App);
        await App.Execute("update registry.compounds set type = 'ThreeNo' where place_id = $1", desk.Compound);
        await App.World.Unit(desk.Compound, "1栋2单元301");
        await desk.Do(desk.Worker, BodyAct.Establish, new { members = 5 }, BodyKind.SelfGovernment);
        (await desk.Try(desk.Worker, BodyAct.SignContract, kind: BodyKind.SelfGovernment)).Problem.ShouldBe("BodyMustNotSignContracts");
        await desk.Do(desk.Worker, BodyAct.AdoptCovenant, kind: BodyKind.SelfGovernment);
        using var api = await App.ApiAs(desk.Worker);
        var address = $"/api/v1/registry/compounds/{desk.Code}/committee/duties";
        (await api.Post(address, new { kind = "SelfGovernment", firstDay = desk.Today, daysEach = 7, turns = 3, task = "楼道保洁" })).ShouldBe(HttpStatusCode.OK);
        (await api.Post(address, new { kind = "SelfGovernment", firstDay = desk.Today.AddDays(20), daysEach = 7, turns = 1, task = "楼道保洁" })).Problem.ShouldBe("TurnsArePlannedUntil");
        (await api.Post(address, new { kind = "Subgroup", firstDay = desk.Today.AddDays(30), daysEach = 7, turns = 1, task = "楼道保洁" })).Problem.ShouldBe("BodyIsNotThereYet");
        (await App.Scalar<long>("select count(distinct unit_id) from registry.body_duties d join registry.governing_bodies b on b.id = d.body_id where b.compound_id = $1", desk.Compound)).ShouldBe(2);

        // Whose turn it is sees it on the phone; a neighbour sees only the own.
        using var owner = await App.SignInAs(desk.Owner);
        (await owner.Get("/committee")).ShouldBe(HttpStatusCode.OK).Text.ShouldContain("楼道保洁");
    }

    [Fact]
    public async Task What_was_typed_into_the_form_is_kept_and_the_fault_named()
    {
        var desk = await CommitteeDesk.In(App);
        await desk.Do(desk.Worker, BodyAct.BeginForming);
        using var visitor = await App.SignInAs(desk.Worker);
        var page = await visitor.Get($"/registry/compounds/{desk.Code}/committee/record?kind=OwnersCommittee&act=FormPreparatoryGroup");
        var refused = await visitor.Submit(page, "form[data-once]", ("Input.Members", "6"), ("Input.Owners", "2"), ("Input.Note", "二〇二六年第一次会议"));
        refused.ShouldBe(HttpStatusCode.OK);
        refused.One("input[name='Input.Members']").GetAttribute("value").ShouldBe("6");
        refused.One("textarea").TextContent.ShouldContain("二〇二六年第一次会议");
        refused.All(".govuk-error-message").Count.ShouldBe(2);
        var accepted = await visitor.Submit(refused, "form[data-once]", ("Input.Members", "7"), ("Input.Owners", "4"));
        accepted.Location.ShouldBe($"/registry/compounds/{desk.Code}/committee");
        (await visitor.Follow(accepted)).Text.ShouldContain("二〇二六年第一次会议");
    }
}
