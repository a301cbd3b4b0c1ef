using System.IO.Compression;
using System.Net;
using Linli.Web.Tests.Host;
using Linli.Web.Tickets.Mediation;
using Shouldly;
using Xunit;
using static Linli.Web.Tests.Tickets.Mediation.MediationStage;

namespace Linli.Web.Tests.Tickets.Mediation;

/// <summary>A dispute from the application to the closing, by program alone.</summary>
public class MediationLifeTests(EmptyHost host) : EmptyHostTests(host)
{
    [Fact]
    public async Task A_written_agreement_goes_the_whole_way()
    {
        var stage = await Make(App);
        var id = await stage.Begun();
        (await stage.State(id)).ShouldBe("InMediation");
        await stage.Do(stage.Mediator, Case(id, "sessions"), new { day = "2026-11-25", time = "15:00", place = "社区调解室" });
        var session = await App.Scalar<Guid>("select id from tickets.mediation_sessions where case_id = $1", id);
        (await stage.See(stage.Respondent, Mine(id))).Text.ShouldContain("社区调解室");
        await stage.Do(stage.Mediator, Case(id, "sessions/record"), new { sessionId = session, present = new[] { await stage.Party(id, 1), await stage.Party(id, 2) }, notes = $"谈得不错 {Secret}" });
        var terms = new { terms = "互相体谅", commitments = new[] { new { partyId = await stage.Party(id, 2), text = "晚上不练琴", dueOn = "2026-12-10" } } };
        await stage.Do(stage.Mediator, Case(id, "draft"), terms);
        await stage.Do(stage.Applicant, Mine(id, "sign"), new { });
        // Other words are another agreement.
        await stage.Do(stage.Mediator, Case(id, "draft"), terms);
        (await App.Count("tickets.mediation_parties", "case_id = $1 and signed_at is not null", id)).ShouldBe(0);
        await stage.Do(stage.Applicant, Mine(id, "sign"), new { });
        (await stage.Try(stage.Applicant, Mine(id, "sign"), new { })).Problem.ShouldBe("WordIsGivenAlready");
        await stage.Do(stage.Mediator, Case(id, "sign"), new { });
        await stage.Do(stage.Mediator, Case(id, "sign"), new { partyId = await stage.Party(id, 2), way = "Writing" });
        (await stage.State(id)).ShouldBe("FollowUp");
        (await stage.See(stage.Respondent, Mine(id))).Json.GetProperty("agreement").GetProperty("confirmationUntil").GetString().ShouldBe("2026-12-23");
        (await stage.Try(stage.Respondent, Mine(id, "refuse"), new { })).Problem.ShouldBe("AgreementIsInForce");

        (await stage.Try(stage.Mediator, Case(id, "close"), new { })).Problem.ShouldBe("VisitsAreOpen");
        App.Clock.Advance(TimeSpan.FromDays(8));
        await App.Background.Run<RemindMediators>();
        await App.Background.Run<RemindMediators>();
        (await App.Count("platform.notifications", "kind = 'MediationVisitDue' and person_id = $1", stage.Mediator)).ShouldBe(1);
        foreach (var result in new[] { "Partly", "NotFulfilled" })
        {
            App.Clock.Advance(TimeSpan.FromDays(1));
            var visit = await App.Scalar<Guid>("select id from tickets.mediation_visits where case_id = $1 and visited_at is null order by due_on limit 1", id);
            await stage.Do(stage.Mediator, Case(id, "visits/record"), new { visitId = visit, way = "Phone", result, note = "问过双方" });
        }

        (await stage.Try(stage.Mediator, Case(id, "close"), new { })).Problem.ShouldBe("FulfilmentIsNotSettled");
        await stage.Do(stage.Mediator, Case(id, "close"), new { reason = "已告知可以申请司法确认或者起诉" });
        (await stage.State(id)).ShouldBe("Closed:Agreement");
        (await stage.Try(stage.Mediator, Case(id, "visits"), new { dueOn = "2027-01-01" })).Problem.ShouldBe("MediationIsClosed");
    }

    [Fact]
    public async Task The_agreement_is_a_word_document_of_what_was_agreed()
    {
        var stage = await Make(App);
        var id = await stage.Begun();
        var respondent = await stage.Party(id, 2);
        await stage.Do(stage.Mediator, Case(id, "draft"), new { terms = "<w:p>& 不是标记", commitments = new[] { new { partyId = respondent, text = "装静音垫", dueOn = "2026-12-10" } } });
        foreach (var (person, address) in new[] { (stage.Applicant, Mine(id, "agreement")), (stage.Respondent, Mine(id, "agreement")), (stage.Mediator, Case(id, "agreement")) })
        {
            var paper = (await stage.See(person, address)).ShouldBe(HttpStatusCode.OK);
            paper.Headers["Content-Disposition"].ShouldContain(".docx");
            paper.Headers["Cache-Control"].ShouldContain("no-store");
            using var zip = new ZipArchive(new MemoryStream(paper.Body));
            using var part = new StreamReader(zip.GetEntry("word/document.xml")!.Open());
            var document = System.Xml.Linq.XDocument.Parse(await part.ReadToEndAsync(TestContext.Current.CancellationToken));
            document.Root!.Value.ShouldContain("装静音垫");
            document.Root.Value.ShouldContain("<w:p>& 不是标记");
            document.Root.Value.ShouldContain(stage.RespondentName);
            document.Root.Value.ShouldNotContain(Secret);
        }

        (await stage.See(stage.Colleague, Case(id, "agreement"))).ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task An_oral_agreement_is_in_force_at_once_and_has_no_paper()
    {
        var stage = await Make(App);
        var id = await stage.Begun();
        await stage.Do(stage.Mediator, Case(id, "oral"), new { commitments = new[] { new { partyId = await stage.Party(id, 1), text = "道歉", dueOn = "2026-11-24" } } });
        (await stage.State(id)).ShouldBe("FollowUp");
        (await App.Count("tickets.mediation_visits", "case_id = $1", id)).ShouldBe(2);
        (await stage.See(stage.Applicant, Mine(id, "agreement"))).ShouldBe(HttpStatusCode.NotFound);
        (await stage.See(stage.Applicant, Mine(id))).Json.GetProperty("agreement").GetProperty("form").GetString().ShouldBe("Oral");
    }

    [Fact]
    public async Task Without_the_consent_of_all_there_is_no_mediation_and_a_no_ends_it()
    {
        var stage = await Make(App);
        var refused = await stage.Asked();
        (await stage.Try(stage.Mediator, Case(refused, "sessions"), new { day = "2026-11-25", time = "15:00", place = "社区" })).Problem.ShouldBe("ConsentIsNotComplete");
        await stage.Do(stage.Respondent, Mine(refused, "refuse"), new { });
        (await stage.State(refused)).ShouldBe("Closed:ConsentRefused");

        var begun = await stage.Begun();
        await stage.Do(stage.Applicant, Mine(begun, "refuse"), new { });
        (await stage.State(begun)).ShouldBe("Closed:Withdrawn");

        // Who comes in later is asked before it goes on.
        var third = await stage.Begun();
        await stage.Do(stage.Mediator, Case(third, "parties"), new { side = "Respondent", name = "测试物业公司" });
        (await stage.State(third)).ShouldBe("AwaitingConsent");
        (await stage.Try(stage.Mediator, Case(third, "consent"), new { partyId = await stage.Party(third, 3), way = "OnPlatform" })).Problem.ShouldBe("MediationChoiceIsMissing");
        await stage.Do(stage.Mediator, Case(third, "consent"), new { partyId = await stage.Party(third, 3), way = "Writing" });
        (await stage.State(third)).ShouldBe("InMediation");
        await stage.Do(stage.Mediator, Case(third, "absent"), new { reason = "两次未到场" });
        (await stage.State(third)).ShouldBe("Closed:PartyAbsent");
    }

    [Fact]
    public async Task A_ticket_shows_that_it_was_referred_and_that_it_ended_and_nothing_else()
    {
        var stage = await Make(App);
        var number = $"TM-{Guid.NewGuid():N}"[..12];
        await App.World.Ticket(stage.Compound, number, stage.Applicant, stage.Dispatcher);
        (await stage.See(stage.Dispatcher, $"/api/v1/tickets/{number}/mediation")).Json.GetProperty("mayRefer").GetBoolean().ShouldBeTrue();
        await stage.Do(stage.Dispatcher, $"/api/v1/tickets/{number}/mediation", new { });
        (await stage.Try(stage.Dispatcher, $"/api/v1/tickets/{number}/mediation", new { })).Problem.ShouldBe("TicketIsBeingMediated");
        var seen = (await stage.See(stage.Dispatcher, $"/api/v1/tickets/{number}/mediation")).Json;
        (seen.GetProperty("referred").GetBoolean(), seen.GetProperty("ended").GetBoolean(), seen.GetProperty("caseId").ValueKind).ShouldBe((true, false, System.Text.Json.JsonValueKind.Null));
        var id = (await stage.See(stage.Applicant, $"/api/v1/tickets/{number}/mediation")).Json.GetProperty("caseId").GetGuid();
        (await stage.See(stage.Applicant, Mine(id))).Json.GetProperty("consent").GetString().ShouldBe("Asked");
        using var page = await App.SignInAs(stage.Dispatcher);
        (await page.Get($"/tickets/{number}")).Text.ShouldContain("已转调解");
        (await stage.Try(stage.Respondent, "/api/v1/mediation/mine", new { kind = "noise", statement = "x", otherSide = "y", ticketNumber = number })).Problem.ShouldBe("TicketIsNotYours");
        await stage.Do(stage.Applicant, Mine(id, "withdraw"), new { reason = "和好了" });
        (await page.Get($"/tickets/{number}")).Text.ShouldContain("调解已结束");
        // Whoever only sees tickets of the place hears nothing of it.
        var member = await App.World.Person();
        await App.World.Post(member, Linli.Domain.Registry.PostKinds.CommitteeMember.Code, stage.Compound);
        (await stage.See(member, $"/api/v1/tickets/{number}/mediation")).Json.GetProperty("referred").GetBoolean().ShouldBeFalse();
        await stage.Do(stage.Applicant, "/api/v1/mediation/mine", new { kind = "noise", statement = "又吵了", otherSide = "楼上", ticketNumber = number });
    }
}
