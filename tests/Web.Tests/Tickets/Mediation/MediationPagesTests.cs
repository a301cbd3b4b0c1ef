using System.Net;
using Linli.Web.Tests.Host;
using Shouldly;
using Xunit;
using static Linli.Web.Tests.Tickets.Mediation.MediationStage;

namespace Linli.Web.Tests.Tickets.Mediation;

/// <summary>The same by the pages that people use.</summary>
public class MediationPagesTests(EmptyHost host) : EmptyHostTests(host)
{
    [Fact]
    public async Task A_household_applies_a_mediator_takes_it_and_both_sides_sign()
    {
        var stage = await Make(App);
        using var applicant = await App.SignInAs(stage.Applicant);
        using var respondent = await App.SignInAs(stage.Respondent);
        using var mediator = await App.SignInAs(stage.Mediator);
        var form = (await applicant.Get("/mediation/apply")).ShouldBe(HttpStatusCode.OK);
        var wrong = (await applicant.Submit(form, "main form[method=post]", ("Input.Statement", "太吵了"))).ShouldBe(HttpStatusCode.OK);
        wrong.One(".govuk-error-summary");
        wrong.One("textarea").TextContent.ShouldContain("太吵了");
        var sent = await applicant.Submit(wrong, "main form[method=post]", ("Input.Kind", "noise"), ("Input.OtherSide", "楼上"), ("Input.Statement", "太吵了"));
        var id = Guid.Parse(sent.Location!.Split('/')[^1]);
        (await applicant.Get($"/mediation/mine/{id}")).Text.ShouldContain("太吵了");
        (await mediator.Get("/mediation/desk")).Text.ShouldContain(id.ToString());
        (await mediator.Get($"/mediation/cases/{id}")).Text.ShouldNotContain("太吵了");
        await Press(mediator, $"/mediation/cases/{id}", "form[action*=TakeUp]");
        (await mediator.Get($"/mediation/cases/{id}")).Text.ShouldContain("太吵了");
        await Fill("AddParty", ("Input.Side", "Respondent"), ("Input.Name", stage.RespondentName), ("Input.PhoneNumber", stage.RespondentPhone));
        await Fill("Accept", ("Input.Kind", "noise"), ("Input.Summary", "夜间噪声"));
        await Press(respondent, $"/mediation/mine/{id}", "form[action*=Consent]");
        await Fill("PlanSession", ("Input.Day", App.Day(2)), ("Input.Time", "15:00"), ("Input.Place", "社区调解室"));
        var session = await App.Scalar<Guid>("select id from tickets.mediation_sessions where case_id = $1", id);
        await Fill("RecordSession", ("Input.SessionId", session.ToString()), ("Input.Notes", "谈好了"));
        var party = await stage.Party(id, 2);
        await Fill("DraftAgreement", ("Input.Commitments[0].PartyId", party.ToString()), ("Input.Commitments[0].Text", "不练琴"), ("Input.Commitments[0].DueOn", App.Day(8)));
        (await mediator.Get($"/mediation/cases/{id}/agreement")).ShouldBe(HttpStatusCode.OK);
        await Press(applicant, $"/mediation/mine/{id}", "form[action*=Sign]");
        await Press(mediator, $"/mediation/cases/{id}", "form[action*=Sign]");
        await Fill("Sign", ("Input.PartyId", party.ToString()), ("Input.Way", "InPerson"));
        (await stage.State(id)).ShouldBe("FollowUp");
        (await applicant.Get($"/mediation/mine/{id}")).Text.ShouldContain("司法确认");
        (await mediator.Get("/mediation/statistics")).ShouldBe(HttpStatusCode.OK);
        (await App.Visitor().Get("/mediation/law")).ShouldBe(HttpStatusCode.OK).Text.ShouldContain("未核实");

        async Task Press(Visitor visitor, string address, string button)
        {
            var page = (await visitor.Get(address)).ShouldBe(HttpStatusCode.OK);
            (await visitor.Submit(page, button)).ShouldBe(HttpStatusCode.Found);
        }

        async Task Fill(string act, params (string, string?)[] values)
        {
            var page = (await mediator.Get($"/mediation/cases/{id}/do/{act}")).ShouldBe(HttpStatusCode.OK);
            (await mediator.Submit(page, "main form[method=post]", values)).ShouldBe(HttpStatusCode.Found);
        }
    }

    [Theory]
    [InlineData("noise-neighbour", true)]
    [InlineData("lift-stopped", false)]
    public async Task A_ticket_offers_mediation_where_its_category_is_a_dispute(string category, bool offered)
    {
        var stage = await Make(App);
        using var reporter = await App.ApiAs(stage.Applicant);
        var sent = await reporter.Post("/api/v1/tickets/", new { requestId = Guid.NewGuid(), category, placeText = "1栋", description = "请看一下" });
        using var visitor = await App.SignInAs(stage.Applicant);
        var page = (await visitor.Get($"/tickets/{sent.Json.GetProperty("number").GetString()}")).ShouldBe(HttpStatusCode.OK);
        page.Text.Contains("/mediation/apply", StringComparison.Ordinal).ShouldBe(offered);
    }

    [Fact]
    public async Task An_old_form_is_told_what_changed_and_loses_nothing()
    {
        var stage = await Make(App);
        var id = await stage.Begun();
        using var mediator = await App.SignInAs(stage.Mediator);
        var page = await mediator.Get($"/mediation/cases/{id}/do/EndWithoutAgreement");
        await stage.Do(stage.Applicant, Mine(id, "refuse"), new { });
        var answer = (await mediator.Submit(page, "main form[method=post]", ("Input.Reason", "谈不拢，已告知可以起诉"))).ShouldBe(HttpStatusCode.OK);
        answer.Text.ShouldContain("谈不拢，已告知可以起诉");
        (await stage.State(id)).ShouldBe("Closed:Withdrawn");
    }
}
