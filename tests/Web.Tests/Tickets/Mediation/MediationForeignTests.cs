using System.Net;
using Linli.Web.Tests.Host;
using Shouldly;
using Xunit;
using static Linli.Web.Tests.Tickets.Mediation.MediationStage;

namespace Linli.Web.Tests.Tickets.Mediation;

/// <summary>Ids of other cases, related mediators, two at once, twice the same.</summary>
public class MediationForeignTests(EmptyHost host) : EmptyHostTests(host)
{
    [Fact]
    public async Task An_id_of_another_case_is_refused_and_nothing_stored()
    {
        var (stage, other) = (await Make(App), await Make(App));
        var (id, foreign) = (await stage.Begun(), await other.Begun());
        await stage.Do(stage.Mediator, Case(id, "sessions"), new { day = "2026-11-25", time = "15:00", place = "社区" });
        await other.Do(other.Mediator, Case(foreign, "sessions"), new { day = "2026-11-25", time = "15:00", place = "社区" });
        var own = await App.Scalar<Guid>("select id from tickets.mediation_sessions where case_id = $1", id);
        var theirs = await App.Scalar<Guid>("select id from tickets.mediation_sessions where case_id = $1", foreign);
        var party = await other.Party(foreign, 1);
        var before = await App.Count("tickets.mediation_steps");
        (string Act, object Body)[] tries =
        [
            ("mediators", new { mediatorId = other.Mediator }), ("mediators", new { mediatorId = stage.Dispatcher }), ("mediators", new { mediatorId = Guid.NewGuid() }),
            ("withdraw-consent", new { partyId = party, way = "Phone" }), ("sessions/record", new { sessionId = theirs, notes = "x" }),
            ("sessions/record", new { sessionId = own, present = new[] { party }, notes = "x" }), ("phone", new { partyId = party }),
            ("draft", new { commitments = new[] { new { partyId = party, text = "x", dueOn = "2026-12-01" } } }),
        ];
        foreach (var (act, body) in tries)
        {
            (await stage.Try(stage.Mediator, Case(id, act), body)).ShouldBe(HttpStatusCode.UnprocessableEntity);
        }

        // A party speaks for itself alone, also by the id of the other one.
        (await stage.Try(stage.Mediator, Case(foreign, "close"), new { })).ShouldBe(HttpStatusCode.NotFound);
        (await stage.Try(stage.Applicant, Mine(foreign, "refuse"), new { })).ShouldBe(HttpStatusCode.NotFound);
        (await App.Count("tickets.mediation_steps")).ShouldBe(before);
        (await stage.State(foreign)).ShouldBe("InMediation");
        await stage.Do(stage.Mediator, Case(id, "mediators"), new { mediatorId = stage.Colleague });
    }

    [Fact]
    public async Task A_visit_of_another_case_is_not_recorded()
    {
        var (stage, other) = (await Make(App), await Make(App));
        var (id, foreign) = (await stage.Begun(), await other.Begun());
        foreach (var (on, one) in new[] { (stage, id), (other, foreign) })
        {
            await on.Do(on.Mediator, Case(one, "oral"), new { commitments = new[] { new { partyId = await on.Party(one, 1), text = "道歉", dueOn = "2026-12-20" } } });
        }

        var theirs = await App.Scalar<Guid>("select id from tickets.mediation_visits where case_id = $1 limit 1", foreign);
        (await stage.Try(stage.Mediator, Case(id, "visits/record"), new { visitId = theirs, way = "Phone", result = "Fulfilled", note = "x" })).ShouldBe(HttpStatusCode.UnprocessableEntity);
        (await App.Count("tickets.mediation_visits", "visited_at is not null and case_id = any($1)", new[] { id, foreign })).ShouldBe(0);
    }

    [Fact]
    public async Task A_form_is_no_way_round()
    {
        var (stage, other) = (await Make(App), await Make(App));
        var (id, foreign) = (await stage.Begun(), await other.Begun());
        await stage.Do(stage.Mediator, Case(id, "sessions"), new { day = "2026-11-25", time = "15:00", place = "社区" });
        var own = await App.Scalar<Guid>("select id from tickets.mediation_sessions where case_id = $1", id);
        var party = (await other.Party(foreign, 1)).ToString();
        using var mediator = await App.SignInAs(stage.Mediator);
        var before = await App.Count("tickets.mediation_steps");
        (string Act, (string, string?)[] Values)[] tries =
        [
            ("AddMediator", [("Input.MediatorId", other.Mediator.ToString())]), ("RefuseConsent", [("Input.PartyId", party), ("Input.Way", "Phone")]),
            ("RecordSession", [("Input.SessionId", own.ToString()), ("Input.Present", party), ("Input.Notes", "x")]),
            ("RecordSession", [("Input.SessionId", party), ("Input.Notes", "x")]),
            ("DraftAgreement", [("Input.Commitments[0].PartyId", party), ("Input.Commitments[0].Text", "x"), ("Input.Commitments[0].DueOn", "2026-12-01")]),
        ];
        foreach (var (act, values) in tries)
        {
            var page = (await mediator.Get($"/mediation/cases/{id}/do/{act}")).ShouldBe(HttpStatusCode.OK);
            var answer = await mediator.Submit(page, "main form[method=post]", values);
            answer.ShouldBe(HttpStatusCode.OK).One(".govuk-error-summary");
        }

        var shown = await mediator.Get($"/mediation/cases/{id}");
        (await mediator.Submit(shown, "form[action*=Phone]", ("Party", party))).Text.ShouldContain("请选择一项");
        (await mediator.Get($"/mediation/cases/{foreign}/do/RecordVisit")).ShouldBe(HttpStatusCode.NotFound);
        (await App.Count("tickets.mediation_steps")).ShouldBe(before);
    }

    [Fact]
    public async Task Whoever_is_related_to_a_party_is_not_offered_the_case_and_cannot_take_it()
    {
        var stage = await Make(App);
        var home = await App.Scalar<Guid>("select unit_id from registry.ownerships where person_id = $1", stage.Applicant);
        await App.World.Resident(stage.Colleague, home);
        var id = await stage.Apply();
        var post = await App.Scalar<Guid>("select id from registry.posts where person_id = $1", stage.Colleague);
        using var related = await App.ApiAs(stage.Colleague, post);
        (await related.Get("/api/v1/mediation/cases")).Text.ShouldNotContain(id.ToString());
        (await related.Post(Case(id, "take"), new { })).Problem.ShouldBe("MediatorHasToStandAside");
        (await stage.See(stage.Mediator, "/api/v1/mediation/cases")).Text.ShouldContain(id.ToString());
        await stage.Do(stage.Mediator, Case(id, "take"), new { });
        (await stage.Try(stage.Mediator, Case(id, "mediators"), new { mediatorId = stage.Colleague })).Problem.ShouldBe("MediatorHasToStandAside");
        // Standing aside leaves nothing to be seen and no way back.
        await stage.Do(stage.Mediator, Case(id, "decline"), new { reason = "远房亲戚" });
        (await stage.See(stage.Mediator, Case(id))).Text.ShouldNotContain(Secret);
        (await stage.Try(stage.Mediator, Case(id, "take"), new { })).Problem.ShouldBe("MediatorHasToStandAside");
    }

    [Fact]
    public async Task Two_mediators_at_once_and_one_of_them_has_it()
    {
        var stage = await Make(App);
        var id = await stage.Apply();
        var answers = await Task.WhenAll(stage.Try(stage.Mediator, Case(id, "take"), new { }), stage.Try(stage.Colleague, Case(id, "take"), new { }));
        answers.Count(answer => answer.Status == HttpStatusCode.OK).ShouldBe(1);
        (await App.Count("tickets.mediation_mediators", "case_id = $1", id)).ShouldBe(1);
    }

    [Fact]
    public async Task What_is_sent_twice_happens_once()
    {
        var stage = await Make(App);
        var request = Guid.NewGuid();
        object application = new { requestId = request, kind = "leak", statement = "漏水", otherSide = "楼上" };
        using var applicant = await App.ApiAs(stage.Applicant);
        var made = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => applicant.Post("/api/v1/mediation/mine", application)));
        made.ShouldAllBe(answer => answer.Status == HttpStatusCode.OK && answer.Json.GetProperty("id").GetGuid() == request);
        (await App.Count("tickets.mediation_cases", "applicant_id = $1", stage.Applicant)).ShouldBe(1);
        object party = new { requestId = Guid.NewGuid(), side = "Respondent", name = "测试乙" };
        await stage.Do(stage.Mediator, Case(request, "take"), new { });
        await stage.Do(stage.Mediator, Case(request, "parties"), party);
        await stage.Do(stage.Mediator, Case(request, "parties"), party);
        (await App.Count("tickets.mediation_parties", "case_id = $1", request)).ShouldBe(2);
        (await stage.Try(stage.Respondent, "/api/v1/mediation/mine", application)).Problem.ShouldBe("RequestIdIsUsed");
    }
}
